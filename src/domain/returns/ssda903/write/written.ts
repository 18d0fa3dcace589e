import type { CaseFile } from '../../../casework/file.ts'
import { type Day, day, earlier } from '../../../kernel/day.ts'
import type { Standing } from '../../../records/entry.ts'
import type { Year } from '../../check/rule.ts'
import { fileDay } from '../days.ts'
import type { ColumnOf, TableName } from '../rules/data.ts'

/** A collection year as the writer sees it. */
export interface YearDays {
  readonly year: Year
  /** 1 April. */
  readonly start: Day
  /** 31 March; or today, while the year runs: the return is then written as if the year ended with this day. */
  readonly end: Day
}

export const yearDays = (year: Year, today: Day): YearDays => ({
  year,
  start: day(`${year}-04-01`),
  end: earlier(day(`${year + 1}-03-31`), today),
})

/** What the return says of a worker, and the record keeps in that worker's own file. */
export interface ReturnWorker {
  /** The registration number; null where none is kept. */
  readonly registration: string | null
  /** The code of the worker's file. */
  readonly code: string
  /** The day from which they no longer worked here. */
  readonly left: Day | null
}

/** What stands in other files, and a child's return needs. */
export interface Beside {
  readonly worker: (file: string) => ReturnWorker | undefined
  /** The birth of a child with a file here. */
  readonly born: (file: string) => Day | null
  /** The authority's three figures in national returns. */
  readonly authority: string | null
}

/** A child as the writer is given it: the file with all that was joined to it. */
export interface WrittenChild {
  /** The id and the code of the file. */
  readonly id: string
  readonly code: string
  readonly file: CaseFile
}

/** One row of a table, with the entries from which it was made, so that a fault in it leads to the page that mends it. */
export interface WrittenRow<T extends TableName = TableName> {
  readonly table: T
  readonly cells: { readonly [C in ColumnOf<T>]?: string | null }
  readonly entries: readonly string[]
}

export const row = <T extends TableName>(
  table: T,
  cells: WrittenRow<T>['cells'],
  entries: readonly (string | null | undefined)[],
): WrittenRow<T> => ({
  table,
  cells,
  entries: [...new Set(entries.filter(e => e !== null && e !== undefined))],
})

/** A day as the return writes it; null where there is none. */
export const written = (d: Day | null | undefined): string | null => (d ? fileDay(d) : null)

/** An answer that is a text, or a code. */
export const answer = (e: Standing | undefined, name: string): string | null => {
  const value = e?.answers[name]
  return typeof value === 'string' && value !== '' ? value : null
}

export const within = (d: Day, y: Pick<YearDays, 'start' | 'end'>): boolean => d >= y.start && d <= y.end

/** The entries of a type that stand, in the order of their days. */
export const entriesOf = (file: CaseFile, type: string): readonly Standing[] =>
  file.happenings.filter(e => e.type === type && !e.withdrawn)
