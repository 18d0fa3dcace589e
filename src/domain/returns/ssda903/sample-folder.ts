import type { Instant } from '../../kernel/day.ts'
import type { Entry } from '../../records/entry.ts'
import { type ImportInput, type ImportPlan, planImport } from './plan.ts'
import type { RawTable, ReturnFolder } from './raw.ts'
import type { Settled } from './settle.ts'
import { type TableCode, tableCodes, tables } from './tables.ts'

/** Rows for tests: each a line of values in the table's own order of columns. */
export type SampleRows = Partial<Record<TableCode, readonly string[]>>

/** A folder made in memory, for tests. */
export function sampleFolder(rows: SampleRows, name = 'sample'): ReturnFolder {
  const table = (code: TableCode): RawTable => ({
    table: code,
    file: `${code}.csv`,
    columns: Object.keys(tables[code].columns),
    rows: (rows[code] ?? []).map((line, i) => ({ line: i + 2, cells: line.split(',') })),
  })
  return { name, tables: tableCodes.filter(code => rows[code] !== undefined).map(table), notes: [] }
}

export const AUTHOR = '00000000-0000-5000-8000-000000000001'
export const MOMENT = '2026-05-03T10:00:00.000Z' as Instant

/** The plan of a return that can be read; fails the test where it can't. */
export function planOf(input: Pick<ImportInput, 'this'> & Partial<ImportInput>): ImportPlan {
  const plan = planImport({ recorded: MOMENT, author: AUTHOR, ...input })
  if (!plan.ok) throw new Error(`${plan.error.file}: ${plan.error.wrong}`)
  return plan.value
}

export const samplePlan = (rows: SampleRows, last?: SampleRows): ImportPlan =>
  planOf({ this: sampleFolder(rows), ...(last ? { last: sampleFolder(last, 'last') } : {}) })

export type Ledger = ReadonlyMap<string, readonly Entry[]>
export const EMPTY: Ledger = new Map()

/** A ledger in memory: each file's entries in the order they were written. */
export function written(ledger: Ledger, settled: Settled): Ledger {
  const files = new Map(ledger)
  for (const s of settled.subjects) files.set(s.id, [])
  const ids = new Set([...ledger.values()].flat().map(e => e.id))
  for (const e of settled.entries) {
    const file = files.get(e.subject)
    if (!file) throw new Error(`An entry for a file that is not there: ${e.subject}`)
    if (ids.has(e.id)) throw new Error(`The same id twice: ${e.id}, ${e.type}, ${JSON.stringify(e.answers)}`)
    ids.add(e.id)
    files.set(e.subject, [...file, { ...e, seq: file.length + 1 }])
  }
  return files
}
