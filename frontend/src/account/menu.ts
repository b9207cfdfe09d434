import { type RouteLocationRaw, useRouter } from 'vue-router'
import { opening } from '@/login'
import type { Key } from '@/text'

/** One way of the menu: a page of the router, for whom its door is open. */
export interface Way {
  key: Key
  to: RouteLocationRaw
  name: string
}

/** What one does in a house, in the order of its days; the first four are what a counter does all day. */
const HOUSE: readonly [name: string, key: Key][] = [
  ['board', 'menu.board'],
  ['phone', 'menu.phone'],
  ['calls', 'menu.calls'],
  ['permanences', 'menu.permanences'],
  ['sheet', 'menu.sheet'],
  ['visits', 'menu.visits'],
  ['late', 'menu.late'],
  ['closures', 'menu.closures'],
  ['messages', 'menu.messages'],
  ['report', 'menu.report'],
  ['suspects', 'menu.suspects'],
  ['settings', 'menu.settings'],
  ['entry', 'menu.entry'],
  ['adaptations', 'menu.adaptations'],
]

/** What is of no single house. A page that is not built yet is in no menu. */
const NETWORK: readonly [name: string, key: Key][] = [
  ['partner', 'menu.partner'],
  ['networkFigures', 'menu.networkFigures'],
  ['staffEvents', 'menu.events'],
  ['agents', 'menu.agents'],
  ['sites', 'menu.sites'],
  ['registers', 'menu.registers'],
  ['imports', 'menu.imports'],
  ['systems', 'menu.systems'],
  ['staff', 'menu.home'],
  ['myLogin', 'menu.login'],
]

/** The menu that fits who is logged in, for the house that they chose. */
export function useMenu() {
  const router = useRouter()

  function open(ways: readonly [string, Key][], params?: { id: string }): Way[] {
    return ways
      .filter(([name]) => router.hasRoute(name))
      .map(([name, key]) => ({ name, key, to: { name, params } }))
      .filter(({ to }) => opening(router.resolve(to)) === 'open')
  }

  return {
    ofHouse: (id: string | undefined) => (id ? open(HOUSE, { id }) : []),
    ofNetwork: () => open(NETWORK),
  }
}
