import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changelogOf, guidesOf } from './guides.mjs'

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8')

describe('the guides', () => {
  it('are the second headings of a page, with HTML written out and links within the repository left as words', () => {
    const [one, two] = guidesOf('# T\n\n## A key\n\nSee [it](decisions/1.md), `<b>` <i>x</i>\n\n## More & more\n\n```sh\na <b\n```\n')
    expect(one).toMatchObject({ id: 'a-key', title: 'A key' })
    expect(one.html).toContain('See it,')
    expect(one.html).not.toContain('<i>')
    expect(two).toMatchObject({ id: 'more-more', html: '<pre tabindex="0"><code>a &lt;b</code></pre>' })
  })

  it('lead to each other, and nowhere else within the repository', () => {
    const all = [...guidesOf(read('../../backend/docs/integrators.md')), changelogOf(read('../../CHANGELOG.md'))]
    const ids = all.map(({ id }) => id)
    for (const id of ['a-key', 'a-first-booking', 'follow-what-changes', 'webhooks', 'calendars', 'a-button-or-a-frame-on-a-page', 'limits', 'errors', 'versions', 'changelog']) expect(ids).toContain(id)
    const links = all.flatMap(({ html }) => [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, to]) => to))
    expect(links).toContain('/api/guides/changelog')
    expect(links.filter((to) => to !== '/api' && !ids.includes(to.replace('/api/guides/', '')))).toEqual([])
  })
})
