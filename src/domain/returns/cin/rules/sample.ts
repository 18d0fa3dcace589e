import { ask } from '../../check/answer.ts'
import { linesFrame } from '../../check/lines.ts'
import { type Answer, type Found, inForce, type Year } from '../../check/rule.ts'
import { type CinTable, type CinTables, census, isCinTable } from './data.ts'
import type { CinRule } from './rule.ts'

/** Small tables for a test: columns in the first line, then rows, parted by commas. A blank cell is null. */
export type Sample = { readonly [T in CinTable]?: readonly string[] }

/** Asks the version of a rule that is in force in a year, of a census written in a few lines. For tests. */
export function answerOf(rules: readonly CinRule[], code: string, year: Year, of: Sample): Answer<CinTable> {
  const rule = rules.find(r => r.code === code && inForce(r, year))
  if (!rule) throw new Error(`There is no rule ${code} in ${year}`)
  const tables: Partial<CinTables> = Object.fromEntries(
    Object.entries(of).flatMap(([name, lines]) =>
      isCinTable(name) ? [[name, linesFrame(lines, 'iso')]] : [],
    ),
  )
  const data = census({ year, tables })
  return ask(rule, data, { year, tables: data.tables, lookups: data.lookups })
}

/** The rows that fail; throws where the rule was not asked. */
export function failing(rules: readonly CinRule[], code: string, year: Year, of: Sample): Found<CinTable> {
  const answer = answerOf(rules, code, year, of)
  if (!answer.asked) throw new Error(answer.because)
  return answer.found
}
