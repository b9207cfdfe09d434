import type { Procedure, SiteSummary } from '@/api'
import { pick } from '@/text'

/** What is booked through a button, a frame or a poster: at a house, for one procedure or any. */
export interface Target {
  house: Pick<SiteSummary, 'id' | 'name'>
  procedure?: Pick<Procedure, 'id' | 'title'>
}

const one = (value: string) => encodeURIComponent(value)

/** As a name of a house may stand in an attribute. */
const escaped = (words: string) => words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Where the booking begins. */
export function pathOf({ house, procedure }: Target): string {
  return procedure ? `/creneau?site=${one(house.id)}&demarche=${one(procedure.id)}` : `/demarche?site=${one(house.id)}`
}

/** What a poster and a button lead to: with a procedure to its hours, else to the house. */
export function addressOf(target: Target): string {
  return location.origin + (target.procedure ? pathOf(target) : `/maisons/${one(target.house.id)}`)
}

/** Short enough to be typed from a poster. */
export function shortAddress({ house }: Target): string {
  return `${location.host}/maisons/${one(house.id)}`
}

export function nameOf({ house, procedure }: Target): string {
  return procedure ? `${pick(procedure.title)} – ${house.name}` : house.name
}

const BUTTON = 'display:inline-block;padding:.8em 1.4em;border-radius:.5em;background:#1b5a4c;color:#fff;font-weight:600;text-decoration:none'

/** A plain link that looks like a button; no script. */
export function buttonFor(target: Target, words: string): string {
  return `<a href="${escaped(addressOf(target))}" style="${BUTTON}">${escaped(words)}</a>`
}

/** A frame, and the script that gives it its height. */
export function frameFor(target: Target, words: string): string {
  const source = escaped(`${location.origin}/cadre${pathOf(target)}`)
  const frame = `<iframe src="${source}" title="${escaped(`${words} : ${nameOf(target)}`)}" loading="lazy" allow="clipboard-write" style="width:100%;height:900px;border:0"></iframe>`
  return `${frame}\n<script src="${location.origin}/integrer.js" async></script>`
}
