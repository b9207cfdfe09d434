import { beforeAll, describe, expect, it } from 'vitest'
import type { Agent } from '@/api/agents'
import { loadTranslations } from '@/text'
import { agentTable } from './agentTable'

describe('the agents as a table', () => {
  beforeAll(() => loadTranslations('account'))

  it('has a line each with all roles and places, and no cell that a spreadsheet would compute', () => {
    const lea = {
      ...{ id: '1', username: 'lea', firstName: '=1+1', lastName: 'Le "Goff"; Roy', standing: 'active', actions: [], canLogIn: true, loginPending: false },
      assignments: [
        { role: 'manager', sites: [{ id: '1', name: 'Moyaux' }], departments: [], wholeCountry: false },
        { role: 'clerk', sites: ['A', 'B', 'C', 'D'].map((name) => ({ id: name, name })), departments: [], wholeCountry: false },
      ],
    } as unknown as Agent
    const [head, line, rest] = agentTable([lea]).split('\r\n')
    expect(head).toContain('Identifiant;Nom;Prénom')
    expect(line).toBe(`lea;"Le ""Goff""; Roy";'=1+1;;Actif;Responsable de maison : Moyaux | Agent d’accueil : A, B, C, D`)
    expect(rest).toBe('')
  })
})
