import { waitFor } from '@testing-library/vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { draft } from '@/booking/draft'
import { holding } from '@/booking/holding'
import type { Door } from '@/login/doors'
import { appRouter } from '@/router'
import { setTongue } from '@/text'
import { LINK_SECRET } from './fakePartners'
import { asAdmin, asManager, asPartner, axeFindings, emptyStores, loggedIn, openAt } from './harness'
import { BOOKING, PROCEDURES, SECRET, SITE, SLOTS } from './world'

const opened = `/rendez-vous/${BOOKING.reference}`
/** An address at which each page is really shown. */
const PAGES: Record<string, string> = {
  'site/WherePage.vue': '/',
  'site/WalkInPage.vue': '/sans-rendez-vous',
  'site/CallPage.vue': '/appeler',
  'site/ProcedurePage.vue': '/demarche',
  'site/HousesPage.vue': '/maisons?lieu=Moyaux&demarche=licence',
  'site/HousePage.vue': '/maisons/moyaux',
  'booking/SlotPage.vue': '/creneau?site=moyaux&demarche=licence',
  'booking/VisitorPage.vue': '/coordonnees',
  'booking/BookingPage.vue': `${opened}#${SECRET}`,
  'booking/SlipPage.vue': '/rdv/moyaux',
  'booking/CancelPage.vue': `${opened}/annuler#${SECRET}`,
  'booking/MovePage.vue': `${opened}/deplacer#${SECRET}`,
  'booking/MoveConfirmPage.vue': `${opened}/deplacer/confirmer#${SECRET}`,
  'account/StaffPage.vue': '/equipe',
  'register/files/FilesPage.vue': '/equipe/imports',
  'register/files/FilePage.vue': '/equipe/imports/7',
  'keeping/EntryPage.vue': '/equipe/maisons/moyaux/fiche',
  'keeping/AdaptationsPage.vue': '/equipe/maisons/moyaux/demarches',
  'keeping/AdaptationPage.vue': '/equipe/maisons/moyaux/demarches/licence',
  'keeping/HousesTablePage.vue': '/equipe/reseau/maisons',
  'keeping/NewHousePage.vue': '/equipe/reseau/maisons/nouvelle',
  'register/RegistersPage.vue': '/equipe/registres',
  'register/RegisterPage.vue': '/equipe/registres/demarches',
  'register/RegisterRowPage.vue': '/equipe/registres/demarches/licence',
  'account/StaffReturnPage.vue': '/equipe/retour',
  'account/MyLoginPage.vue': '/equipe/connexion',
  'account/PasskeyPage.vue': '/equipe/connexion/cle',
  'account/people/AgentsPage.vue': '/equipe/agents',
  'account/people/NewAgentPage.vue': '/equipe/agents/nouveau',
  'account/people/AgentPage.vue': '/equipe/agents/a1',
  'account/systems/SystemsPage.vue': '/equipe/logiciels',
  'account/systems/NewSystemPage.vue': '/equipe/logiciels/nouveau',
  'account/systems/SystemPage.vue': '/equipe/logiciels/s1',
  'account/entry/FirstAdministratorPage.vue': '/equipe/premier-acces/l1#secret',
  'account/entry/InvitationPage.vue': '/equipe/invitation/l1#secret',
  'queue/board/BoardPage.vue': '/equipe/maisons/moyaux',
  'queue/phone/PhonePage.vue': '/equipe/maisons/moyaux/rendez-vous',
  'queue/paper/SheetPage.vue': '/equipe/maisons/moyaux/feuille?date=2026-11-23',
  'queue/late/LateEntryPage.vue': '/equipe/maisons/moyaux/saisie',
  'queue/visit/VisitsPage.vue': '/equipe/maisons/moyaux/visites',
  'queue/settings/SettingsPage.vue': '/equipe/maisons/moyaux/reglages',
  'message/calls/CallsPage.vue': '/equipe/maisons/moyaux/appels',
  'message/settings/MessagesPage.vue': '/equipe/maisons/moyaux/messages',
  'planning/calendar/PermanencesPage.vue': '/equipe/maisons/moyaux/permanences',
  'planning/editor/PermanencePage.vue': '/equipe/maisons/moyaux/permanences/p1?date=2026-11-24',
  'reference/ReferencePage.vue': '/api',
  'reference/GuidePage.vue': '/api/guides/a-key',
  'reference/TagPage.vue': '/api/reference/slots',
  'embed/EmbedPage.vue': '/integrer?maison=moyaux',
  'embed/HousePosterPage.vue': '/maisons/moyaux/affiche?demarche=licence',
  'event/EventsPage.vue': '/evenements',
  'event/EventPage.vue': '/evenements/portes-ouvertes',
  'event/PosterPage.vue': '/evenements/portes-ouvertes/affiche',
  'event/staff/StaffEventsPage.vue': '/equipe/evenements',
  'event/staff/StaffEventPage.vue': '/equipe/evenements/portes-ouvertes',
  'message/outbox/OutboxPage.vue': '/boite',
  'booking/staff/StaffBookingPage.vue': '/equipe/maisons/moyaux/rendez-vous/ABCD-EFGH',
  'booking/staff/SuspectsPage.vue': '/equipe/maisons/moyaux/robots',
  'queue/wall/WallPage.vue': '/ecran/moyaux',
  'queue/kiosk/KioskPage.vue': '/borne/moyaux#cle=kiosk-key',
  'queue/ticket/TicketPage.vue': '/numero/pA012',
  'partner/PartnerPage.vue': '/partenaire',
  'partner/session/SessionPage.vue': '/partenaire/seances/n1',
  'partner/link/LinkPage.vue': `/seance/k1#${LINK_SECRET}`,
  'partner/report/ReportPage.vue': '/equipe/maisons/moyaux/bilan',
  'figures/FiguresPage.vue': '/equipe/maisons/moyaux/chiffres',
  'figures/MonthReportPage.vue': '/equipe/maisons/moyaux/chiffres/rapport',
  'figures/NetworkFiguresPage.vue': '/equipe/reseau/chiffres',
  'figures/PartnerFiguresPage.vue': '/partenaire/chiffres',
  'site/closing/ClosuresPage.vue': '/equipe/maisons/moyaux/fermetures',
  'shell/PrivacyPage.vue': '/confidentialite',
  'shell/AccessibilityPage.vue': '/accessibilite',
  'shell/NotFoundPage.vue': '/nulle/part',
}

/** Who opens the pages of each door; nobody else is named: a clerk. */
const WHO: Partial<Record<Door, typeof asAdmin>> = { managers: asManager, planners: asManager, admins: asAdmin, observers: asAdmin, partner: asAdmin, ownPartner: asPartner }
const doors = appRouter(createMemoryHistory())

describe('accessibility', () => {
  beforeEach(emptyStores)

  it('is checked on every page there is', () => {
    const pages = Object.keys(import.meta.glob('../**/*Page.vue')).map((path) => path.replace('../', ''))
    expect(Object.keys(PAGES).sort()).toEqual(pages.sort())
  })

  it.each(Object.entries(PAGES))('%s: axe finds nothing', async (_, path) => {
    keepSlot()
    const { door } = doors.resolve(path).meta
    if (door) loggedIn()
    const { container, queryByRole } = await openAt(path, (door && WHO[door])?.())
    await waitFor(() => expect(container.querySelector('.ghost')).toBeNull())
    // The page itself, no door in front of it.
    expect(queryByRole('heading', { name: 'Cette page n’est pas pour votre compte' })).toBeNull()
    if (door) expect(queryByRole('button', { name: 'Se connecter' })).toBeNull()
    expect(container.querySelectorAll('h1').length).toBeGreaterThan(0)
    expect(await axeFindings()).toEqual([])
  })

  it('axe finds nothing in English, on a form with errors', async () => {
    await setTongue('en')
    keepSlot()
    draft.forOther = true
    const { getByRole, user } = await openAt('/coordonnees')
    await user.click(getByRole('button', { name: 'Confirm the appointment' }))
    expect(document.documentElement.lang).toBe('en')
    expect(await axeFindings()).toEqual([])
  })

  it.each([['board', '/equipe/maisons/moyaux'], ['phone', '/numero/pA012'], ['wall', '/ecran/moyaux'], ['session', '/equipe/maisons/moyaux/seances/n1'], ['link', `/seance/k1#${LINK_SECRET}`]])('axe finds nothing on the %s in English', async (_, path) => {
    await setTongue('en')
    loggedIn()
    const { container } = await openAt(path)
    await waitFor(() => expect(container.querySelector('.ghost')).toBeNull())
    expect(container.textContent).not.toMatch(/attend|Numéro/)
    expect(await axeFindings()).toEqual([])
  })

  it('axe would find a picture without words', async () => {
    document.title = 'x'
    document.body.innerHTML = '<main><h1>x</h1><img src="x.png"></main>'
    expect(await axeFindings()).toHaveLength(1)
  })
})

function keepSlot(): void {
  const hold = { id: 'h1', slotId: SLOTS[0]!.id, expiresAt: '2026-11-23T08:10:00Z', extended: false }
  Object.assign(holding, { hold, until: Date.parse(hold.expiresAt), slot: SLOTS[0], context: { site: SITE, procedure: PROCEDURES[0] } })
}
