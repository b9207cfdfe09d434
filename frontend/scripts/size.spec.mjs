import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { BUDGET, firstLoad, knowsCache, knowsLogin, publicPages, verdict, weigh } from './size.mjs'

const manifest = {
  'index.html': { file: 'entry.js', isEntry: true, imports: ['_ui.js'], dynamicImports: ['src/account/StaffPage.vue'] },
  '_ui.js': { file: 'ui.js', imports: ['_ui.js'] },
  'src/site/WherePage.vue': { file: 'where.js', imports: ['_ui.js'] },
  'src/account/StaffPage.vue': { file: 'staff.js', imports: ['_oidc.js'] },
  '_oidc.js': { file: 'oidc.js' },
}

describe('the budget of the first load', () => {
  it('counts the entry, its imports and the home page, each once, and nothing of the staff rooms', () => {
    expect(firstLoad(manifest)).toEqual(['entry.js', 'ui.js', 'where.js'])
  })

  it('refuses a first load that is too heavy', () => {
    // Random bytes, which gzip cannot make smaller.
    expect(verdict(weigh(['entry.js'], () => randomBytes(BUDGET + 1))).fits).toBe(false)
    expect(verdict(weigh(['entry.js'], () => randomBytes(BUDGET - 1000))).fits).toBe(true)
  })

  it('refuses a build in which it finds nothing to weigh', () => {
    expect(verdict([]).fits).toBe(false)
  })

  it('finds the login behind a page that loads it, however far', () => {
    const login = {
      ...manifest,
      '_ui.js': { file: 'ui.js', imports: ['_session.js'] },
      '_session.js': { file: 'session.js', dynamicImports: ['node_modules/oidc-client-ts/dist/esm/oidc-client-ts.js'] },
    }
    expect(knowsLogin(login, 'src/site/WherePage.vue')).toBe(true)
    expect(knowsLogin(manifest, 'src/site/WherePage.vue')).toBe(false)
  })

  it('finds the query cache behind a page that loads it, and takes every page that is not a staff page for a public one', () => {
    const read = (file) => (file === 'oidc.js' ? 'refetchOnWindowFocus' : '')
    expect(knowsCache(manifest, 'src/account/StaffPage.vue', read)).toBe(true)
    expect(knowsCache(manifest, 'src/site/WherePage.vue', read)).toBe(false)
    const more = { ...manifest, 'src/site/closing/ClosuresPage.vue': {}, 'src/site/NewPage.vue': {} }
    expect(publicPages(more)).toEqual(['src/site/WherePage.vue', 'src/site/NewPage.vue'])
  })
})
