import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeApi, problem } from '@/testing/fakeApi'
import { LINK_SECRET } from '@/testing/fakePartners'
import { axeFindings, emptyStores, openAt } from '@/testing/harness'

const HERE = `/seance/k1#${LINK_SECRET}`
const posts = (api: ReturnType<typeof fakeApi>) => api.calls.filter(({ method }) => method === 'POST')

async function link(state?: object, api = fakeApi()) {
  Object.assign(api.partners.link, state)
  const opened = await openAt(HERE, api)
  await waitFor(() => expect(document.querySelector('.ghost')).toBeNull())
  return { ...opened, api }
}

describe('the link of a mail', () => {
  beforeEach(emptyStores)

  it('opened, changes nothing: it shows one session and one button', async () => {
    const { api } = await link()
    screen.getByRole('heading', { level: 1, name: /^Familles rurales.: serez-vous là.\?$/ })
    screen.getByText(/mardi 24 novembre/)
    screen.getByText(/de 14.h à 17.h/)
    screen.getByText('2 personnes ont déjà rendez-vous.')
    expect(posts(api)).toEqual([])
    expect(api.calls.some(({ headers }) => headers.has('Authorization'))).toBe(false)
    expect(await axeFindings()).toEqual([])
  })

  it('confirms by its button, with the secret in a header only', async () => {
    const { api, user } = await link()
    await user.click(screen.getByRole('button', { name: 'Oui, je serai là' }))
    await screen.findByRole('heading', { level: 1, name: 'C’est confirmé' })
    screen.getByText('Merci Yann. La maison sait que vous serez là.')
    expect(posts(api)[0]!.headers.get('Link-Secret')).toBe(LINK_SECRET)
    expect(JSON.stringify(api.calls.map(({ path, query }) => path + query))).not.toContain(LINK_SECRET)
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain(LINK_SECRET)
    expect(screen.queryByRole('button', { name: 'Oui, je serai là' })).toBeNull()
  })

  it.each([
    [{ state: 'used', confirmed: true }, 'Déjà confirmé'],
    [{ state: 'used', confirmed: false }, 'Ce lien a déjà servi'],
    [{ state: 'open', confirmed: true }, 'Déjà confirmé'],
    [{ state: 'expired' }, 'Ce lien n’est plus valable'],
    [{ state: 'over' }, 'Cette permanence est passée'],
    [{ state: 'cancelled' }, 'Cette permanence est annulée'],
    [{ state: 'handedOver' }, 'Un collègue est prévu à votre place'],
    [{ state: 'handedOver', confirmed: true }, 'Un collègue est prévu à votre place'],
    [{ state: 'cancelled', cause: 'closure' }, 'La maison sera fermée à ce moment-là'],
  ])('says so when it is %j', async (state, title) => {
    await link(state)
    screen.getByRole('heading', { level: 1, name: title })
    expect(screen.queryByRole('button', { name: 'Oui, je serai là' })).toBeNull()
    expect(await axeFindings()).toEqual([])
  })

  it('that was used meanwhile says so after the press, and changes nothing', async () => {
    const { api, user } = await link()
    Object.assign(api.partners.link, { state: 'cancelled' })
    await user.click(screen.getByRole('button', { name: 'Oui, je serai là' }))
    await screen.findByRole('heading', { level: 1, name: 'Cette permanence est annulée' })
  })

  it('with another secret, or none, is not known', async () => {
    await openAt('/seance/k1#wrong')
    await screen.findByRole('heading', { level: 1, name: 'Nous ne reconnaissons pas ce lien' })
    screen.getByRole('link', { name: 'Se connecter à l’espace partenaire' })
  })

  it('a network that goes while confirming loses nothing', async () => {
    const { api, user } = await link()
    let cut = true
    const confirmed = { ...api.partners.link, state: 'used', confirmed: true }
    api.on('POST /session-links/k1/confirmation', () => (cut ? problem(503, 'busy') : { status: 200, body: confirmed }))
    await user.click(screen.getByRole('button', { name: 'Oui, je serai là' }))
    await screen.findByText('Il y a beaucoup de monde')
    cut = false
    await user.click(screen.getByRole('button', { name: 'Réessayer' }))
    await screen.findByRole('heading', { level: 1, name: 'C’est confirmé' })
  })
})
