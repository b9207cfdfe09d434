export * from './words'
export * from './fold'
export * from './phone'
