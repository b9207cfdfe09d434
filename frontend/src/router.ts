import { createRouter, createWebHistory, type Router, type RouterHistory, type RouteRecordRaw } from 'vue-router'
import type { Key } from '@/text'
import type { Door } from '@/login/doors'
import { announceMove, broken, pageIsMissing } from '@/ui'
import WherePage from '@/site/WherePage.vue'
import { keeping } from './keepingRoutes'
import { figures, network } from './network'
import { partner } from './partnerRoutes'
import { withTranslations } from './withTranslations'

declare module 'vue-router' {
  interface RouteMeta {
    /** As wide as the screen: for counters. */
    wide?: boolean
    /** Nothing around it: for screens on a wall and kiosks. */
    bare?: boolean
    /** Of the staff only: whom it is for. */
    door?: Door
    /** Said to others, beside whom it is for. */
    why?: Key
  }
}

/** Who works here, and how one comes to: seldom opened, so all in one piece. */
const people = (page: keyof typeof import('@/account/people')) => withTranslations(async () => (await import('@/account/people'))[page], 'account')

/** For who runs the house. */
const managers = (why: Key) => ({ door: 'managers', why }) as const

/** All that staff do in one house, behind the login. */
const house: RouteRecordRaw[] = [
  ...keeping,
  ...figures,
  { path: '', name: 'board', component: withTranslations(() => import('@/queue/board/BoardPage.vue'), 'queue', 'counter'), meta: { wide: true } },
  { path: 'rendez-vous', name: 'phone', component: withTranslations(() => import('@/queue/phone/PhonePage.vue'), 'queue', 'counter') },
  { path: 'feuille', name: 'sheet', component: withTranslations(() => import('@/queue/paper/SheetPage.vue'), 'counter'), meta: { wide: true } },
  { path: 'saisie', name: 'late', component: withTranslations(() => import('@/queue/late/LateEntryPage.vue'), 'counter') },
  { path: 'visites', name: 'visits', component: withTranslations(() => import('@/queue/visit/VisitsPage.vue'), 'counter') },
  { path: 'reglages', name: 'settings', component: withTranslations(() => import('@/queue/settings/SettingsPage.vue'), 'counter'), meta: managers('settings.notYours') },
  { path: 'appels', name: 'calls', component: withTranslations(() => import('@/message/calls/CallsPage.vue'), 'counter', 'message') },
  {
    path: 'messages',
    name: 'messages',
    component: withTranslations(() => import('@/message/settings/MessagesPage.vue'), 'counter', 'message'),
    meta: { wide: true },
  },
  { path: 'fermetures', name: 'closures', component: withTranslations(() => import('@/site/closing/ClosuresPage.vue'), 'counter', 'partner') },
  {
    path: 'robots',
    name: 'suspects',
    component: withTranslations(() => import('@/booking/staff/SuspectsPage.vue'), 'counter', 'suspects'),
    meta: managers('suspects.notYours'),
  },
  { path: 'seances/:session', name: 'houseSession', component: withTranslations(() => import('@/partner/session/SessionPage.vue'), 'counter', 'partner', 'notice') },
  {
    path: 'bilan',
    name: 'report',
    component: withTranslations(() => import('@/partner/report/ReportPage.vue'), 'counter', 'report'),
    meta: { wide: true, ...managers('report.notYours') },
  },
  {
    path: 'permanences',
    name: 'permanences',
    component: withTranslations(() => import('@/planning/calendar/PermanencesPage.vue'), 'counter', 'planning', 'feed'),
    meta: { wide: true },
  },
  {
    path: 'permanences/nouvelle',
    name: 'permanenceNew',
    component: withTranslations(() => import('@/planning/editor/PermanencePage.vue'), 'counter', 'planning'),
    meta: { wide: true, ...managers('plan.notYours') },
  },
  {
    path: 'permanences/:permanence',
    name: 'permanence',
    component: withTranslations(() => import('@/planning/editor/PermanencePage.vue'), 'counter', 'planning'),
    meta: { wide: true, ...managers('plan.notYours') },
  },
  {
    path: 'rendez-vous/:reference',
    name: 'staffBooking',
    component: withTranslations(() => import('@/booking/staff/StaffBookingPage.vue'), 'counter', 'message'),
  },
]


// Only the first question comes with the first load; each other page is fetched on the way to it.
export const routes: RouteRecordRaw[] = [
  { path: '/', name: 'where', component: WherePage },
  { path: '/sans-rendez-vous', name: 'walkIn', component: withTranslations(() => import('@/site/WalkInPage.vue'), 'stay') },
  { path: '/appeler', name: 'call', component: () => import('@/site/CallPage.vue') },
  { path: '/demarche', name: 'procedure', component: () => import('@/site/ProcedurePage.vue') },
  { path: '/maisons', name: 'houses', component: withTranslations(() => import('@/site/HousesPage.vue'), 'notice', 'stay') },
  { path: '/maisons/:id', name: 'house', component: withTranslations(() => import('@/site/HousePage.vue'), 'notice', 'stay'), props: true },
  { path: '/evenements', name: 'events', component: withTranslations(() => import('@/event/EventsPage.vue'), 'event') },
  { path: '/evenements/:code', name: 'event', component: withTranslations(() => import('@/event/EventPage.vue'), 'event'), props: true },
  { path: '/evenements/:code/affiche', name: 'poster', component: withTranslations(() => import('@/event/PosterPage.vue'), 'event'), props: true },
  { path: '/creneau', name: 'slot', component: withTranslations(() => import('@/booking/SlotPage.vue'), 'booking') },
  { path: '/coordonnees', name: 'visitor', component: withTranslations(() => import('@/booking/VisitorPage.vue'), 'booking') },
  { path: '/rdv/:house?', name: 'slip', component: withTranslations(() => import('@/booking/SlipPage.vue'), 'booking', 'slip', 'notice'), props: true },
  { path: '/rendez-vous/:reference', name: 'booking', component: withTranslations(() => import('@/booking/BookingPage.vue'), 'booking', 'reach', 'notice'), props: true },
  { path: '/rendez-vous/:reference/annuler', name: 'cancel', component: withTranslations(() => import('@/booking/CancelPage.vue'), 'booking'), props: true },
  { path: '/rendez-vous/:reference/deplacer', name: 'move', component: withTranslations(() => import('@/booking/MovePage.vue'), 'booking', 'reach', 'notice'), props: true },
  {
    path: '/rendez-vous/:reference/deplacer/confirmer',
    name: 'moveConfirm',
    component: withTranslations(() => import('@/booking/MoveConfirmPage.vue'), 'booking'),
    props: true,
  },
  { path: '/equipe', name: 'staff', component: withTranslations(() => import('@/account/StaffPage.vue'), 'account', 'feed'), meta: { door: 'agents' } },
  {
    path: '/equipe/evenements',
    component: withTranslations(() => import('@/account/StaffGate.vue'), 'account', 'booking', 'event', 'workshop'),
    meta: { door: 'planners', why: 'myEvents.notYours' },
    children: [
      { path: '', name: 'staffEvents', component: () => import('@/event/staff/StaffEventsPage.vue') },
      { path: ':code', name: 'staffEvent', component: () => import('@/event/staff/StaffEventPage.vue'), props: true },
    ],
  },
  {
    path: '/equipe/agents',
    component: withTranslations(() => import('@/account/StaffGate.vue'), 'account', 'register'),
    meta: { door: 'planners', why: 'agents.notYours' },
    children: [
      { path: '', name: 'agents', component: people('AgentsPage') },
      { path: 'nouveau', name: 'agentNew', component: people('NewAgentPage') },
      { path: ':agent', name: 'agent', component: people('AgentPage'), props: true },
    ],
  },
  { path: '/equipe/connexion', name: 'myLogin', component: people('MyLoginPage'), meta: { door: 'agents' } },
  { path: '/equipe/connexion/cle', component: people('PasskeyPage') },
  { path: '/equipe/premier-acces/:id', component: people('FirstAdministratorPage'), props: true },
  { path: '/equipe/invitation/:id', component: people('InvitationPage'), props: true },
  ...network,
  {
    path: '/equipe/reseau/maisons',
    component: withTranslations(() => import('@/account/StaffGate.vue'), 'account', 'register', 'keeping'),
    meta: { door: 'admins', why: 'register.notYours' },
    children: [
      { path: '', name: 'sites', component: () => import('@/keeping/HousesTablePage.vue'), meta: { wide: true } },
      { path: 'nouvelle', name: 'siteNew', component: () => import('@/keeping/NewHousePage.vue') },
    ],
  },
  { path: '/equipe/retour', name: 'staffReturn', component: withTranslations(() => import('@/account/StaffReturnPage.vue'), 'account') },
  {
    path: '/equipe/maisons/:id',
    component: withTranslations(() => import('@/account/StaffGate.vue'), 'account', 'booking', 'counter'),
    meta: { door: 'house' },
    children: house.map((page) => ({ ...page, props: true }) as RouteRecordRaw),
  },
  {
    path: '/partenaire',
    component: withTranslations(() => import('@/account/StaffGate.vue'), 'account', 'booking', 'counter'),
    meta: { door: 'partner' },
    children: partner,
  },
  { path: '/seance/:id', name: 'sessionLink', component: withTranslations(() => import('@/partner/link/LinkPage.vue'), 'link', 'notice'), props: true },
  {
    path: '/ecran/:id',
    name: 'wall',
    component: withTranslations(() => import('@/queue/wall/WallPage.vue'), 'queue', 'notice'),
    props: true,
    meta: { bare: true },
  },
  {
    path: '/borne/:id',
    name: 'kiosk',
    component: withTranslations(() => import('@/queue/kiosk/KioskPage.vue'), 'queue'),
    props: true,
    meta: { bare: true },
  },
  { path: '/numero/:publicId', name: 'ticket', component: withTranslations(() => import('@/queue/ticket/TicketPage.vue'), 'queue'), props: true },
  { path: '/boite', name: 'outbox', component: withTranslations(() => import('@/message/outbox/OutboxPage.vue'), 'message'), meta: { wide: true } },
  { path: '/confidentialite', name: 'privacy', component: withTranslations(() => import('@/shell/PrivacyPage.vue'), 'legal') },
  { path: '/accessibilite', name: 'accessibility', component: withTranslations(() => import('@/shell/AccessibilityPage.vue'), 'legal') },
  { path: '/:path(.*)*', name: 'notFound', component: () => import('@/shell/NotFoundPage.vue') },
]

export function appRouter(history: RouterHistory = createWebHistory()): Router {
  const router = createRouter({
    history,
    routes,
    // The fragment is a secret here, never a place on the page.
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  })
  router.afterEach((to, from) => {
    broken.value = null
    if (from.matched.length && to.path !== from.path) announceMove()
  })
  router.onError((_, to) => pageIsMissing(to.fullPath))
  return router
}
