import { userEvent } from '@testing-library/user-event'
import { render } from '@testing-library/vue'
import axe from 'axe-core'
import { flushPromises } from '@vue/test-utils'
import { vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import App from '@/App.vue'
import { appRouter } from '@/router'
import { type FakeApi, fakeApi, ok } from './fakeApi'
import { CAF } from './world'

/** The whole app at one address, as a person gets it, with only the network replaced. */
export async function openAt(path: string, api: FakeApi = fakeApi()) {
  vi.stubGlobal('fetch', api.fetch)
  const router = appRouter(createMemoryHistory())
  await router.push(path)
  await router.isReady()
  const user = userEvent.setup()
  const view = render(App, { global: { plugins: [router] }, container: document.body.appendChild(document.createElement('div')) })
  await flushPromises()
  return { ...view, api, router, user }
}

/** A session as oidc-client-ts keeps it in the tab; the real login is walked through in e2e. */
export function loggedIn(seconds = 300): void {
  const user = { access_token: 'bearer', token_type: 'Bearer', profile: {}, expires_at: Math.floor(Date.now() / 1000) + seconds }
  sessionStorage.setItem('oidc.user:/auth:app', JSON.stringify(user))
}

/** The API as a manager of the house "moyaux" sees it. */
export function asManager(api: FakeApi = fakeApi()): FakeApi {
  const sites = [{ id: 'moyaux', name: 'France services de Moyaux' }]
  api.on('GET /me', () => ok({ username: 'marc', firstName: 'Marc', lastName: 'Roy', roles: ['manager'], sites, partner: null }))
  return api
}

/** The API as who runs the network sees it. */
export function asAdmin(api: FakeApi = fakeApi()): FakeApi {
  api.on('GET /me', () => ok({ username: 'anne', firstName: 'Anne', lastName: 'Roy', roles: ['admin'], sites: [], partner: null }))
  return api
}

/** The API as a partner's agent sees it. */
export function asPartner(api: FakeApi = fakeApi()): FakeApi {
  api.on('GET /me', () => ok({ username: 'sophie', firstName: 'Sophie', lastName: 'Roy', roles: ['partner'], sites: [], partner: CAF }))
  return api
}

/** What axe finds wrong, in words; colours need a real browser and are looked at in e2e. Letters stand in frames of their own. */
export async function axeFindings(root: Element = document.documentElement): Promise<string[]> {
  const { violations } = await axe.run(root, { iframes: false, rules: { 'color-contrast': { enabled: false } } })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

export { emptyStores } from './stores'
export { flushPromises }
