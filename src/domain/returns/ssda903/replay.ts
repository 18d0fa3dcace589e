import { type Day, dayOf } from '../../kernel/day.ts'
import { ask } from '../check/answer.ts'
import type { Cells } from '../check/column.ts'
import { type Frame, frame } from '../check/frame.ts'
import type { Year } from '../check/rule.ts'
import { allTables } from './rules/ask.ts'
import { isTable, type ProviderColumn, type Return903, return903, type Tables } from './rules/data.ts'
import type { Rule903 } from './rules/rule.ts'

/** A table as a case file writes it: rows of cells, null where blank. */
export interface CaseTable {
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** What each row is called, where that is not its place. */
  readonly index?: readonly number[]
}

/** One small return, and the rows that must fail. */
export interface Case903 {
  readonly tables: Readonly<Record<string, CaseTable>>
  readonly metadata: Readonly<Record<string, unknown>>
  readonly expected: Readonly<Record<string, readonly number[]>>
}

/** Names that the case files use for columns that the return calls otherwise. */
const otherNames: Readonly<Record<string, string>> = {
  UASC_STATUS: 'UASC',
  DATE_EPISODE_CEASED: 'DEC',
  PLACEMENT: 'PLACE',
}

/** What is null is blank. A written empty text is a code that nobody has: the sector's answers tell the two apart. */
const cellOf = (value: unknown): string | null => (value == null ? null : String(value).trim())

export function caseFrame(table: CaseTable): Frame {
  const columns = new Map<string, Cells>()
  for (const name of table.columns)
    columns.set(
      otherNames[name] ?? name,
      table.rows.map(r => cellOf(r[name])),
    )
  return frame(columns, table.rows.length, 'uk')
}

const ukDay = (value: unknown): Day | undefined => {
  const match = typeof value === 'string' ? /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value) : null
  return match ? dayOf(Number(match[3]), Number(match[2]), Number(match[1])) : undefined
}

const isCaseTable = (value: unknown): value is CaseTable =>
  typeof value === 'object' && value !== null && 'columns' in value && 'rows' in value

/** The return that a case describes. */
export function returnOfCase(given: Case903, year: Year): Return903 {
  const now: Record<string, Frame> = {}
  const last: Record<string, Frame> = {}
  for (const [name, table] of Object.entries(given.tables)) {
    const plain = name.replace(/_last$/, '')
    if (isTable(plain)) (name === plain ? now : last)[plain] = caseFrame(table)
  }
  const { collection_start, collection_end, provider_info, localAuthority, file_format } = given.metadata
  const start = ukDay(collection_start)
  const end = ukDay(collection_end)
  return return903({
    year,
    now: now as Partial<Tables>,
    last: last as Partial<Tables>,
    form: file_format === 'xml' ? 'xml' : 'csv',
    ...(start ? { start } : {}),
    ...(end ? { end } : {}),
    ...(isCaseTable(provider_info) ? { providers: caseFrame(provider_info) as Frame<ProviderColumn> } : {}),
    authority: typeof localAuthority === 'string' ? localAuthority : null,
  })
}

/** The rows that a rule finds in a case, by what the case calls them; a rule that can't be asked finds none. */
export function replay903(rule: Rule903, given: Case903, year: Year): Record<string, readonly number[]> {
  const data = returnOfCase(given, year)
  const answer = ask(rule, data, { year, tables: allTables(data), lookups: data.lookups })
  if (!answer.asked) return {}
  return Object.fromEntries(
    Object.entries(answer.found).map(([table, rows]) => {
      const index = given.tables[table]?.index
      return [table, rows.map(i => index?.[i] ?? i)]
    }),
  )
}
