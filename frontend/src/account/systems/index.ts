export { default as NewSystemPage } from './NewSystemPage.vue'
export { default as SystemPage } from './SystemPage.vue'
export { default as SystemsPage } from './SystemsPage.vue'
