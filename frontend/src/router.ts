import { createRouter, createWebHistory, type Router, type RouterHistory, type RouteRecordRaw } from 'vue-router'
import { type BookName, openBooks } from '@/text'
import { announceMove, broken, pageIsMissing } from '@/ui'
import WherePage from '@/site/WherePage.vue'

/** A page and the words that only such pages need. */
const withWords =
  <Page>(load: () => Promise<Page>, ...books: BookName[]) =>
  async (): Promise<Page> =>
    (await Promise.all([load(), openBooks(...books)]))[0]

declare module 'vue-router' {
  interface RouteMeta {
    /** As wide as the screen: for desks. */
    wide?: boolean
    /** Nothing around it: for screens on a wall and kiosks. */
    bare?: boolean
  }
}

/** All that staff do in one house, behind the login. */
const house: RouteRecordRaw[] = [
  { path: '', name: 'board', component: withWords(() => import('@/queue/board/BoardPage.vue'), 'queue', 'desk'), meta: { wide: true } },
  { path: 'rendez-vous', name: 'phone', component: withWords(() => import('@/queue/phone/PhonePage.vue'), 'queue', 'desk') },
  { path: 'feuille', name: 'sheet', component: withWords(() => import('@/queue/paper/SheetPage.vue'), 'desk'), meta: { wide: true } },
  { path: 'saisie', name: 'late', component: withWords(() => import('@/queue/late/LateEntryPage.vue'), 'desk') },
  { path: 'reglages', name: 'settings', component: withWords(() => import('@/queue/settings/SettingsPage.vue'), 'desk') },
  { path: 'appels', name: 'calls', component: withWords(() => import('@/message/calls/CallsPage.vue'), 'desk', 'message') },
  {
    path: 'messages',
    name: 'messages',
    component: withWords(() => import('@/message/settings/MessagesPage.vue'), 'desk', 'message'),
    meta: { wide: true },
  },
  { path: 'fermetures', name: 'closures', component: withWords(() => import('@/site/closing/ClosuresPage.vue'), 'desk', 'partner') },
  { path: 'seances/:session', name: 'houseSession', component: withWords(() => import('@/partner/session/SessionPage.vue'), 'desk', 'partner') },
  {
    path: 'bilan',
    name: 'report',
    component: withWords(() => import('@/partner/report/ReportPage.vue'), 'desk', 'report'),
    meta: { wide: true },
  },
  {
    path: 'permanences',
    name: 'permanences',
    component: withWords(() => import('@/planning/calendar/PermanencesPage.vue'), 'desk', 'planning', 'feed'),
    meta: { wide: true },
  },
  {
    path: 'permanences/nouvelle',
    name: 'permanenceNew',
    component: withWords(() => import('@/planning/editor/PermanencePage.vue'), 'desk', 'planning'),
    meta: { wide: true },
  },
  {
    path: 'permanences/:permanence',
    name: 'permanence',
    component: withWords(() => import('@/planning/editor/PermanencePage.vue'), 'desk', 'planning'),
    meta: { wide: true },
  },
  {
    path: 'rendez-vous/:reference',
    name: 'staffBooking',
    component: withWords(() => import('@/booking/staff/StaffBookingPage.vue'), 'desk', 'message'),
  },
]

/** All that a partner's agent does, behind the login. */
const partner: RouteRecordRaw[] = [
  { path: '', name: 'partner', component: withWords(() => import('@/partner/PartnerPage.vue'), 'desk', 'partner', 'feed') },
  {
    path: 'seances/:id',
    name: 'partnerSession',
    component: withWords(() => import('@/partner/session/SessionPage.vue'), 'desk', 'partner'),
    props: ({ params }) => ({ session: params.id }),
  },
]

// Only the first question comes with the first load; each other page is fetched on the way to it.
export const routes: RouteRecordRaw[] = [
  { path: '/', name: 'where', component: WherePage },
  { path: '/demarche', name: 'procedure', component: () => import('@/site/ProcedurePage.vue') },
  { path: '/maisons', name: 'houses', component: withWords(() => import('@/site/HousesPage.vue'), 'stay') },
  { path: '/maisons/:id', name: 'house', component: withWords(() => import('@/site/HousePage.vue'), 'notice', 'stay'), props: true },
  { path: '/evenements', name: 'events', component: withWords(() => import('@/event/EventsPage.vue'), 'event') },
  { path: '/evenements/:code', name: 'event', component: withWords(() => import('@/event/EventPage.vue'), 'event'), props: true },
  { path: '/evenements/:code/affiche', name: 'poster', component: withWords(() => import('@/event/PosterPage.vue'), 'event'), props: true },
  { path: '/creneau', name: 'slot', component: () => import('@/booking/SlotPage.vue') },
  { path: '/coordonnees', name: 'visitor', component: () => import('@/booking/VisitorPage.vue') },
  { path: '/rendez-vous/:reference', name: 'booking', component: withWords(() => import('@/booking/BookingPage.vue'), 'reach'), props: true },
  { path: '/rendez-vous/:reference/annuler', name: 'cancel', component: () => import('@/booking/CancelPage.vue'), props: true },
  { path: '/rendez-vous/:reference/deplacer', name: 'move', component: withWords(() => import('@/booking/MovePage.vue'), 'reach'), props: true },
  {
    path: '/rendez-vous/:reference/deplacer/confirmer',
    name: 'moveConfirm',
    component: () => import('@/booking/MoveConfirmPage.vue'),
    props: true,
  },
  { path: '/equipe', name: 'staff', component: withWords(() => import('@/account/StaffPage.vue'), 'account', 'feed') },
  {
    path: '/equipe/evenements',
    component: withWords(() => import('@/account/StaffGate.vue'), 'account', 'event', 'workshop'),
    children: [
      { path: '', name: 'staffEvents', component: () => import('@/event/staff/StaffEventsPage.vue') },
      { path: ':code', name: 'staffEvent', component: () => import('@/event/staff/StaffEventPage.vue'), props: true },
    ],
  },
  { path: '/equipe/retour', name: 'staffReturn', component: withWords(() => import('@/account/StaffReturnPage.vue'), 'account') },
  {
    path: '/equipe/maisons/:id',
    component: withWords(() => import('@/account/StaffGate.vue'), 'account', 'desk'),
    children: house.map((page) => ({ ...page, props: true }) as RouteRecordRaw),
  },
  { path: '/partenaire', component: withWords(() => import('@/account/StaffGate.vue'), 'account', 'desk'), children: partner },
  { path: '/seance/:id', name: 'sessionLink', component: withWords(() => import('@/partner/link/LinkPage.vue'), 'link'), props: true },
  {
    path: '/ecran/:id',
    name: 'wall',
    component: withWords(() => import('@/queue/wall/WallPage.vue'), 'queue', 'notice'),
    props: true,
    meta: { bare: true },
  },
  {
    path: '/borne/:id',
    name: 'kiosk',
    component: withWords(() => import('@/queue/kiosk/KioskPage.vue'), 'queue'),
    props: true,
    meta: { bare: true },
  },
  { path: '/numero/:publicId', name: 'ticket', component: withWords(() => import('@/queue/ticket/TicketPage.vue'), 'queue'), props: true },
  { path: '/boite', name: 'outbox', component: withWords(() => import('@/message/outbox/OutboxPage.vue'), 'message'), meta: { wide: true } },
  { path: '/confidentialite', name: 'privacy', component: () => import('@/shell/PrivacyPage.vue') },
  { path: '/accessibilite', name: 'accessibility', component: () => import('@/shell/AccessibilityPage.vue') },
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
