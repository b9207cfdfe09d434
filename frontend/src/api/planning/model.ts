import type { Item, Ok, Sent, Session } from '../model'

export type Mode = Session['mode']
export type PartnerChoice = Item<Ok<'/api/v1/partners', 'get', 200>>

/** What a manager enters. */
export type PermanenceForm = Sent<'/api/v1/permanences', 'post'>
export type Permanence = Ok<'/api/v1/permanences/{id}', 'get', 200>
export type ProcedureRef = Permanence['procedures'][number]
/** A day on which a permanence leaves its rule; both kinds on one day mean "at other times". */
export type CalendarException = Permanence['exceptions'][number]

export type Preview = Ok<'/api/v1/permanence-previews', 'post', 200>
export type Conflict = Preview['conflicts'][number]
/** A booking that a change would leave without its session or its slot. */
export type Touched = Preview['touched'][number]
export type PreviewSession = Preview['sessions'][number]

/** Without a form, the one occurrence is left out. */
export type Change = Sent<'/api/v1/permanence-changes', 'post'>
export type Changed = Ok<'/api/v1/permanence-changes', 'post', 200>
/** How much of a series a change is about, and from which local day. */
export type Scope = Change['scope']
export type ChangeScope = Pick<Change, 'permanenceId' | 'scope' | 'date'>
export type Decision = NonNullable<Change['decisions']>[number]
