import type { RouteRecordRaw } from 'vue-router'
import { withTranslations } from './withTranslations'

const ofManagers = { wide: true, door: 'managers', why: 'figures.notYours' } as const

/** How a house did, and a month of it on paper. */
export const figures: RouteRecordRaw[] = [
  { path: 'chiffres', name: 'figures', component: withTranslations(() => import('@/figures/FiguresPage.vue'), 'figures'), meta: ofManagers },
  { path: 'chiffres/rapport', name: 'monthReport', component: withTranslations(() => import('@/figures/MonthReportPage.vue'), 'figures'), meta: ofManagers },
]

/** What the network keeps as a whole, for admins; what it gives to towns, for anybody. */
export const network: RouteRecordRaw[] = [
  { path: '/maisons/:id/affiche', name: 'housePoster', component: withTranslations(() => import('@/embed/HousePosterPage.vue'), 'embed'), props: true },
  { path: '/integrer', name: 'embed', component: withTranslations(() => import('@/embed/EmbedPage.vue'), 'embed') },
  { path: '/api/:part?/:name?', component: withTranslations(() => import('@/reference/ReferenceDoor.vue'), 'reference'), props: true },
  {
    path: '/equipe/imports',
    component: withTranslations(() => import('@/account/StaffGate.vue'), 'account', 'imports'),
    meta: { door: 'admins', why: 'imports.notYours' },
    children: [
      { path: '', name: 'imports', component: () => import('@/register/files/FilesPage.vue') },
      { path: ':id', name: 'import', component: () => import('@/register/files/FilePage.vue'), props: true, meta: { wide: true } },
    ],
  },
  {
    path: '/equipe/logiciels',
    component: withTranslations(() => import('@/account/StaffGate.vue'), 'account', 'systems'),
    meta: { door: 'admins', why: 'systems.notYours' },
    children: [
      { path: '', name: 'systems', component: () => import('@/account/systems/SystemsPage.vue') },
      { path: 'nouveau', name: 'systemNew', component: () => import('@/account/systems/NewSystemPage.vue') },
      { path: ':system', name: 'system', component: () => import('@/account/systems/SystemPage.vue'), props: true },
    ],
  },
  {
    path: '/equipe/registres',
    component: withTranslations(() => import('@/account/StaffGate.vue'), 'account', 'register'),
    meta: { door: 'admins', why: 'register.notYours' },
    children: [
      { path: '', name: 'registers', component: () => import('@/register/RegistersPage.vue') },
      { path: ':register', name: 'register', component: () => import('@/register/RegisterPage.vue'), props: true, meta: { wide: true } },
      { path: ':register/:row', name: 'registerRow', component: () => import('@/register/RegisterRowPage.vue'), props: true },
    ],
  },
  {
    path: '/equipe/reseau/chiffres',
    component: withTranslations(() => import('@/account/StaffGate.vue'), 'account', 'figures'),
    meta: { door: 'observers', why: 'figures.notObserved' },
    children: [{ path: '', name: 'networkFigures', component: () => import('@/figures/NetworkFiguresPage.vue'), meta: { wide: true } }],
  },
  {
    path: '/partenaire/chiffres',
    component: withTranslations(() => import('@/account/StaffGate.vue'), 'account', 'figures'),
    meta: { door: 'ownPartner' },
    children: [{ path: '', name: 'partnerFigures', component: () => import('@/figures/PartnerFiguresPage.vue'), meta: { wide: true } }],
  },
]
