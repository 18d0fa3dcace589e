import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parse } from 'csv-parse'
import { fail, ok, type Result } from '../../../domain/kernel/result.ts'
import type { Tables } from '../../../domain/returns/ssda903/rules/data.ts'
import { type FileNote, withColumns } from '../../../domain/returns/ssda903/rules/from-files.ts'
import { derivedOf, type Place, postcodesOf } from '../../../domain/returns/ssda903/rules/places.ts'
import { plainPostcode } from '../../../domain/returns/ssda903/rules/postcode.ts'

/** The columns of the Office for National Statistics' directory, under the names that its editions have given them. */
const names = {
  postcode: ['pcds', 'pcd', 'pcd7', 'pcd8', 'postcode'],
  east: ['oseast1m', 'east1m', 'eastings', 'easting', 'x'],
  north: ['osnrth1m', 'north1m', 'northings', 'northing', 'y'],
  authority: ['oslaua', 'laua', 'lad23cd', 'lad25cd', 'ladcd', 'la_code', 'admin_district_code', 'laua_code'],
} as const

const FILE_TODO =
  'Give the ONS Postcode Directory or the National Statistics Postcode Lookup, as CSV: a column of postcodes, eastings, northings and the authority’s code.'

/** Reads the places of some postcodes from a file that may hold all of the country's, a line at a time. */
export async function readPlaces(
  path: string,
  wanted: ReadonlySet<string>,
): Promise<Result<ReadonlyMap<string, Place>, FileNote>> {
  const file = basename(path)
  if (!(await stat(path).catch(() => undefined))?.isFile())
    return fail({ file, wrong: 'There is no such file of postcodes.', todo: FILE_TODO })
  const rows = createReadStream(path).pipe(
    parse({ bom: true, relax_column_count: true, relax_quotes: true, trim: true }),
  )
  const places = new Map<string, Place>()
  let columns: Readonly<Record<keyof typeof names, number>> | undefined
  for await (const row of rows) {
    const cells: readonly string[] = row
    if (!columns) {
      const head = cells.map(c => c.toLowerCase())
      const at = (list: readonly string[]) => head.findIndex(h => list.includes(h))
      columns = {
        postcode: at(names.postcode),
        east: at(names.east),
        north: at(names.north),
        authority: at(names.authority),
      }
      if (columns.postcode < 0 || columns.east < 0 || columns.north < 0)
        return fail({
          file,
          wrong: `Its first line names no ${columns.postcode < 0 ? 'postcodes' : 'eastings and northings'}.`,
          todo: FILE_TODO,
        })
      continue
    }
    const postcode = plainPostcode(cells[columns.postcode] ?? '')
    if (!wanted.has(postcode)) continue
    const [east, north] = [
      Number(cells[columns.east] || Number.NaN),
      Number(cells[columns.north] || Number.NaN),
    ]
    if (Number.isNaN(east) || Number.isNaN(north)) continue
    places.set(postcode, { east, north, authority: cells[columns.authority] || null })
  }
  return ok(places)
}

/**
 * Adds to each return's episodes what the postcodes say: authority and distance of the placement.
 * @param own the authority's own code, as the file writes it; without it nothing is said of inside or outside
 */
export async function placed(
  returns: readonly Partial<Tables>[],
  path: string,
  own: string | undefined,
): Promise<Result<readonly Partial<Tables>[], FileNote>> {
  const wanted = new Set(returns.flatMap(t => (t.Episodes ? [...postcodesOf(t.Episodes)] : [])))
  const places = await readPlaces(path, wanted)
  if (!places.ok) return fail(places.error)
  return ok(
    returns.map(t =>
      t.Episodes
        ? {
            ...t,
            Episodes: withColumns(t.Episodes, { ...derivedOf(t.Episodes, places.value, own) }, 'Episodes'),
          }
        : t,
    ),
  )
}
