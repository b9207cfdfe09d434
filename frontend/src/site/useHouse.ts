import { listSessions, nextSessions, readSite, type Session, type Site } from '@/api'
import { readStatus, type SiteStatus } from '@/api/queue'
import type { HouseSession } from '@/api/partners/model'
import { dayOf, plusDays, today } from '@/time'
import { useLoad } from '@/ui'

/** Days of which it is said what does not take place. */
const AHEAD = 14
/** Next times of a house that moves about. */
const TIMES = 3

export interface House {
  site: Site
  /** null: no answer, so nothing is said. */
  status: SiteStatus | null
  /** Of today and the days after. */
  sessions: HouseSession[]
  /** Of a bus or a moving house; null for others, or without an answer. */
  next: Session[] | null
}

/** All that stands at the top of a house's page, at once: nothing is pushed down by what would come later. */
export function useHouse(id: () => string) {
  return useLoad(() => readHouse(id()), id)
}

async function readHouse(id: string): Promise<House> {
  // Which day it is there is known with its zone; a day more on both sides saves waiting for that.
  const about = today('Europe/Paris')
  const [site, status, sessions] = await Promise.all([
    readSite(id),
    readStatus(id).catch(() => null),
    listSessions(id, plusDays(about, -1), plusDays(about, AHEAD + 1)).catch(() => []),
  ])
  const [from, to] = [today(site.zone), plusDays(today(site.zone), AHEAD)]
  const moves = site.kind === 'bus' || site.kind === 'itinerant'
  return {
    site,
    status,
    sessions: sessions.filter(({ start }) => dayOf(start, site.zone) >= from && dayOf(start, site.zone) < to),
    next: moves ? await nextSessions(id, TIMES).catch(() => null) : null,
  }
}
