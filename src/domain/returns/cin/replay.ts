import { ask } from '../check/answer.ts'
import { asCalled, type CaseTable, caseFrame } from '../check/case-table.ts'
import type { Frame } from '../check/frame.ts'
import type { Year } from '../check/rule.ts'
import { type Census, type CinTables, census, isCinTable } from './rules/data.ts'
import type { CinRule } from './rules/rule.ts'

interface CaseGroup {
  readonly table: string
  readonly groups: readonly { readonly rows: readonly number[] }[]
  /** Whether this table's rows were compared when the case was made; the others are what another tool said. */
  readonly asserted_by_test?: boolean
}

/** A small census, and what must be found in it: rows, groups of rows, or the return as a whole. */
export interface CinCase {
  readonly tables: Readonly<Record<string, CaseTable>>
  readonly expected: {
    readonly issues?: readonly { readonly table: string; readonly row: number }[]
    readonly groups?: readonly CaseGroup[]
    readonly la_level?: readonly unknown[] | Readonly<Record<string, never>>
  }
}

type Rows = Readonly<Record<string, readonly number[]>>

const cellOf = (value: unknown): string | null => {
  if (Array.isArray(value)) return value.map(String).join(' ')
  const text = value == null ? '' : String(value).trim()
  // Some days stand as 31/03/2022 or 31-03-2022 in the cases, and all as 2022-03-31 in a census.
  const day = /^(\d{2})([/-])(\d{2})\2(\d{4})$/.exec(text)
  return day ? `${day[4]}-${day[3]}-${day[1]}` : text === '' ? null : text
}

/** A census year ends on its reference date. */
function yearOf(tables: Partial<CinTables>, otherwise: Year): Year {
  const days = tables.Header?.text('ReferenceDate') ?? []
  const year = Number(days.find(d => d !== null && /^\d{4}-03-31$/.test(d))?.slice(0, 4))
  return Number.isNaN(year) ? otherwise : year - 1
}

export function censusOfCase(given: CinCase, year: Year): Census {
  const tables: Record<string, Frame> = {}
  for (const [name, table] of Object.entries(given.tables))
    if (isCinTable(name)) tables[name] = caseFrame(table, 'iso', cellOf)
  const read = tables as Partial<CinTables>
  return census({ year: yearOf(read, year), tables: read })
}

/** What a rule finds in a case: its rows by what the case calls them, or that it speaks of the whole return. */
export function replayCin(
  rule: CinRule,
  given: CinCase,
  year: Year,
): Rows | { readonly la_level: readonly string[] } {
  const data = censusOfCase(given, year)
  const answer = ask(rule, data, { year, tables: data.tables, lookups: data.lookups })
  if (!answer.asked) return {}
  if (rule.whole) return answer.count > 0 ? { la_level: [rule.code, rule.says] } : {}
  return asCalled(answer.found, given.tables)
}

const sorted = (rows: readonly number[]): string => [...new Set(rows)].sort((a, b) => a - b).join(' ')

/** Whether what was found is what a case expects. Tables that the case does not vouch for are not held against it. */
export function cinCaseHolds(
  expected: CinCase['expected'],
  got: Rows | { readonly la_level: readonly string[] },
): boolean {
  if (expected.la_level !== undefined) {
    const fires = Array.isArray(expected.la_level) && expected.la_level.length > 0
    // A rule that names the rows says more than such a case asks for: whether it fires at all.
    return fires === ('la_level' in got || Object.values(got).some(rows => rows.length > 0))
  }
  if ('la_level' in got) return false
  const wanted = new Map<string, number[]>()
  const vouched = (expected.groups ?? []).filter(g => g.asserted_by_test !== false)
  for (const { table, row } of expected.issues ?? []) wanted.set(table, [...(wanted.get(table) ?? []), row])
  for (const { table, groups } of vouched)
    wanted.set(table, [...(wanted.get(table) ?? []), ...groups.flatMap(g => g.rows)])
  const named = new Set((expected.groups ?? []).map(g => g.table))
  const found = got as Rows
  const others = Object.keys(found).filter(
    t => !wanted.has(t) && !named.has(t) && (found[t]?.length ?? 0) > 0,
  )
  return (
    others.length === 0 && [...wanted].every(([table, rows]) => sorted(found[table] ?? []) === sorted(rows))
  )
}
