import { kept } from '@/ui'

/** What this person is here for, for as long as the tab lives. `near` may be a position, so it stays out of addresses;
 * `insee` is the commune that was picked, if one was. */
export const errand = kept('errand', () => ({ near: '', label: '', typed: '', fromDevice: false, insee: '' }))

/** The place as it may stand in an address: never the position of a person. */
export function placeQuery(): { lieu?: string } {
  return errand.near && !errand.fromDevice ? { lieu: errand.near } : {}
}
