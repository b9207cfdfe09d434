import { nextTick } from 'vue'
import * as api from '@/api/partners'
import type { AgentSession, Colleague } from '@/api/partners'
import { forget, visits } from '@/staff'
import { t } from '@/text'
import { focusOn } from '@/ui'
import { type Done, type DoneLine, doneThat, useDone } from '@/ui/useDone'
import { nameOf, personName } from '../spell'

/** What one does with a session, each with its way back; `changed` is told the session as it then is. */
export function useSessionActs(changed: (session: AgentSession) => void, done: DoneLine = useDone()) {
  function tell(session: AgentSession): void {
    changed(session)
    // Other pages showed it, too: the house's board and week, and these lists under other filters.
    forget(...visits)
  }

  async function turn(work: Promise<AgentSession>, said: string, back?: () => Promise<Done>): Promise<Done> {
    tell(await work)
    return doneThat(said, back)
  }
  const named = (session: AgentSession) => ({ session: nameOf(session) })

  const confirming = (session: AgentSession): Promise<Done> =>
    turn(api.confirmSession(session.id), t('partner.said.confirmed', named(session)), () => unconfirming(session))
  const unconfirming = (session: AgentSession): Promise<Done> =>
    turn(api.unconfirmSession(session.id), t('partner.said.unconfirmed', named(session)), () => confirming(session))

  function delaying(session: AgentSession, minutes: number): Promise<Done> {
    const said = minutes ? t('partner.said.late', { ...named(session), count: minutes }) : t('partner.said.onTime', named(session))
    return turn(api.delaySession(session.id, minutes), said, () => delaying({ ...session, lateMinutes: minutes }, session.lateMinutes ?? 0))
  }

  function handing(session: AgentSession, to: Colleague): Promise<Done> {
    const before = session.agent
    const back = before && before.username !== to.username ? () => handing({ ...session, agent: to }, before) : undefined
    return turn(api.handOver(session.id, to.username), t('partner.said.handed', { ...named(session), name: personName(to) }), back)
  }

  /** How it stands after what was done already: an answer that is lost only now must not say that it was refused. */
  const after = (session: AgentSession, like: Partial<AgentSession>): Promise<AgentSession> =>
    api.readSession(session.id).catch(() => ({ ...session, ...like, actions: [] }))

  /** The button that was pressed is often gone then: the focus stays with the session. `close`: told once it is done. */
  async function run(session: AgentSession, work: () => Promise<Done>, close?: () => void): Promise<boolean> {
    const went = await done.run(work, session.id)
    if (went) close?.()
    await nextTick()
    if (!document.activeElement || document.activeElement === document.body) await focusOn(`session-${session.id}`)
    return went
  }

  return {
    done,
    confirm: (session: AgentSession) => run(session, () => confirming(session)),
    unconfirm: (session: AgentSession) => run(session, () => unconfirming(session)),
    delay: (session: AgentSession, minutes: number) => run(session, () => delaying(session, minutes)),
    handOver: (session: AgentSession, to: Colleague, close?: () => void) => run(session, () => handing(session, to), close),
    reinstate: (session: AgentSession) =>
      run(session, async () => {
        await api.reinstateSession(session.id)
        const like = session.stoppedAt ? {} : { state: 'planned' as const }
        return turn(after(session, { ...like, reason: undefined, stoppedAt: undefined }), t(session.stoppedAt ? 'partner.said.goesOn' : 'partner.said.reinstated', named(session)))
      }),
    hold: (session: AgentSession, presence: 'present' | 'absent') =>
      run(session, () => turn(api.holdSession(session.id, presence), t(`partner.said.held.${presence}`, named(session)))),
    /** It may go on after all, but who was told otherwise is not booked again. */
    stop: (session: AgentSession, at: string, reason: string, close?: () => void) =>
      run(session, async () => {
        const { told, toCall } = await api.stopSession(session.id, at, reason)
        tell(await after(session, { state: 'held', partnerAttendance: 'present', stoppedAt: at, reason: reason || undefined }))
        return { said: t(told + toCall ? 'partner.said.stopped' : 'partner.said.stoppedNobody', { ...named(session), told, toCall }) }
      }, close),
    /** Nothing takes it back: people are told at once. */
    cancel: (session: AgentSession, reason: string, close?: () => void) =>
      run(session, async () => {
        const { told, toCall } = await api.cancelSession(session.id, reason)
        tell(await after(session, { state: 'cancelled', reason }))
        return { said: t(told + toCall ? 'partner.said.cancelled' : 'partner.said.cancelledNobody', { ...named(session), told, toCall }) }
      }, close),
  }
}

export type SessionActs = ReturnType<typeof useSessionActs>
