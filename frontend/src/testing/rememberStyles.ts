/** What an element's style hangs on, of its own and of what it stands in. */
const STYLED = new Set(['style', 'hidden', 'type', 'open', 'dir', 'disabled', 'href', 'popover', 'inert'])

const remembering = new WeakSet<typeof window.getComputedStyle>()

/**
 * Remembers what an element's style comes to: asking jsdom anew at every look took a third of the time of all tests. Where a page
 * has a style sheet (no test loads ours), it is asked.
 */
export function rememberStyles(window: Window): void {
  const ask = window.getComputedStyle
  if (remembering.has(ask)) return
  const known = new Map<string, CSSStyleDeclaration>()
  window.getComputedStyle = (element, pseudo) => {
    if (pseudo || window.document.styleSheets.length) return ask.call(window, element, pseudo)
    const path = pathOf(element)
    let style = known.get(path)
    if (!style) known.set(path, (style = ask.call(window, element)))
    return style
  }
  remembering.add(window.getComputedStyle)
}

function pathOf(element: Element): string {
  let path = ''
  for (let one: Element | null = element; one; one = one.parentElement) {
    path += `<${one.localName}`
    for (const { name, value } of one.attributes) {
      if (STYLED.has(name)) path += ` ${name}=${value}`
    }
  }
  return path
}
