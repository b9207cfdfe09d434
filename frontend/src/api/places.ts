import { answer, client } from './client'
import type { CommuneSession, Configuration, Place, Procedure, Session, Site, SiteList } from './model'

let known: Promise<Configuration> | null = null

/** Settings of this installation; asked once, and again only when no answer came. */
export function readConfiguration(): Promise<Configuration> {
  known ??= answer(client.GET('/api/v1/configuration')).catch((error: unknown) => {
    known = null
    throw error
  })
  return known
}

export function forgetConfiguration(): void {
  known = null
}

export async function suggestPlaces(q: string, signal?: AbortSignal): Promise<Place[]> {
  const list = await answer(client.GET('/api/v1/places', { params: { query: { q, limit: 8 } }, signal }))
  return list.items
}

/** Every procedure, or those that can be had at one house. */
export async function listProcedures(site?: string): Promise<Procedure[]> {
  const list = await answer(client.GET('/api/v1/procedures', { params: { query: { site } } }))
  return list.items
}

/** `site`: as that house does it. */
export function readProcedure(id: string, site?: string): Promise<Procedure> {
  return answer(client.GET('/api/v1/procedures/{id}', { params: { path: { id }, query: { site } } }))
}

export interface SiteSearch {
  near?: string
  procedure?: string
  cursor?: string
  /** `soonest`: by the next useful moment, a little later for each kilometre; else by distance. */
  sort?: 'soonest' | 'distance'
}

export function searchSites({ near, procedure, cursor, sort }: SiteSearch): Promise<SiteList> {
  return answer(client.GET('/api/v1/sites', { params: { query: { near, procedure, cursor, sort, limit: 10 } } }))
}

/** The next times that somebody is at a house, or that a bus stops; cancelled ones are there and say so. */
export async function nextSessions(id: string, limit: number): Promise<Session[]> {
  return (await answer(client.GET('/api/v1/sites/{id}/next-sessions', { params: { path: { id }, query: { limit } } }))).items
}

/** The same for a commune: where a bus or a round of a house stops. */
export async function nextStopsIn(insee: string, limit: number): Promise<CommuneSession[]> {
  return (await answer(client.GET('/api/v1/communes/{insee}/next-sessions', { params: { path: { insee }, query: { stops: true, limit } } }))).items
}

export function readSite(id: string): Promise<Site> {
  return answer(client.GET('/api/v1/sites/{id}', { params: { path: { id } } }))
}

/** Sessions of the site's local days `from` (included) to `to` (excluded). */
export async function listSessions(id: string, from: string, to: string): Promise<Session[]> {
  const list = await answer(
    client.GET('/api/v1/sites/{id}/sessions', { params: { path: { id }, query: { from, to } } }),
  )
  return list.items
}
