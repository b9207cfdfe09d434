import type { Entry, EntryForm } from '@/api/keeping'
import { spellPhone } from '@/text'
import type { FormError } from '@/ui'

export type Mode = 'walkIn' | 'appointment' | 'both'
export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Day = (typeof DAYS)[number]
export const MODES: Mode[] = ['walkIn', 'appointment', 'both']
export const KINDS = ['fixed', 'branch', 'bus', 'itinerant', 'multisite'] as const
export const FACILITIES = ['stepFree', 'adaptedToilet', 'reservedParking', 'inductionLoop', 'signLanguage', 'guideDog'] as const

export interface Range {
  from: string
  to: string
  mode: Mode
}
export interface DayRange extends Range {
  date: string
}

/** What stands in the fields: every text is one, a day has its ranges. */
export interface Draft {
  code: string
  insee: string
  texts: Record<string, string>
  kind: (typeof KINDS)[number]
  appointments: boolean
  contactRequired: boolean
  facilities: string[]
  week: Record<Day, Range[]>
  exceptions: DayRange[]
  procedures: string[]
}

export const TEXTS = ['name', 'street', 'complement', 'postcode', 'commune', 'latitude', 'longitude', 'phone', 'email', 'website', 'siret', 'rna', 'comment', 'accessibilityNote', 'rooms'] as const

const week = (): Draft['week'] => Object.fromEntries(DAYS.map((day) => [day, []])) as unknown as Draft['week']

/** @param form none: a new house */
export function draftOf(form: Partial<Entry['form']> = {}): Draft {
  const said = form as Record<string, unknown>
  const draft: Draft = {
    code: form.code ?? '',
    insee: form.insee ?? '',
    texts: Object.fromEntries(TEXTS.map((name) => [name, name === 'rooms' ? (form.rooms ?? []).join('\n') : name === 'phone' ? spellPhone(form.phone ?? '') : String(said[name] ?? '')])),
    kind: form.kind ?? 'fixed',
    appointments: form.appointments ?? true,
    contactRequired: form.contactRequired ?? false,
    facilities: [...(form.accessibility ?? [])],
    week: week(),
    exceptions: (form.exceptionalHours ?? []).map(({ date, from, to, mode }) => ({ date, from, to, mode })),
    procedures: [...(form.procedures ?? [])],
  }
  for (const { weekday, from, to, mode } of form.openingHours ?? []) draft.week[weekday].push({ from, to, mode })
  return draft
}

const number = (typed: string | undefined) => (typed?.trim() ? Number(typed.replace(',', '.')) : undefined)

export function hoursOf(draft: Draft) {
  return {
    openingHours: DAYS.flatMap((weekday) => [...draft.week[weekday]].sort(byTime).map((range) => ({ weekday, ...range }))),
    exceptionalHours: [...draft.exceptions].sort((one, other) => one.date.localeCompare(other.date) || byTime(one, other)),
  }
}
const byTime = (one: Range, other: Range) => one.from.localeCompare(other.from)

/** The form as the contract has it; what cannot be a number is left to the server to refuse. */
export function sentOf(draft: Draft): EntryForm {
  const text = (name: string) => draft.texts[name]?.trim() || undefined
  const { rooms, latitude, longitude, ...others } = draft.texts
  return {
    ...Object.fromEntries(Object.keys(others).map((name) => [name, text(name)])),
    code: draft.code || undefined,
    insee: draft.insee || undefined,
    latitude: number(latitude),
    longitude: number(longitude),
    rooms: (rooms ?? '').split('\n').map((room) => room.trim()).filter(Boolean),
    kind: draft.kind,
    appointments: draft.appointments,
    contactRequired: draft.contactRequired,
    accessibility: draft.facilities,
    procedures: draft.procedures,
    ...hoursOf(draft),
  } as unknown as EntryForm
}

export const idOf = (name: string): string => `entry-${name}`

/** Where the server's refusals belong; one of a range: to its row. */
export function fieldIds(draft: Draft): Record<string, string> {
  const ids: Record<string, string> = Object.fromEntries(TEXTS.map((name) => [name, idOf(name)]))
  Object.assign(ids, { code: idOf('name'), insee: idOf('commune'), kind: idOf('kind') })
  let at = 0
  for (const day of DAYS) {
    const ranges = [...draft.week[day]].sort(byTime)
    for (const range of ranges) {
      const row = `hours-${day}-${draft.week[day].indexOf(range)}`
      for (const part of ['from', 'to', 'mode']) ids[`openingHours[${at}].${part}`] = `${row}-${part}`
      at++
    }
  }
  hoursOf(draft).exceptionalHours.forEach((range, i) => {
    const row = draft.exceptions.findIndex((one) => one.date === range.date && one.from === range.from)
    for (const part of ['date', 'from', 'to', 'mode']) ids[`exceptionalHours[${i}].${part}`] = `exception-${row}-${part}`
  })
  for (let i = 0; i < 30; i++) ids[`rooms[${i}]`] = idOf('rooms')
  for (let i = 0; i < 300; i++) ids[`procedures[${i}]`] = idOf('procedures')
  return ids
}

/** All the week's minutes. */
export function minutesOf(draft: Draft): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  return DAYS.flatMap((day) => draft.week[day]).reduce((sum, { from, to }) => sum + (from && to ? Math.max(0, minutes(to) - minutes(from)) : 0), 0)
}

export const noErrors: FormError[] = []
