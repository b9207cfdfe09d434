import type { RouteRecordRaw } from 'vue-router'
import { withTranslations } from './withTranslations'

/** All that a partner's agent does, behind the login. */
export const partner: RouteRecordRaw[] = [
  { path: '', name: 'partner', component: withTranslations(() => import('@/partner/PartnerPage.vue'), 'counter', 'partner', 'feed', 'notice') },
  {
    path: 'seances/:id',
    name: 'partnerSession',
    component: withTranslations(() => import('@/partner/session/SessionPage.vue'), 'counter', 'partner', 'notice'),
    props: ({ params }) => ({ session: params.id }),
  },
]
