import { readContractJson } from '@/api/contract'
import type { Contract } from './contract'
import type { Example } from './examples'

let contract: Promise<Contract> | null = null

/** Read once: it does not change while the page is open. */
export function readContract(): Promise<Contract> {
  contract ??= (readContractJson() as Promise<Contract>).catch((failed: unknown) => {
    contract = null
    throw failed
  })
  return contract
}

/** A request and its answer for each operation, as a test of the whole product had them. */
export async function readExamples(): Promise<Record<string, Example>> {
  return (await import('./examples.json')).default as unknown as Record<string, Example>
}
