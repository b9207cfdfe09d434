/** What two people changed of the same thing. */
export interface Both {
  name: string
  theirs: unknown
}

const plain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * What somebody typed, put over what somebody else saved meanwhile: each keeps what they alone changed; where both changed
 * something, mine stays, and `both` names it.
 */
export function threeWay<T extends object>(base: T, mine: T, theirs: T, both: Both[] = []): T {
  const [b, m, t] = [base, mine, theirs] as Record<string, unknown>[] as [Record<string, unknown>, Record<string, unknown>, Record<string, unknown>]
  const merged: Record<string, unknown> = {}
  for (const name of Object.keys({ ...t, ...m })) {
    if (plain(b[name]) && plain(m[name]) && plain(t[name])) merged[name] = threeWay(b[name], m[name], t[name], both)
    else if (same(m[name], b[name])) merged[name] = t[name]
    else {
      merged[name] = m[name]
      if (!same(t[name], b[name]) && !same(t[name], m[name])) both.push({ name, theirs: t[name] })
    }
  }
  return merged as T
}
