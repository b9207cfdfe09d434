export declare const STAFF: RegExp
