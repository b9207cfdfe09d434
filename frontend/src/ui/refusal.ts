import { ApiProblem } from '@/api'
import { t } from '@/text'

/** Why something was not done, in the server's words where it has some. */
export function refusalText(error: unknown): string {
  if (!(error instanceof ApiProblem)) return t('failure.offline.text')
  return error.errors.map(({ message }) => message).join(' ') || error.detail || t(error.status === 401 ? 'failure.session.text' : 'failure.other.text')
}
