import { staff } from '../bearer'
import { answer } from '../client'
import type { Ok } from '../model'

/** How a house did between two days, beside the days before. */
export type HouseFigures = Ok<'/api/v1/sites/{id}/figures', 'get', 200>
export type Sheet = HouseFigures['sheets'][number]
export type Row = Sheet['rows'][number]
export type Figure = Sheet['figure']
export type Summary = HouseFigures['summary']
export type FigureDay = HouseFigures['days'][number]
export type FigureDays = Ok<'/api/v1/sites/{id}/figures/{figure}/days', 'get', 200>

/** Local days of the house; `to` is excluded. */
export interface Days {
  from: string
  to: string
}

export function readHouseFigures(id: string, query: Days): Promise<HouseFigures> {
  return answer(staff.GET('/api/v1/sites/{id}/figures', { params: { path: { id }, query } }))
}

/** The days behind one number. */
export function readFigureDays(id: string, figure: Figure, key: string, days: Days): Promise<FigureDays> {
  return answer(staff.GET('/api/v1/sites/{id}/figures/{figure}/days', { params: { path: { id, figure }, query: { key, ...days } } }))
}

/** One table, as a spreadsheet opens it. */
export function readFigureFile(id: string, figure: Figure, query: Days): Promise<string> {
  return answer(staff.GET('/api/v1/sites/{id}/figures/{figure}/file', { params: { path: { id, figure }, query }, parseAs: 'text' }))
}

/** How many houses did in whole months. */
export type NetworkFigures = Ok<'/api/v1/network-figures', 'get', 200>
export type Place = NetworkFigures['places'][number]
/** How the permanences of one's own partner went. */
export type PartnerFigures = Ok<'/api/v1/partner-figures', 'get', 200>

/** First days of months; of the country unless a department is named. */
export function readNetworkFigures(query: Days & { department?: string }): Promise<NetworkFigures> {
  return answer(staff.GET('/api/v1/network-figures', { params: { query } }))
}

export function readNetworkFile(figure: Figure, query: Days & { department?: string }): Promise<string> {
  return answer(staff.GET('/api/v1/network-figures/{figure}/file', { params: { path: { figure }, query }, parseAs: 'text' }))
}

/** Local days; `to` is excluded. */
export function readPartnerFigures(query: Days): Promise<PartnerFigures> {
  return answer(staff.GET('/api/v1/partner-figures', { params: { query } }))
}

/** Each visit in the words of La Coop; 92 days at most. */
export function readActivities(id: string, query: Days): Promise<string> {
  return answer(staff.GET('/api/v1/sites/{id}/activities/file', { params: { path: { id }, query }, parseAs: 'text' }))
}
