export * from './words'
export * from './fold'
