/** Prints only what stands in `.print-alone`: a small ticket, not the page that it was asked from. */
export function printAlone(): void {
  const page = document.documentElement
  page.classList.add('alone')
  addEventListener('afterprint', () => page.classList.remove('alone'), { once: true })
  window.print()
}
