export * from './translate'
export * from './fold'
export * from './phone'
export * from './wanted'
