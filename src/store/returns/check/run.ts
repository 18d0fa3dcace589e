import { fail, ok, type Result } from '../../../domain/kernel/result.ts'
import type { Frame } from '../../../domain/returns/check/frame.ts'
import type { Asked } from '../../../domain/returns/check/issues.ts'
import type { Year } from '../../../domain/returns/check/rule.ts'
import { checkCin } from '../../../domain/returns/cin/check.ts'
import { census } from '../../../domain/returns/cin/rules/data.ts'
import { check903 } from '../../../domain/returns/ssda903/check.ts'
import { allTables } from '../../../domain/returns/ssda903/rules/ask.ts'
import { return903 } from '../../../domain/returns/ssda903/rules/data.ts'
import type { FileNote } from '../../../domain/returns/ssda903/rules/from-files.ts'
import { placed } from './postcodes.ts'
import { readProviders } from './providers.ts'
import { read903 } from './read-903.ts'
import { readCin } from './read-cin.ts'

/** A return that was checked: every rule with its answer, and the tables in which the failing rows stand. */
export interface Checked {
  readonly asked: readonly Asked[]
  readonly tables: Readonly<Record<string, Frame>>
  /** The column that says which child a row is of. */
  readonly id: string
  readonly notes: readonly FileNote[]
  readonly children: number
  readonly rows: number
}

export interface Given903 {
  readonly year: Year
  /** The folder or file of this year's return, and of last year's. */
  readonly now: string
  readonly last?: string
  /** The files that stand by: postcodes with their places, providers with their registrations. */
  readonly postcodes?: string
  readonly providers?: string
  /** The authority's code, as the file of postcodes writes it. */
  readonly authority?: string
}

const rowsOf = (tables: Readonly<Record<string, Frame>>): number =>
  Object.values(tables).reduce((n, t) => n + t.rows, 0)

const childrenOf = (header: Frame): number =>
  header.given.has('CHILD') ? new Set(header.text('CHILD')).size : 0

/**
 * Reads and checks an SSDA903 return. Where last year's, the postcodes or the providers can't be read, that is told, the
 * rules that need them are not asked, and the rest is checked.
 * @returns what was checked, or why this year's return can't be read
 */
export async function checkReturn903(given: Given903): Promise<Result<Checked, readonly FileNote[]>> {
  const now = await read903(given.now)
  if (!now.ok) return fail(now.error)
  const notes = [...now.value.notes]
  const last = given.last ? await read903(given.last) : undefined
  const lastNotes = last ? (last.ok ? last.value.notes : last.error) : []
  notes.push(...lastNotes.map(n => ({ ...n, file: `last year’s ${n.file}` })))
  const providers = given.providers ? await readProviders(given.providers) : undefined
  if (providers && !providers.ok) notes.push(providers.error)
  const years = [now.value.tables, last?.ok ? last.value.tables : {}] as const
  const placedYears = given.postcodes ? await placed(years, given.postcodes, given.authority) : ok(years)
  if (!placedYears.ok) notes.push(placedYears.error)
  const [nowTables = {}, lastTables = {}] = placedYears.ok ? placedYears.value : years
  const data = return903({
    year: given.year,
    now: nowTables,
    last: lastTables,
    form: now.value.form,
    authority: given.authority ?? null,
    ...(providers?.ok ? { providers: providers.value } : {}),
  })
  const tables = allTables(data)
  return ok({
    asked: check903(data),
    tables,
    id: 'CHILD',
    notes,
    children: childrenOf(data.now.Header),
    rows: rowsOf(tables),
  })
}

/** Reads and checks a children in need census. */
export async function checkCensusFile(
  path: string,
  year: Year,
): Promise<Result<Checked, readonly FileNote[]>> {
  const read = await readCin(path)
  if (!read.ok) return fail([read.error])
  const data = census({ year, tables: read.value.tables })
  return ok({
    asked: checkCin(data),
    tables: data.tables,
    id: 'LAchildID',
    notes: read.value.notes.map(wrong => ({
      file: path,
      wrong,
      todo: 'Nothing, unless it was meant to be read.',
    })),
    children: read.value.children,
    rows: rowsOf(data.tables),
  })
}
