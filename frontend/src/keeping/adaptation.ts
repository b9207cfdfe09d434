import type { Adaptation, AdaptationForm } from '@/api/adaptations'

/** What a house wants of a paper of the network: as it says, or one of the others. */
export type Choice = '' | 'required' | 'ifApplies' | 'removed'
export const CHOICES: Exclude<Choice, ''>[] = ['required', 'ifApplies', 'removed']

interface Need {
  document: string
  required: boolean
}

/** What stands in the fields. */
export interface AdaptationDraft {
  minutes: string | number
  /** By the code of the network's paper. */
  choices: Record<string, Choice>
  added: Need[]
  note: string
}

export type Own = Pick<Adaptation, 'durationMinutes' | 'added' | 'removed' | 'note'>

export function adaptationDraft(network: Adaptation['network'], own: Partial<Own>): AdaptationDraft {
  const codes = network.documents.map(({ code }) => code)
  const added = (own.added ?? []).map(({ document, required }) => ({ document, required: required !== false }))
  const choices: AdaptationDraft['choices'] = Object.fromEntries(codes.map((code) => [code, '']))
  for (const { document, required } of added) if (codes.includes(document)) choices[document] = required ? 'required' : 'ifApplies'
  for (const code of own.removed ?? []) choices[code] = 'removed'
  return { minutes: own.durationMinutes ?? '', choices, added: added.filter(({ document }) => !codes.includes(document)), note: own.note ?? '' }
}

export function adaptationForm({ minutes, choices, added, note }: AdaptationDraft): AdaptationForm {
  const chosen = Object.entries(choices)
  return {
    ...(minutes === '' ? {} : { durationMinutes: Number(minutes) }),
    added: [...chosen.filter(([, choice]) => choice === 'required' || choice === 'ifApplies').map(([document, choice]) => ({ document, required: choice === 'required' })), ...added],
    removed: chosen.filter(([, choice]) => choice === 'removed').map(([code]) => code),
    ...(note.trim() ? { note: note.trim() } : {}),
  }
}
