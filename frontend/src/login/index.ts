export * from './agent'
export * from './doors'
export { asked, later } from './regain'
export * from './session'
