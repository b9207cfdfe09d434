import type { Router } from 'vue-router'

/** What may be shown in the frame of another site: booking, and one's own appointment. Nothing that a login opens. */
const HERE = new Set<unknown>(['where', 'houses', 'house', 'procedure', 'slot', 'visitor', 'booking', 'cancel', 'move', 'moveConfirm', 'notFound'])

/** Every other page opens in a window of its own. */
export function framed(router: Router): Router {
  router.beforeEach((to, from) => {
    if (HERE.has(to.name)) return true
    // The frame itself asks for it, nobody pressed anything.
    if (!from.matched.length) return { name: 'notFound', params: { path: to.path.slice(1).split('/') } }
    window.open(location.origin + to.fullPath, '_blank', 'noopener')
    return false
  })
  return router
}
