// What everybody may read, and what an admin keeps: agents, files.
import { randomUUID } from 'node:crypto'
import { MARK } from '../marks.mjs'

export async function registers(teller, house) {
  for (const id of ['getConfiguration', 'listProblems', 'listPartners', 'listProcedures']) await teller.call(id, { as: 'nobody' })
  await teller.call('listProcedures', { as: 'nobody', query: { site: house.id, q: 'carte' } })
  await teller.call('suggestCommunes', { as: 'nobody', query: { q: 'lisi', limit: 5 } })
  await teller.call('suggestPlaces', { as: 'nobody', query: { q: 'lisieux 14', limit: 5 } })
  await teller.call('listCommuneSessions', { as: 'nobody', path: { insee: '14460' }, query: { stops: true, limit: 5 } })
  const path = { id: house.id }
  for (const id of ['getMediationPlaces', 'getMediationPlacesTable', 'getOpenPermanences', 'getOpenPermanencesTable', 'getOpenEvents', 'getOpenEventsTable']) await teller.call(id, { as: 'nobody' })
  for (const id of ['getSite', 'getSiteStatus', 'listNextSessions', 'getSiteCalendar', 'getBoard', 'followBoard']) await teller.call(id, { as: 'nobody', path })
  await teller.call('listSiteSessions', { as: 'nobody', path, query: { from: house.today } })
  for (const as of ['clerk', 'manager', 'partner', 'admin', 'integrator']) await teller.call('getMe', { as })
}

export async function agents(teller, house, partner) {
  const draft = { username: `fuzz.${randomUUID().slice(0, 8)}`, firstName: 'Inès', lastName: `Essai ${MARK}`, email: `${randomUUID().slice(0, 8)}-${MARK}@exemple.fr`, assignments: [{ role: 'partner', partner: partner.id, wholeCountry: true }] }
  const { id } = await teller.call('createAgent', { body: draft })
  await teller.call('getAgent', { path: { id } })
  await teller.call('listAgents', { query: { limit: 50 } })
  await teller.call('changeAgent', { path: { id }, seen: 0, body: { ...draft, firstName: 'Inès-Lou' } })
  await invitation(teller, id)
  const path = { id }
  await teller.call('disableAgent', { path, seen: await teller.versionBy('getAgent', path) })
  await teller.call('bringAgentBack', { path, seen: await teller.versionBy('getAgent', path) })
  await teller.call('getAgentHistory', { path })
  await teller.call('setPartnerBookingUrl', { path: { id: partner.id }, seen: partner, body: { url: 'https://exemple.fr/rendez-vous' } })
  return draft.username
}

/** The link of the mail gives a password for one login. */
async function invitation(teller, agent) {
  await teller.call('inviteAgent', { path: { id: agent } })
  // A newer mail ends the link of an older one, and either may come first.
  await teller.await('an invitation that holds', async () => {
    const { items } = await teller.call('listLocalOutbox', { as: 'nobody' })
    for (const { text } of items) {
      const found = /\/equipe\/invitation\/([^/#\s]+)#([\w-]+)/.exec(text)
      if (!found) continue
      const said = { as: 'nobody', path: { id: found[1] }, headers: { 'Link-Secret': found[2] } }
      if (await teller.call('takePassword', said).catch(() => null)) return true
    }
  }, 60)
}

const COMMUNES = 'insee,nom,codes_postaux,lat,lon,population,departement,region,zone,type\n14460,Moyaux,14590,49.1953,0.3525,1300,14,28,metro,COM\n'
const SITES = `"id_fs","insee_dep","lib_fs","adresse","complement_adresse","insee_com","code_postal","lib_com","latitude","longitude","mail","telephone","h_lundi","h_mardi","h_mercredi","h_jeudi","h_vendredi","h_samedi","prise_rdv","commentaire","type_fs","format_fs","groupe_fs","labellisation_fs"
"9001","14","Maison de Fauguernon","6 rue Exemple","","14260","14100","Fauguernon","49.189","0.273","accueil@exemple.fr","02 61 91 00 01","09:00 - 12:00","","","","","","Oui","","Principal","Fixe","","Espace labellisé 01/01/2020"
`

export async function files(teller) {
  const csv = (content) => ({ type: 'text/csv', content })
  await teller.call('importCommunes', { query: { fileName: 'communes.csv' }, file: csv(COMMUNES) })
  const { id } = await teller.call('importSites', { query: { fileName: 'maisons.csv' }, file: csv(SITES) })
  await teller.call('listImports', { query: { limit: 5 } })
  await teller.call('getImport', { path: { id } })
  await teller.call('getFirstSteps')
  await looked(teller, csv)
  await teller.call('makeDemoPermanences')
}

/** A file that is looked at first, then applied and taken back; and one that nobody wants. */
async function looked(teller, csv) {
  const ready = async (id, state) => {
    const { report } = await teller.call('getImport', { path: { id } })
    return report.state === state && report
  }
  const newer = SITES.replace('Maison de Fauguernon', 'Maison du bourg de Fauguernon')
  const sent = await teller.call('previewSites', { query: { fileName: 'maisons.csv' }, file: csv(newer) })
  const { id, digest } = await teller.await('what the file would change', () => ready(sent.id, 'ready'), 60)
  const path = { id }
  await teller.call('listImportRows', { path, query: { outcome: 'changed', limit: 5 } })
  await teller.call('applyImport', { path, body: { digest, take: [{ key: '9001', field: 'phone' }] } })
  await teller.await('the import', () => ready(id, 'applied'), 60)
  await teller.call('getImportReport', { path })
  await teller.call('undoImport', { path })
  const other = await teller.call('previewCommunes', { query: { fileName: 'communes.csv' }, file: csv(COMMUNES) })
  await teller.await('what the communes would change', () => ready(other.id, 'ready'), 60)
  await teller.call('setImportAside', { path: { id: other.id } })
}
