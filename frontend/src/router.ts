import { createRouter, createWebHistory, type Router, type RouterHistory, type RouteRecordRaw } from 'vue-router'
import { announceMove, broken, pageIsMissing } from '@/ui'
import WherePage from '@/site/WherePage.vue'

// Only the first question comes with the first load; each other page is fetched on the way to it.
export const routes: RouteRecordRaw[] = [
  { path: '/', name: 'where', component: WherePage },
  { path: '/demarche', name: 'procedure', component: () => import('@/site/ProcedurePage.vue') },
  { path: '/maisons', name: 'houses', component: () => import('@/site/HousesPage.vue') },
  { path: '/maisons/:id', name: 'house', component: () => import('@/site/HousePage.vue'), props: true },
  { path: '/creneau', name: 'slot', component: () => import('@/booking/SlotPage.vue') },
  { path: '/coordonnees', name: 'visitor', component: () => import('@/booking/VisitorPage.vue') },
  { path: '/rendez-vous/:reference', name: 'booking', component: () => import('@/booking/BookingPage.vue'), props: true },
  { path: '/rendez-vous/:reference/annuler', name: 'cancel', component: () => import('@/booking/CancelPage.vue'), props: true },
  { path: '/rendez-vous/:reference/deplacer', name: 'move', component: () => import('@/booking/MovePage.vue'), props: true },
  {
    path: '/rendez-vous/:reference/deplacer/confirmer',
    name: 'moveConfirm',
    component: () => import('@/booking/MoveConfirmPage.vue'),
    props: true,
  },
  { path: '/equipe', name: 'staff', component: () => import('@/account/StaffPage.vue') },
  { path: '/equipe/retour', name: 'staffReturn', component: () => import('@/account/StaffReturnPage.vue') },
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
