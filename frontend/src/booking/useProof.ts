import { onScopeDispose, shallowReactive } from 'vue'
import { isProblem, type ProofChallenge } from '@/api'

/** What the person sees while a proof is asked for. */
export interface Proof {
  challenge: ProofChallenge | null
  /** Solved: what the widget says of it goes with the next try. */
  solved: (payload: string) => void
}

/** Nobody waits for the answer any more: another slot was chosen, or the page was left. */
class GivenUp extends Error {}

export const isGivenUp = (error: unknown) => error instanceof GivenUp

/** How often a fresh proof is computed for one request before its refusal is shown. */
const MOST = 3

/** Sends, and where the server asks for a computation first, waits for it and sends the same again with its result. */
export function useProof() {
  let giveUp: () => void = () => undefined
  const proof = shallowReactive<Proof>({ challenge: null, solved: () => undefined })

  function solve(challenge: ProofChallenge): Promise<string> {
    return new Promise<string>((resolve, reject) => {
      giveUp = () => reject(new GivenUp())
      Object.assign(proof, { challenge, solved: resolve })
    }).finally(() => (proof.challenge = null))
  }

  async function proven<T>(send: (proof?: string) => Promise<T>): Promise<T> {
    let payload: string | undefined
    for (let times = 0; ; times++) {
      try {
        return await send(payload)
      } catch (error) {
        const challenge = isProblem(error, 'proof-needed') ? (error.said.proof as ProofChallenge | undefined) : undefined
        if (!challenge || times === MOST) throw error
        payload = await solve(challenge)
      }
    }
  }

  const forget = () => giveUp()
  onScopeDispose(forget)
  return { proof, proven, forget }
}
