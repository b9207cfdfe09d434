import { nextTick } from 'vue'

let moved = false

/** Said by the router after each move inside the app: the next page's title then takes the focus. */
export function announceMove(): void {
  moved = true
}

/** True once after each move; never for the page that the browser itself loaded, which it announces on its own. */
export function takeMove(): boolean {
  const wasMoved = moved
  moved = false
  return wasMoved
}

/** Moves the focus to an element by its id, once the screen is drawn. */
export async function focusOn(id: string): Promise<void> {
  await nextTick()
  document.getElementById(id)?.focus()
}
