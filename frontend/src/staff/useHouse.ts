import { listProcedures } from '@/api'
import { readOwnSite } from '@/api/keeping'
import { cache } from './cache'
import { keys } from './keys'
import { useRead } from './useRead'

/** A house and what one may come for seldom change: read once for all pages that are opened meanwhile, in milliseconds. */
const GOOD = 60_000

/** The house of a staff page. */
export function useHouse(id: () => string) {
  return useRead(() => keys.site.house(id()), () => readOwnSite(id()), { good: GOOD })
}

/** The house, for a read that needs it with something else. */
export function readHouse(id: string) {
  return cache.fetchQuery({ queryKey: keys.site.house(id), queryFn: () => readOwnSite(id), staleTime: GOOD })
}

/** What one may come for: at a house, or anywhere. */
export function readProcedures(site?: string) {
  return cache.fetchQuery({ queryKey: keys.procedure.list(site), queryFn: () => listProcedures(site), staleTime: GOOD })
}

export function useProcedures(site: () => string | undefined) {
  return useRead(() => keys.procedure.list(site()), () => listProcedures(site()), { good: GOOD })
}
