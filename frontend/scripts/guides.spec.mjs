import { describe, expect, it } from 'vitest'
import { guidesOf } from './guides.mjs'

describe('the guides', () => {
  it('are the second headings of a page, with HTML written out and links within the repository left as words', () => {
    const [one, two] = guidesOf('# T\n\n## A key\n\nSee [it](decisions/1.md), `<b>` <i>x</i>\n\n## More & more\n\n```sh\na <b\n```\n')
    expect(one).toMatchObject({ id: 'a-key', title: 'A key' })
    expect(one.html).toContain('See it,')
    expect(one.html).not.toContain('<i>')
    expect(two).toMatchObject({ id: 'more-more', html: '<pre tabindex="0"><code>a &lt;b</code></pre>' })
  })
})
