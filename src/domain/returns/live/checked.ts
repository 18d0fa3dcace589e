import type { Day } from '../../kernel/day.ts'
import type { Frame } from '../check/frame.ts'
import type { Asked } from '../check/issues.ts'
import type { Rule, Year } from '../check/rule.ts'

/** Which return, and on which day it is written: a year that is not over is written as far as it has come. */
export interface Setting {
  /** The collection year. */
  readonly year: Year
  readonly today: Day
}

/** A return that was written from the record and asked all rules of its year. */
export interface Checked {
  readonly asked: readonly Asked[]
  readonly tables: Readonly<Record<string, Frame>>
  /** The entries that a row was made from, by table and row. */
  readonly entries: Readonly<Record<string, readonly (readonly string[])[]>>
  /** The column that says which child a row is of. */
  readonly id: string
}

/** One row that fails one rule, told by where it stands: there may be very many. */
export interface LiveIssue {
  readonly rule: Omit<Rule<never>, 'find'>
  readonly table: string
  readonly row: number
  /** The code of the child's file; null where the row is about no child. */
  readonly child: string | null
}

/** Every failing row, rule by rule. */
export function liveIssues({ asked, tables, id }: Checked): readonly LiveIssue[] {
  const found: LiveIssue[] = []
  for (const { rule, answer } of asked) {
    if (!answer.asked) continue
    for (const [table, rows] of Object.entries(answer.found)) {
      const frame = tables[table]
      const child = frame?.given.has(id) ? frame.text(id) : undefined
      for (const row of rows ?? []) found.push({ rule, table, row, child: child?.[row] ?? null })
    }
  }
  return found
}

export const entriesAt = (checked: Checked, at: Pick<LiveIssue, 'table' | 'row'>): readonly string[] =>
  checked.entries[at.table]?.[at.row] ?? []

/** What stands in a cell; undefined where the row's table has no such column. */
export function cellAt(
  { tables }: Checked,
  at: Pick<LiveIssue, 'table' | 'row'>,
  column: string,
): string | null | undefined {
  const frame = tables[at.table]
  return frame?.given.has(column) ? (frame.text(column)[at.row] ?? null) : undefined
}
