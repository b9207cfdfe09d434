import { forgetConfiguration } from '@/api/places'
import { draft } from '@/booking/draft'
import { holding } from '@/booking/holding'
import { forgetLogin } from '@/login'
import { lastSaid } from '@/planning/said'
import { forgetCounters } from '@/queue/board/useCounter'
import { weeks } from '@/partner/weeks'
import { errand } from '@/site/errand'
import { cache } from '@/staff'
import { forgetTranslations } from '@/text'
import { broken } from '@/ui/broken'
import { takeMove } from '@/ui/focus'
import { keysOn } from '@/ui/useKeys'

/** The stores of the tab, as in a tab that was just opened. */
export function emptyStores(): void {
  errand.$reset()
  holding.$reset()
  draft.$reset()
  weeks.$reset()
  forgetCounters()
}

/** Whatever modules remember, as in a page that was just loaded: all spec files of a worker share them. */
export function forgetAll(): void {
  emptyStores()
  forgetConfiguration()
  forgetLogin()
  cache.clear()
  forgetTranslations()
  lastSaid.value = ''
  broken.value = null
  keysOn.value = true
  takeMove()
}
