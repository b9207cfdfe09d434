// The guides of /api: each second heading of backend/docs/integrators.md is one, in its order.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Marked } from 'marked'

const here = import.meta.url
const VIRTUAL = 'virtual:guides'

/** `[{ id, title, html }]`: what is sent to browsers is made here, from a file of ours. */
export function guidesOf(markdown) {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title, ...lines] = part.split('\n')
      return { id: idOf(title), title: title.trim(), html: htmlOf(lines.join('\n')) }
    })
}

const idOf = (title) => title.trim().toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')

/** A code block slides by itself, so the keyboard must reach it. What a link leads to stands in the repository, not here. */
function htmlOf(markdown) {
  const marked = new Marked({
    renderer: {
      code: ({ text }) => `<pre tabindex="0"><code>${escaped(text)}</code></pre>`,
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens)
        return /^(https?:|\/)/.test(href) ? `<a href="${escaped(href)}">${words}</a>` : words
      },
      html: ({ text }) => escaped(text),
    },
  })
  return marked.parse(markdown)
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** For Vite: `import { guides } from 'virtual:guides'`. */
export const guides = () => ({
  name: 'porte-ouverte-guides',
  resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : null),
  load(id) {
    if (id !== `\0${VIRTUAL}`) return null
    const source = fileURLToPath(new URL('../../backend/docs/integrators.md', here))
    this.addWatchFile(source)
    return `export const guides = ${JSON.stringify(guidesOf(readFileSync(source, 'utf8')))}`
  },
})
