import { type Frame, LostColumn } from './frame.ts'
import { type Answer, type Found, inForce, type Lookup, type Rule, type Year } from './rule.ts'

/** What stands by for the rules beside the return itself. */
export interface Standing<T extends string> {
  readonly year: Year
  readonly tables: { readonly [table in T]: Frame }
  readonly lookups: ReadonlySet<Lookup>
}

const words: Readonly<Record<Lookup, string>> = {
  postcodes: 'the file of postcodes',
  providers: 'the list of providers',
  authority: 'which authority the return is of',
}

function lacking<D, T extends string>(rule: Rule<D, T>, at: Standing<T>): string | undefined {
  const tables = rule.needs.filter(t => !at.tables[t].present)
  if (tables.length > 0) return `the return came without ${tables.join(', ')}`
  const lookups = (rule.lookups ?? []).filter(l => !at.lookups.has(l))
  if (lookups.length > 0) return `it needs ${lookups.map(l => words[l]).join(' and ')}`
  for (const column of rule.derived ?? []) {
    const [table, name] = column.split('.')
    const held = table !== undefined && isOf(table, at.tables) ? at.tables[table] : undefined
    if (name && held?.present && !held.given.has(name)) return `it needs ${column}: ${words.postcodes}`
  }
  return undefined
}

const isOf = <T extends string>(name: string, tables: { readonly [table in T]: Frame }): name is T =>
  Object.hasOwn(tables, name)

/** The rows once each, in order. */
const tidy = (rows: readonly number[]): readonly number[] => {
  for (let i = 1; i < rows.length; i += 1)
    if ((rows[i - 1] ?? 0) >= (rows[i] ?? 0)) return [...new Set(rows)].sort((a, b) => a - b)
  return rows
}

function find<D, T extends string>(rule: Rule<D, T>, data: D): Found<T> | string {
  try {
    return rule.find(data)
  } catch (error) {
    if (!(error instanceof LostColumn)) throw error
    return `a file came without the column ${error.column}`
  }
}

/** Asks one rule. */
export function ask<D, T extends string>(rule: Rule<D, T>, data: D, at: Standing<T>): Answer<T> {
  const because = lacking(rule, at)
  if (because) return { asked: false, because: `not checked: ${because}` }
  const said = find(rule, data)
  if (typeof said === 'string') return { asked: false, because: `not checked: ${said}` }
  let count = 0
  const found: { [table in T]?: readonly number[] } = {}
  for (const table in said) {
    const rows = tidy(said[table] ?? [])
    if (rows.length > 0) found[table] = rows
    count += rows.length
  }
  return { asked: true, found, count }
}

/** The rules of a year, one of each code. */
export const rulesOf = <D, T extends string>(
  rules: readonly Rule<D, T>[],
  year: Year,
): readonly Rule<D, T>[] => rules.filter(r => inForce(r, year))
