import type { Cells } from '../../check/column.ts'
import { LostColumn, where } from '../../check/frame.ts'
import type { ProviderColumn, Return903 } from './data.ts'

/** What is written for a provider that Ofsted does not inspect. */
export const NOT_OFSTED = 'XXXXXXX'

/** A column of the list of providers. Without it nothing can be said: a provider must not fail for what is not there. */
export function listed(r: Return903, column: ProviderColumn): Cells {
  if (!r.providers.given.has(column)) throw new LostColumn(column)
  return r.providers.text(column)
}

/** What the list says of an episode's URN: its rows there, null where it is not there, undefined where none is given. */
type Entry = readonly number[] | null | undefined

function entriesOf(r: Return903): readonly Entry[] {
  const found = new Map<string, number[]>()
  const urns = listed(r, 'URN')
  for (let p = 0; p < urns.length; p += 1) {
    const urn = urns[p]?.toUpperCase()
    if (urn === undefined) continue
    const rows = found.get(urn)
    if (rows) rows.push(p)
    else found.set(urn, [p])
  }
  return r.now.Episodes.text('URN').map(urn =>
    urn === null || urn === NOT_OFSTED ? undefined : (found.get(urn.toUpperCase()) ?? null),
  )
}

const made = new WeakMap<Return903, readonly Entry[]>()

/** For each episode, what the list says of its URN. A provider that was registered again has several rows there. */
function entries(r: Return903): readonly Entry[] {
  const known = made.get(r) ?? entriesOf(r)
  made.set(r, known)
  return known
}

/** The episodes whose URN is not on the list. */
export function unlisted(r: Return903): readonly number[] {
  const on = entries(r)
  return where(r.now.Episodes, i => on[i] === null)
}

/** The episodes whose provider is on the list, and of none of whose rows there something holds. */
export function mismatched(
  r: Return903,
  holds: (episode: number, provider: number) => boolean,
  concerns: (episode: number) => boolean = () => true,
): readonly number[] {
  const on = entries(r)
  return where(r.now.Episodes, i => {
    const rows = on[i]
    return rows != null && concerns(i) && !rows.some(p => holds(i, p))
  })
}
