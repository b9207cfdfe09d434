// The guides of /api: each second heading of backend/docs/integrators.md is one, in its order; the last is the changelog.
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

/** What changed, below the headings of its releases. */
export const changelogOf = (markdown) => ({ id: 'changelog', title: 'Changelog', html: htmlOf(markdown.slice(markdown.indexOf('\n'))) })

/** What else of the repository is a guide, too. */
const HERE = { '../../CHANGELOG.md': '#changelog', 'backend/docs/integrators.md': '/api' }

/** A code block and a table slide by themselves, so the keyboard must reach it. Of what a link leads to, only other guides stand here, too. */
function htmlOf(markdown) {
  const marked = new Marked({
    renderer: {
      code: ({ text }) => `<pre tabindex="0"><code>${escaped(text)}</code></pre>`,
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens)
        const to = (HERE[href] ?? href).replace(/^#/, '/api/guides/')
        return /^(https?:|\/)/.test(to) ? `<a href="${escaped(to)}">${words}</a>` : words
      },
      html: ({ text }) => escaped(text),
    },
  })
  return marked.parse(markdown).replaceAll('<table>', '<div class="slide" tabindex="0"><table>').replaceAll('</table>', '</table></div>')
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** For Vite: `import { guides } from 'virtual:guides'`. */
export const guides = () => ({
  name: 'porte-ouverte-guides',
  resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : null),
  load(id) {
    if (id !== `\0${VIRTUAL}`) return null
    const read = (path) => {
      const source = fileURLToPath(new URL(path, here))
      this.addWatchFile(source)
      return readFileSync(source, 'utf8')
    }
    const all = [...guidesOf(read('../../backend/docs/integrators.md')), changelogOf(read('../../CHANGELOG.md'))]
    return `export const guides = ${JSON.stringify(all)}`
  },
})
