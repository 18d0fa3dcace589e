import type { Return903 } from './data.ts'

interface Pairs {
  readonly now: Int32Array
  readonly last: Int32Array
}

const made = new WeakMap<Return903, Pairs>()

/** The rows of the headers of both years that speak of the same child. */
function pairsOf(r: Return903): Pairs {
  const known = made.get(r)
  if (known) return known
  const before = r.byChild('last', 'Header')
  const children = r.now.Header.text('CHILD')
  const now: number[] = []
  const last: number[] = []
  for (let i = 0; i < children.length; i += 1)
    for (const j of before.of(children[i])) {
      now.push(i)
      last.push(j)
    }
  const fresh = { now: Int32Array.from(now), last: Int32Array.from(last) }
  made.set(r, fresh)
  return fresh
}

/** The rows of children who were in last year's return too, and for whom something is true of both years' rows. */
export function bothYears(r: Return903, is: (now: number, last: number) => boolean): readonly number[] {
  const { now, last } = pairsOf(r)
  const found: number[] = []
  for (let k = 0; k < now.length; k += 1) {
    const i = now[k] ?? -1
    if (is(i, last[k] ?? -1)) found.push(i)
  }
  return found
}

/** A day is the same however it is written; what is no day is compared as it stands. */
export const sameDay = (
  a: string | null | undefined,
  b: string | null | undefined,
  x = Number.NaN,
  y = Number.NaN,
): boolean => a === b || x === y
