import { account } from './account'
import { booking } from './booking'
import { common } from './common'
import { site } from './site'

const all = { ...common, ...site, ...booking, ...account }

export type FirstKey = keyof typeof all
export const fr: Record<FirstKey, string> = all
