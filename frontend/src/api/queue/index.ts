// Apart from api/index.ts, so that the first page of the public does not carry what only staff and screens need.
export { type Login, loginIs, loginOver } from '../bearer'
export * from './counter'
export * from './live'
export type * from './model'
export * from './settings'
export * from './status'
export type { Listener, LiveEvent, Stop } from './stream'
