const GONE = 'script, iframe, object, embed, form, link, base, meta[http-equiv], template'

/** A letter's HTML with nothing in it that acts or that this page's rules would refuse; its styles are handed over apart. */
export function harmless(html: string, links: boolean): { html: string; styles: string } {
  // Renamed before it is read: a browser complains of each written style even while it only reads.
  const page = new DOMParser().parseFromString(html.replace(/(<[a-z][^<>]*\s)style\s*=/gi, '$1data-style='), 'text/html')
  for (const one of page.querySelectorAll(GONE)) one.remove()
  const styles = [...page.querySelectorAll('style')].map((one) => {
    one.remove()
    return one.textContent ?? ''
  })
  for (const one of page.querySelectorAll<HTMLElement>('*')) {
    const style = one.getAttribute('style')
    if (style) one.setAttribute('data-style', style)
    for (const { name } of [...one.attributes]) if (name === 'style' || name.startsWith('on')) one.removeAttribute(name)
  }
  for (const one of page.querySelectorAll('a[href]')) {
    if (!links || !/^(https?:|mailto:|tel:)/i.test(one.getAttribute('href')!)) one.removeAttribute('href')
    else for (const [name, value] of [['target', '_blank'], ['rel', 'noopener noreferrer']] as const) one.setAttribute(name, value)
  }
  return { html: `<!doctype html>${page.documentElement.outerHTML}`, styles: styles.join('\n') }
}
