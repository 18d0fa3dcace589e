import { type Day, dayOf } from '../../kernel/day.ts'
import { ask } from '../check/answer.ts'
import { asCalled, type CaseTable, caseFrame } from '../check/case-table.ts'
import type { Frame } from '../check/frame.ts'
import type { Year } from '../check/rule.ts'
import { allTables } from './rules/ask.ts'
import { isTable, type ProviderColumn, type Return903, return903, type Tables } from './rules/data.ts'
import type { Rule903 } from './rules/rule.ts'

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

const framed = (table: CaseTable): Frame => caseFrame(table, 'uk', cellOf, name => otherNames[name] ?? name)

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
    if (isTable(plain)) (name === plain ? now : last)[plain] = framed(table)
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
    ...(isCaseTable(provider_info) ? { providers: framed(provider_info) as Frame<ProviderColumn> } : {}),
    authority: typeof localAuthority === 'string' ? localAuthority : null,
  })
}

/** The rows that a rule finds in a case, by what the case calls them; a rule that can't be asked finds none. */
export function replay903(rule: Rule903, given: Case903, year: Year): Record<string, readonly number[]> {
  const data = returnOfCase(given, year)
  const answer = ask(rule, data, { year, tables: allTables(data), lookups: data.lookups })
  if (!answer.asked) return {}
  return asCalled(answer.found, given.tables)
}
