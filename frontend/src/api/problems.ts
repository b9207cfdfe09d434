import { answer, client } from './client'
import type { components } from './schema'

export type ProblemEntry = components['schemas']['ProblemEntry']

/** Every refusal that this API can answer. */
export const listProblems = (): Promise<ProblemEntry[]> => answer(client.GET('/api/v1/problems'))
