import type { Cells } from '../../check/column.ts'
import type { Frame } from '../../check/frame.ts'
import { plainPostcode } from './postcode.ts'

/** Where a postcode is: metres east and north on the national grid, and the code of its authority. */
export interface Place {
  readonly east: number
  readonly north: number
  readonly authority: string | null
}

const METRES_IN_A_MILE = 1609.344

/** Miles as the crow flies between two postcodes, to one place, as the Department works it out. */
export function miles(a: Place, b: Place): number {
  const metres = Math.hypot(a.east - b.east, a.north - b.north)
  return Math.round((metres / METRES_IN_A_MILE) * 10) / 10
}

/** The postcodes that a return's episodes speak of, without spaces. */
export function postcodesOf(episodes: Frame): ReadonlySet<string> {
  const found = new Set<string>()
  for (const column of ['HOME_POST', 'PL_POST'])
    for (const text of episodes.given.has(column) ? episodes.text(column) : [])
      if (text !== null) found.add(plainPostcode(text))
  return found
}

/**
 * The columns that the Department derives from the postcodes of an episode: the authority of the placement, whether it
 * lies inside the authority's own area, and the distance from home in miles. Blank where a postcode is not known.
 */
export function derivedOf(
  episodes: Frame,
  places: ReadonlyMap<string, Place>,
  own: string | undefined,
): { readonly PL_LA: Cells; readonly PL_DISTANCE: Cells; readonly PL_LOCATION?: Cells } {
  const at = (column: string) => {
    const cells = episodes.given.has(column) ? episodes.text(column) : []
    return (row: number) => places.get(plainPostcode(cells[row] ?? ''))
  }
  const [home, placed] = [at('HOME_POST'), at('PL_POST')]
  const rows = Array.from({ length: episodes.rows }, (_, i) => i)
  const authorities = rows.map(i => placed(i)?.authority ?? null)
  return {
    PL_LA: authorities,
    PL_DISTANCE: rows.map(i => {
      const [from, to] = [home(i), placed(i)]
      return from && to ? miles(from, to).toFixed(1) : null
    }),
    ...(own ? { PL_LOCATION: authorities.map(a => (a === null ? null : a === own ? 'IN' : 'OUT')) } : {}),
  }
}
