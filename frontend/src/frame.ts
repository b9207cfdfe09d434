import { createApp } from 'vue'
import { createWebHistory } from 'vue-router'
import { firstTongue, loadTranslations, setTongue } from '@/text'
import { framed } from '@/embed/framed'
import '@/ui/base.css'
import FrameApp from './FrameApp.vue'
import { appRouter } from './router'

/** Fetched by main.ts below /cadre (cadre.html). Nothing of it needs a cookie. */
export function showFrame(): void {
  void setTongue(firstTongue(), false)
    .then(() => loadTranslations('embed'))
    .finally(() => createApp(FrameApp).use(framed(appRouter(createWebHistory('/cadre')))).mount('#app'))
}
