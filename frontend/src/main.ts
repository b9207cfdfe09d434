import { createApp } from 'vue'
import { keptTongue, setTongue } from '@/text'
import '@/ui/base.css'
import App from './App.vue'
import { appRouter } from './router'

// The words come first, so no reader sees a flash of another language.
void setTongue(keptTongue()).finally(() => createApp(App).use(appRouter()).mount('#app'))
