// What staff read and do. Visitors' own part is ./visitor, the local outbox ./tray: their pages carry nothing else.
export type * from './model'
export * from './staff'
