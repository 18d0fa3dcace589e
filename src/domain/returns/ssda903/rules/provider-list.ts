import type { Cells } from '../../check/column.ts'
import { LostColumn } from '../../check/frame.ts'
import type { ProviderColumn, Return903 } from './data.ts'

/** What is written for a provider that Ofsted does not inspect. */
export const NOT_OFSTED = 'XXXXXXX'

type OnList = ReadonlyMap<string, readonly number[]>
const made = new WeakMap<Return903, OnList>()

/** A column of the list of providers. Without it nothing can be said: a provider must not fail for what is not there. */
export function listed(r: Return903, column: ProviderColumn): Cells {
  if (!r.providers.given.has(column)) throw new LostColumn(column)
  return r.providers.text(column)
}

/** The rows of the list of providers by URN: a provider that was registered again has several. */
export function onList(r: Return903): OnList {
  const known = made.get(r)
  if (known) return known
  const found = new Map<string, number[]>()
  for (const [i, urn] of listed(r, 'URN').entries()) {
    if (urn === null) continue
    const rows = found.get(urn.toUpperCase())
    if (rows) rows.push(i)
    else found.set(urn.toUpperCase(), [i])
  }
  made.set(r, found)
  return found
}

/** The episodes whose provider is on the list, and of none of whose entries there something holds. */
export function mismatched(
  r: Return903,
  holds: (episode: number, provider: number) => boolean,
  concerns: (episode: number) => boolean = () => true,
): readonly number[] {
  const list = onList(r)
  const found: number[] = []
  for (const [i, urn] of r.now.Episodes.text('URN').entries()) {
    if (urn === null || urn === NOT_OFSTED || !concerns(i)) continue
    const rows = list.get(urn.toUpperCase())
    if (rows && !rows.some(p => holds(i, p))) found.push(i)
  }
  return found
}
