// What the network keeps for all houses: themes, partners, papers, procedures, and the national catalogue.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'

const both = (text) => ({ fr: text, en: text })

/** Entered, read, changed, put away and brought back: the same for each kind of row. */
async function row(teller, kind, list, form) {
  const one = `get${kind}`
  const { id } = await teller.call(`create${kind}`, { body: form })
  const path = { id }
  const seen = () => teller.versionBy(one, path)
  await teller.call(list, { query: { limit: 5 } })
  await teller.call(`change${kind}`, { path, seen: await seen(), body: { ...form, ...(form.position && { position: form.position + 1 }) } })
  await teller.call(`archive${kind}`, { path, seen: await seen(), body: { archived: true } })
  await teller.call(`archive${kind}`, { path, seen: await seen(), body: { archived: false } })
  await teller.call(`list${kind}Changes`, { path })
}

export async function network(teller, house) {
  const code = `fuzz-${randomUUID().slice(0, 8)}`
  await row(teller, 'Theme', 'listThemes', { code, name: both('Essai'), position: 40 })
  await row(teller, 'Partner', 'listPartners', { code, name: both('Essai'), url: 'https://exemple.fr' })
  await row(teller, 'Document', 'listDocuments', { code, label: both('Un papier') })
  const needed = [{ document: code, required: true }]
  const form = { code, title: both('Une démarche'), partner: code, theme: code, durationMinutes: 20, channel: 'both', synonyms: ['essai'], documents: needed }
  await row(teller, 'Procedure', 'listProcedures', form)
  await catalogue(teller)
  await tables(teller, code)
  await site(teller, code)
  await system(teller, house)
}

/** Another system: entered, changed, given a second key, and shut out. */
async function system(teller, house) {
  const form = { name: 'Un autre logiciel', contactName: 'Ada Martin', contactEmail: 'ada@exemple.fr', scopes: ['slots:read'], sites: [house.id] }
  const { id } = await teller.call('createIntegrator', { body: form })
  const path = { id }
  await teller.call('listIntegrators')
  await teller.call('changeIntegrator', { path, seen: await teller.versionBy('getIntegrator', path), body: { ...form, scopes: ['slots:read', 'webhooks'] } })
  await webhook(teller, id)
  const { keys } = await teller.call('renewIntegratorKey', { path, body: { overlapHours: 24 } })
  await teller.call('endIntegratorKey', { path: { id, key: keys[1].id } })
  await teller.call('revokeIntegrator', { path })
}

/** An address of its own that answers: what happened today is replayed there, and told once more. */
async function webhook(teller, integratorId) {
  const server = createServer((_, answer) => answer.writeHead(204).end())
  await new Promise((listening) => server.listen(0, listening))
  server.unref()
  const form = { url: `http://localhost:${server.address().port}/hook`, integratorId }
  const { id } = await teller.call('createWebhook', { body: form })
  const path = { id }
  await teller.call('listWebhooks', { query: { integrator: integratorId } })
  await teller.call('changeWebhook', { path, seen: await teller.versionBy('getWebhook', path), body: { ...form, types: ['permanence.changed', 'site.closuresChanged', 'session.confirmed'] } })
  await teller.call('pingWebhook', { path })
  await teller.call('replayWebhook', { path, body: { from: new Date(Date.now() - 3_600_000).toISOString() } })
  const told = await teller.await('a change that was told', async () => {
    const { items } = await teller.call('listWebhookDeliveries', { path, query: { state: 'delivered', limit: 5 } })
    return items.find(({ changeId }) => changeId)
  })
  await teller.call('redeliverWebhook', { path: { id, delivery: told.id } })
  await teller.call('renewWebhookSecret', { path, body: { overlapHours: 24 } })
  await teller.call('deleteWebhook', { path })
}

/** A house that nobody needs: entered, read, changed, put away and brought back. */
async function site(teller, code) {
  const range = { from: '09:00', to: '12:00', mode: 'both' }
  const form = {
    code, name: 'Maison d’essai', kind: 'fixed', street: '1 rue Exemple', postcode: '14590', commune: 'Moyaux', latitude: 49.19, longitude: 0.35,
    phone: '3646', email: 'accueil@exemple.fr', website: 'https://exemple.fr', siret: '73282932000074', appointments: true, accessibility: ['stepFree'],
    openingHours: [{ weekday: 'monday', ...range }], exceptionalHours: [{ date: '2030-12-24', ...range }], rooms: ['Bureau 1'],
  }
  const { id } = await teller.call('createSite', { body: form })
  const path = { id }
  const seen = () => teller.versionBy('getSiteEntry', path)
  await teller.call('changeSite', { path, seen: await seen(), body: { ...form, street: '2 rue Exemple' } })
  await teller.call('changeSite', { path, seen: await seen(), body: { ...form, siret: undefined, rna: 'W143000123' } })
  await teller.call('archiveSite', { path, seen: await seen(), body: { archived: true } })
  await teller.call('archiveSite', { path, seen: await seen(), body: { archived: false } })
  await teller.call('listSiteChanges', { path })
  await teller.call('getSiteChecklist', { path })
  await teller.call('previewHours', { path, body: { openingHours: form.openingHours, exceptionalHours: form.exceptionalHours } })
  await teller.call('openSite', { path, seen: await seen(), body: { live: false } })
  await adaptations(teller, id)
  await teller.call('listSiteEntries', { query: { q: 'essai', sort: '-hours', limit: 5 } })
  await teller.call('countSiteChecks')
}

/** What the house does otherwise, and back. */
async function adaptations(teller, site) {
  const { items } = await teller.call('listProcedures', { query: { limit: 1 } })
  const path = { id: site, procedure: items[0].id }
  const seen = () => teller.versionBy('getAdaptation', path)
  await teller.call('changeAdaptation', { path, seen: await seen(), body: { durationMinutes: 45, note: 'Sonnez à droite.' } })
  await teller.call('listAdaptations', { path: { id: site } })
  await teller.call('changeAdaptation', { path, seen: await seen(), body: {} })
  await teller.call('listAdaptationChanges', { path })
}

async function catalogue(teller) {
  await teller.call('getCatalogue')
  const body = await teller.call('getCatalogueFile')
  const { digest } = await teller.call('previewCatalogue', { body })
  const { id } = await teller.call('importCatalogue', { query: { digest }, body })
  await teller.call('listCatalogueImports')
  await teller.call('undoCatalogueImport', { path: { id } })
}

async function tables(teller, code) {
  const path = { kind: 'themes' }
  const file = { type: 'text/csv', content: await teller.call('exportTable', { path }) }
  const { digest } = await teller.call('previewTable', { path, file })
  await teller.call('importTable', { path, query: { digest }, file })
  const agents = { type: 'text/csv', content: await teller.call('exportAgents') }
  const seen = await teller.call('previewAgents', { file: agents })
  await teller.call('importAgents', { query: { digest: seen.digest }, file: agents })
  const more = { type: 'text/csv', content: `username;lastName;firstName;email;assignments\n${code}-nina;Roy;Nina;;integrator\n` }
  const { id } = await teller.call('importAgents', { file: more })
  await teller.call('listAgentImports')
  await teller.call('undoAgentImport', { path: { id } })
}
