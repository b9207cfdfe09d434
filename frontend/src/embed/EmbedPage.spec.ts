import { screen, waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { appRouter } from '@/router'
import { fakeApi, list, ok } from '@/testing/fakeApi'
import { emptyStores, openAt } from '@/testing/harness'
import { PROCEDURES, SITE } from '@/testing/world'
import { framed } from './framed'
import { buttonFor, frameFor } from './snippets'

const code = (label: string) => (document.getElementById(label) as HTMLTextAreaElement).value

describe('what a town puts on its site', () => {
  beforeEach(emptyStores)

  it('begins with the house, found as people look for it', async () => {
    const { user, router } = await openAt('/integrer')
    await user.click(screen.getByRole('button', { name: 'Chercher la maison' }))
    screen.getByText('Écrivez une commune ou un code postal.')
    await user.type(screen.getByLabelText(/Commune ou code postal/), '14590')
    await user.click(screen.getByRole('button', { name: 'Chercher la maison' }))
    await user.click(await screen.findByRole('button', { name: 'France services de Moyaux' }))
    await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/integrer?maison=moyaux'))
    await screen.findByRole('heading', { name: 'Un bouton' })
    await waitFor(() => expect(document.activeElement?.textContent).toBe('France services de Moyaux'))
    await user.click(screen.getByRole('link', { name: 'Choisir une autre maison' }))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/Commune ou code postal/)))
  })

  it('is a link and a frame for the house, or for one procedure there', async () => {
    const { user } = await openAt('/integrer?maison=moyaux')
    await screen.findByRole('heading', { name: 'Un cadre' })
    expect(code('button-code')).toContain(`href="${location.origin}/maisons/moyaux"`)
    expect(code('frame-code')).toContain(`src="${location.origin}/cadre/demarche?site=moyaux"`)
    await user.selectOptions(screen.getByLabelText('Pour quelle démarche ?'), 'licence')
    expect(code('button-code')).toContain('/creneau?site=moyaux&#38;demarche=licence"')
    expect(code('frame-code')).toContain('/cadre/creneau?site=moyaux&#38;demarche=licence"')
    expect(code('frame-code')).toContain('title="Prendre rendez-vous : Renouveler son permis de conduire – France services de Moyaux"')
    expect(code('frame-code')).toContain(`<script src="${location.origin}/integrer.js" async></script>`)
    expect(screen.getByRole('link', { name: 'Affiche à imprimer' }).getAttribute('href')).toBe('/maisons/moyaux/affiche?demarche=licence')
  })

  it('says so when nothing is found', async () => {
    const api = fakeApi()
    api.on('GET /sites', () => ok({ ...(list([]).body as object), place: null, placeGuessed: false, otherPlaces: [] }))
    const { user } = await openAt('/integrer', api)
    await user.type(screen.getByLabelText(/Commune ou code postal/), '97500{Enter}')
    await screen.findByText('Aucune maison par ici.')
  })

  it('holds a name of any kind within its attribute', () => {
    const house = { id: '1"><script>', name: '"><script>alert(1)</script>' }
    for (const snippet of [buttonFor({ house }, house.name), frameFor({ house }, 'Réserver')]) {
      expect(snippet).not.toContain('<script>alert')
      const shown = new DOMParser().parseFromString(snippet, 'text/html')
      expect(shown.querySelectorAll('script:not([src])')).toHaveLength(0)
    }
    const frame = new DOMParser().parseFromString(frameFor({ house }, 'Réserver'), 'text/html').querySelector('iframe')
    expect(frame?.title).toBe(`Réserver : ${house.name}`)
  })
})

describe('the poster of a house', () => {
  beforeEach(emptyStores)

  it('says what for, where, the short address and the telephone', async () => {
    await openAt('/maisons/moyaux/affiche?demarche=licence')
    await screen.findByRole('heading', { level: 2, name: 'Renouveler son permis de conduire' })
    screen.getByText(`${location.host}/maisons/moyaux`)
    screen.getByText('02 31 00 00 00')
    await screen.findByRole('img', { name: 'Code à scanner pour prendre rendez-vous' })
  })

  it('asks for what this house asks for, and says its note', async () => {
    const api = fakeApi()
    api.on('GET /procedures/licence', () => ok({ ...PROCEDURES[0]!, documents: [], note: 'Sonnez à droite.' }))
    await openAt('/maisons/moyaux/affiche?demarche=licence', api)
    await screen.findByText('Sonnez à droite.')
    expect(api.calls.find(({ path }) => path.includes('/procedures/licence'))?.query).toContain('site=moyaux')
  })

  it('does without a telephone and without a procedure', async () => {
    const api = fakeApi()
    api.on('GET /sites/moyaux', () => ok({ ...SITE, phone: undefined }))
    await openAt('/maisons/moyaux/affiche', api)
    await screen.findByRole('heading', { level: 2, name: 'Prenez rendez-vous' })
    expect(screen.queryByText('ou appelez le')).toBeNull()
  })
})

describe('the frame of another site', () => {
  it('shows booking only; what a login opens is not even asked for', async () => {
    const router = framed(appRouter(createMemoryHistory()))
    await router.push('/equipe')
    expect(router.currentRoute.value.name).toBe('notFound')
    for (const path of ['/creneau?site=1', '/coordonnees', '/rendez-vous/ABCD-EFGH', '/demarche?site=1']) {
      await router.push(path)
      expect(router.currentRoute.value.fullPath).toBe(path)
    }
  })

  it('refuses whatever its address is, when it is none of its own', async () => {
    for (const path of ['/equipe/agents/..%2f..%2fcadre%2fx', '/CADRE/x', '/%63adre/x', '/cadre/equipe', '/cadre/../equipe', '/EQUIPE']) {
      const router = framed(appRouter(createMemoryHistory()))
      await router.push(path)
      expect(router.currentRoute.value.name, path).toBe('notFound')
    }
  })

  it('opens every other page in a window of its own', async () => {
    const opened: string[] = []
    const open = window.open
    window.open = (address) => {
      opened.push(String(address))
      return null
    }
    const router = framed(appRouter(createMemoryHistory()))
    await router.push('/demarche?site=1')
    await router.push('/confidentialite')
    await router.push('/equipe/agents')
    window.open = open
    expect(router.currentRoute.value.name).toBe('procedure')
    expect(opened).toEqual([`${location.origin}/confidentialite`, `${location.origin}/equipe/agents`])
  })
})
