import { common } from './common'
import { site } from './site'

const all = { ...common, ...site }

export type FirstKey = keyof typeof all
export const fr: Record<FirstKey, string> = all
