import { ask, rulesOf } from '../check/answer.ts'
import type { Asked } from '../check/issues.ts'
import { allTables } from './rules/ask.ts'
import type { AnyTable, Return903 } from './rules/data.ts'
import { rules903 } from './rules/index.ts'

/** Asks every rule that is in force in the return's year, each of the same return; the order makes no difference. */
export function check903(data: Return903): readonly Asked<AnyTable>[] {
  const at = { year: data.year, tables: allTables(data), lookups: data.lookups }
  return rulesOf(rules903, data.year).map(rule => ({ rule, answer: ask(rule, data, at) }))
}
