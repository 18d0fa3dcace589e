import type { Return903 } from './data.ts'

const made = new WeakMap<Return903, ReadonlySet<string>>()

/**
 * The children who are unaccompanied and seek asylum, or did: so marked in the header of either year, in this year's
 * UASC table, or in last year's with the day on which it ended. Whoever was one before that is not known here.
 */
export function asylumSeekers(r: Return903): ReadonlySet<string> {
  const known = made.get(r)
  if (known) return known
  const found = new Set<string>()
  for (const { Header } of [r.now, r.last]) {
    const children = Header.text('CHILD')
    const marks = Header.text('UASC')
    for (let i = 0; i < Header.rows; i += 1) {
      const child = children[i]
      if (child != null && marks[i] === '1') found.add(child)
    }
  }
  for (const child of r.now.UASC.text('CHILD')) if (child !== null) found.add(child)
  const children = r.last.UASC.text('CHILD')
  const ended = r.last.UASC.text('DUC')
  for (let i = 0; i < r.last.UASC.rows; i += 1) {
    const child = children[i]
    if (child != null && ended[i] != null) found.add(child)
  }
  made.set(r, found)
  return found
}
