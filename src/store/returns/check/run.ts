import { fail, ok, type Result } from '../../../domain/kernel/result.ts'
import type { Frame } from '../../../domain/returns/check/frame.ts'
import type { Asked } from '../../../domain/returns/check/issues.ts'
import type { Year } from '../../../domain/returns/check/rule.ts'
import { checkCin } from '../../../domain/returns/cin/check.ts'
import { census } from '../../../domain/returns/cin/rules/data.ts'
import { check903 } from '../../../domain/returns/ssda903/check.ts'
import { allTables } from '../../../domain/returns/ssda903/rules/ask.ts'
import type { FileNote } from '../../../domain/returns/ssda903/rules/from-files.ts'
import { type Given903, load903 } from './load-903.ts'
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
  const loaded = await load903(given)
  if (!loaded.ok) return fail(loaded.error)
  const { data, notes } = loaded.value
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
