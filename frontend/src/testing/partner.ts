import { screen, waitFor, within } from '@testing-library/vue'
import { expect } from 'vitest'
import { fakeApi, ok } from './fakeApi'
import { YANN } from './fakePartners'
import { loggedIn, openAt } from './harness'

type Api = ReturnType<typeof fakeApi>

async function asYann(path: string, api: Api) {
  loggedIn()
  api.on('GET /me', () => ok(YANN))
  return openAt(path, api)
}
const read = () => waitFor(() => expect(document.querySelector('.ghost')).toBeNull())

/** All the sessions of Yann, an agent of a partner. */
export async function space(path = '/partenaire', api = fakeApi()) {
  const opened = await asYann(path, api)
  await screen.findByText('Yann Le Goff')
  await read()
  const sent = () => api.calls.filter(({ method }) => method !== 'GET').map(({ method, path: at, body }) => [method, at, body])
  return { ...opened, api, sent }
}

/** One of his sessions, by its heading once it is read. */
export async function session(key = 'n1', api = fakeApi(), heading: RegExp | string = /attendues?$/) {
  const opened = await asYann(`/partenaire/seances/${key}`, api)
  await screen.findByRole('heading', { level: 2, name: heading })
  await read()
  const marks = () => api.calls.filter(({ path, method }) => method === 'PUT' && path.endsWith('/attendance'))
  return { ...opened, api, marks }
}

/** Of a session or a person. */
export const card = (name: RegExp) => within(screen.getByRole('article', { name }))
export const said = (words: RegExp) => waitFor(() => expect(screen.getAllByRole('status').some((one) => words.test(one.textContent ?? ''))).toBe(true))
