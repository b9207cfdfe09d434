import { createApp } from 'vue'
import { firstTongue, setTongue } from '@/text'
import '@/ui/base.css'
import App from './App.vue'
import { appRouter } from './router'

const path = location.pathname
// A kiosk and a wall belong to the house, whatever its computer was installed in.
const house = /^\/(borne|ecran)\b/.test(path)
// The booking in the frame of another site is an app of its own. Its document says so, the one that may be framed: an address can be written in
// several ways, and the server and this script would not always read it alike.
if ('frame' in document.documentElement.dataset) void import('./frame').then(({ showFrame }) => showFrame())
// The words come first, so no reader sees a flash of another language.
else void setTongue(house ? 'fr' : firstTongue(), false).finally(() => createApp(App).use(appRouter()).mount('#app'))
