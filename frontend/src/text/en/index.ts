import type { Key } from '../fr'
import { account } from './account'
import { booking } from './booking'
import { common } from './common'
import { site } from './site'

export const en: Record<Key, string> = { ...common, ...site, ...booking, ...account }
