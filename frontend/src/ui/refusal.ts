import { ApiProblem } from '@/api'
import { t } from '@/text'

const WORDS = { 401: 'failure.session.text', 403: 'failure.forbidden.text' } as const

/** Why something was not done, in the server's words where it has some. */
export function refusalText(error: unknown): string {
  if (!(error instanceof ApiProblem)) return t('failure.offline.text')
  const said = error.errors.map(({ message }) => message).join(' ') || error.detail
  return said || t(WORDS[error.status as keyof typeof WORDS] ?? 'failure.other.text')
}
