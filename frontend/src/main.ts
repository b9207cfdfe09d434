import { createApp } from 'vue'
import { firstTongue, setTongue } from '@/text'
import '@/ui/base.css'
import App from './App.vue'
import { appRouter } from './router'

// A kiosk and a wall belong to the house, whatever its computer was installed in.
const house = /^\/(borne|ecran)\b/.test(location.pathname)
// The words come first, so no reader sees a flash of another language.
void setTongue(house ? 'fr' : firstTongue(), false).finally(() => createApp(App).use(appRouter()).mount('#app'))
