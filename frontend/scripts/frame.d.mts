export declare function frameOf(index: string): string
