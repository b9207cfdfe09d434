import type { RouteRecordRaw } from 'vue-router'
import { withTranslations } from './withTranslations'

const managers = { door: 'managers', why: 'keeping.notYours' } as const

/** How a house is kept by who manages it, within the routes of the house. */
export const keeping: RouteRecordRaw[] = [
  { path: 'fiche', name: 'entry', component: withTranslations(() => import('@/keeping/EntryPage.vue'), 'counter', 'keeping', 'register'), meta: managers },
  { path: 'demarches', name: 'adaptations', component: withTranslations(() => import('@/keeping/AdaptationsPage.vue'), 'counter', 'keeping', 'register'), meta: managers },
  { path: 'demarches/:procedure', name: 'adaptation', component: withTranslations(() => import('@/keeping/AdaptationPage.vue'), 'counter', 'keeping', 'register'), meta: managers },
]
