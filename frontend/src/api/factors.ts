import { readConfiguration } from './places'
import { NoAnswer } from './problem'

/** What proves, beside the password, who somebody is; kept at the login service alone. */
export interface Factor {
  id: string
  kind: 'passkey' | 'code'
  name: string
  /** When it was prepared, as a moment. */
  since: string
}

/** The login service's own kinds; others, as the password, are no second factor. */
const KINDS: Record<string, Factor['kind']> = { webauthn: 'passkey', otp: 'code' }

interface Kept {
  type: string
  userCredentialMetadatas?: { credential: { id: string; userLabel?: string; createdDate: number } }[]
}

/** Those of whose token it is. The login service itself is asked: our API knows nothing of them. */
export async function readFactors(bearer: string | null): Promise<Factor[]> {
  const { oidc } = await readConfiguration()
  const address = new URL(`${oidc.authority}/account/credentials`, location.href)
  const answer = await fetch(new Request(address, { headers: { Authorization: `Bearer ${bearer}`, Accept: 'application/json' } })).catch(() => null)
  if (!answer?.ok) throw new NoAnswer('login')
  const kept = (await answer.json()) as Kept[]
  return kept.flatMap(({ type, userCredentialMetadatas = [] }) => {
    const kind = KINDS[type]
    if (!kind) return []
    return userCredentialMetadatas.map(({ credential: { id, userLabel = '', createdDate } }) => ({ id, kind, name: userLabel, since: new Date(createdDate).toISOString() }))
  })
}
