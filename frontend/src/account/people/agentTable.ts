import type { Agent } from '@/api/agents'
import { t } from '@/text'
import { assignmentWords } from '../assignmentWords'

/** A cell as spreadsheets read it; what one would take for a formula stays words. */
function cell(words: string): string {
  const plain = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words
  return /[;"\n\r]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain
}

/** The agents as a table for a spreadsheet, as French ones open it. */
export function agentTable(agents: readonly Agent[]): string {
  const head = [t('agents.username'), t('agents.lastName'), t('agents.firstName'), t('agents.email'), t('agents.standing'), t('agents.roles')]
  const rows = agents.map((one) => [
    one.username,
    one.lastName,
    one.firstName,
    one.email ?? '',
    t(`agents.standing.${one.standing}`),
    one.assignments.map((assignment) => assignmentWords(assignment, Infinity)).join(' | '),
  ])
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}
