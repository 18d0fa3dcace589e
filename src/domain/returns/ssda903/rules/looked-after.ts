import type { Return903 } from './data.ts'
import { eachWithHeader } from './with-header.ts'

/** Legal statuses under which a child has short breaks, and is otherwise not looked after. */
export const SHORT_BREAKS: ReadonlySet<string> = new Set(['V3', 'V4'])

const made = new WeakMap<Return903, ReadonlySet<number>>()

/** The rows of the header of children with an episode that is no short break. */
export function lookedAfter(r: Return903): ReadonlySet<number> {
  const known = made.get(r)
  if (known) return known
  const ls = r.now.Episodes.text('LS')
  const found = new Set<number>()
  eachWithHeader(r, (i, h) => {
    if (!SHORT_BREAKS.has((ls[i] ?? '').toUpperCase())) found.add(h)
  })
  made.set(r, found)
  return found
}
