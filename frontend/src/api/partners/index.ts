// For staff and partners' agents. The public link page takes ./link alone and so carries no login.
export * from './attendance'
export * from './closures'
export type * from './model'
export * from './sessions'
