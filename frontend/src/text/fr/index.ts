import { booking } from './booking'
import { common } from './common'
import { site } from './site'

const all = { ...common, ...site, ...booking }

export type FirstKey = keyof typeof all
export const fr: Record<FirstKey, string> = all
