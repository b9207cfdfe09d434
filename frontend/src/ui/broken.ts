import { shallowRef } from 'vue'
import { ApiProblem, type Failure, NoAnswer } from '@/api'

/** What keeps the whole screen from being shown, and the address at which to try again. */
export const broken = shallowRef<{ failure: Failure; at: string } | null>(null)

/** A page's file did not come: no network, or an update of the app took the old files away. A full load mends both. */
export function pageIsMissing(at: string): void {
  broken.value = { failure: new NoAnswer('page'), at }
}

/** A fault of ours while drawing: there must still be something to read and a way on, never a blank page. */
export function screenFailed(at: string): void {
  broken.value = { failure: new ApiProblem(500, 'screen', ''), at }
}
