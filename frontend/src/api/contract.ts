import { send } from './client'
import { NoAnswer } from './problem'

/**
 * The contract, as the running API tells it.
 * @throws NoAnswer when it cannot be read
 */
export async function readContractJson(): Promise<unknown> {
  try {
    const answer = await send(new Request(new URL('/api/v1/openapi?format=json', location.origin)))
    if (!answer.ok) throw new NoAnswer(String(answer.status))
    return await answer.json()
  } catch (cause) {
    throw cause instanceof NoAnswer ? cause : new NoAnswer(String(cause))
  }
}
