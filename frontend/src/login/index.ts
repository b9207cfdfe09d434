export * from './agent'
export * from './session'
