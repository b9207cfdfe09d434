import type { FirstKey } from '../fr'
import { common } from './common'
import { site } from './site'

export const en: Record<FirstKey, string> = { ...common, ...site }
