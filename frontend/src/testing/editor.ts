import { screen } from '@testing-library/vue'
import { fakeApi } from '@/testing/fakeApi'
import { asManager, loggedIn, openAt } from '@/testing/harness'

type Api = ReturnType<typeof fakeApi>

/** The editor of a permanence of the house "moyaux", open for a manager. */
export async function editor(path: string, api: Api = fakeApi()) {
  loggedIn()
  asManager(api)
  const opened = await openAt(`/equipe/maisons/moyaux/permanences/${path}`, api)
  await screen.findByRole('heading', { name: 'Ce que cela donne' })
  return { ...opened, api }
}
export const last = (api: Api, method: string, path: string) => api.calls.filter((call) => call.method === method && call.path === path).at(-1)
export const valueOf = (name: string) => screen.getByLabelText<HTMLInputElement>(name).value
