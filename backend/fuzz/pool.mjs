// Ids that answers told: what is asked with them exists.

const KEPT = 60
/** What a field of a body, or a step of an address, names. */
const KINDS = {
  siteId: 'sites', site: 'sites', sites: 'sites', slotId: 'slots', procedureId: 'procedures', procedures: 'procedures', procedureIds: 'procedures', procedure: 'procedures', permanenceId: 'permanences',
  partnerId: 'partners', partner: 'partners', counterId: 'counters', holdId: 'holds', reference: 'references', publicId: 'publicIds', ticketId: 'tickets', closureId: 'closures', code: 'codes', agent: 'usernames',
}
const NAMED = { reference: 'references', publicId: 'publicIds', slotId: 'slots', sessionId: 'sessions', permanenceId: 'permanences', username: 'usernames', code: 'codes', holdId: 'holds' }

export class Pool {
  constructor() {
    this.ids = new Map()
  }

  /** @param name of a step in braces, within its path; or of a field */
  kindOf(name, path = '') {
    return name === 'id' ? new RegExp(`([^/]+)/\\{id\\}`).exec(path)?.[1] : KINDS[name]
  }

  one(kind, chance) {
    const known = this.ids.get(kind)
    return known?.length ? chance.one(known) : undefined
  }

  learn({ path, type, body }) {
    if (type !== 'application/json') return
    try {
      this.read(JSON.parse(body), path.split('?')[0].split('/').filter((step) => /^[a-z-]+$/.test(step)).pop())
    } catch {
      // The judge says so.
    }
  }

  read(value, kind, depth = 0) {
    if (!value || typeof value !== 'object' || depth > 5) return
    if (Array.isArray(value)) return value.slice(0, 20).forEach((one) => this.read(one, kind, depth + 1))
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === 'string') this.keep(name === 'id' ? kind : NAMED[name], member)
      else this.read(member, name === 'items' ? kind : plural(name), depth + 1)
    }
  }

  keep(kind, id) {
    if (!kind) return
    const known = this.ids.get(kind) ?? []
    if (!known.includes(id)) this.ids.set(kind, [...known, id].slice(-KEPT))
  }
}

const plural = (name) => (name.endsWith('s') ? name : `${name}s`)
