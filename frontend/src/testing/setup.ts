import { cleanup, configure } from '@testing-library/vue'
import { afterEach, beforeEach, vi } from 'vitest'
import { clock } from '@/time'
import { setTongue } from '@/text'

// A busy machine is no fault: what is waited for may take its time.
configure({ asyncUtilTimeout: 10_000 })

beforeEach(async () => {
  clock.now = () => new Date('2026-11-23T08:00:00Z')
  window.scrollTo = () => undefined
  await setTongue('fr')
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
  localStorage.clear()
  sessionStorage.clear()
  document.body.innerHTML = ''
})
