import { ask, rulesOf } from '../check/answer.ts'
import type { Asked } from '../check/issues.ts'
import type { Census, CinTable } from './rules/data.ts'
import { rulesCin } from './rules/index.ts'

/** Asks every rule that is in force in the census's year. */
export function checkCin(data: Census): readonly Asked<CinTable>[] {
  const at = { year: data.year, tables: data.tables, lookups: data.lookups }
  return rulesOf(rulesCin, data.year).map(rule => ({ rule, answer: ask(rule, data, at) }))
}
