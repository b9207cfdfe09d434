import { cleanup, configure } from '@testing-library/vue'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, vi } from 'vitest'
import { cache } from '@/staff'
import { clock } from '@/time'
import { setTongue } from '@/text'
import { forgetAll } from './stores'
import { rememberStyles } from './rememberStyles'

rememberStyles(window)

// A busy machine is no fault: what is waited for may take its time.
configure({ asyncUtilTimeout: 10_000 })
// A refusal that a test made is shown at once; staff/cache.spec.ts looks at trying again.
const { queries } = cache.getDefaultOptions()
cache.setDefaultOptions({ queries: { ...queries, retry: false } })

beforeEach(async () => {
  clock.now = () => new Date('2026-11-23T08:00:00Z')
  window.scrollTo = () => undefined
  Element.prototype.scrollIntoView = () => undefined
  await setTongue('fr')
})

// The next test, of this file or another, finds a page that was just loaded.
afterEach(async () => {
  cleanup()
  vi.useRealTimers()
  // What was asked is still answered by the test's own network.
  await flushPromises()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  // Whoever prints waits for its end.
  window.dispatchEvent(new Event('afterprint'))
  forgetAll()
  localStorage.clear()
  sessionStorage.clear()
  document.head.innerHTML = ''
  document.body.innerHTML = ''
  // The one that user-event put in its place, and what was copied to it.
  Reflect.deleteProperty(navigator, 'clipboard')
  window.history.replaceState(null, '', '/')
})
