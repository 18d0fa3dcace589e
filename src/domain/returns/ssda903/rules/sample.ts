import { ask } from '../../check/answer.ts'
import type { Frame } from '../../check/frame.ts'
import { linesFrame as framed, type Lines } from '../../check/lines.ts'
import { type Answer, type Found, inForce, type Year } from '../../check/rule.ts'
import { allTables } from './ask.ts'
import { type AnyTable, isTable, type ProviderColumn, return903, type Tables } from './data.ts'
import type { Rule903 } from './rule.ts'

/** A table of the 903 in a few lines. */
export const linesFrame = (lines: Lines): Frame => framed(lines, 'uk')

export interface Sample {
  readonly tables: { readonly [T in AnyTable]?: Lines }
  readonly providers?: Lines
  readonly authority?: string
  readonly form?: 'csv' | 'xml'
}

const isSide = (name: string): boolean => name.endsWith('_last')

/** Asks the version of a rule that is in force in a year, of a return written in a few lines. For tests. */
export function answerOf(rules: readonly Rule903[], code: string, year: Year, of: Sample): Answer<AnyTable> {
  const rule = rules.find(r => r.code === code && inForce(r, year))
  if (!rule) throw new Error(`There is no rule ${code} in ${year}`)
  const side = (last: boolean): Partial<Tables> =>
    Object.fromEntries(
      Object.entries(of.tables).flatMap(([name, lines]) => {
        const table = name.replace(/_last$/, '')
        return isSide(name) === last && isTable(table) && lines ? [[table, linesFrame(lines)]] : []
      }),
    )
  const data = return903({
    year,
    now: side(false),
    last: side(true),
    form: of.form ?? 'csv',
    authority: of.authority ?? null,
    ...(of.providers ? { providers: linesFrame(of.providers) as Frame<ProviderColumn> } : {}),
  })
  return ask(rule, data, { year, tables: allTables(data), lookups: data.lookups })
}

/** The rows that fail; throws where the rule was not asked. */
export function failing(
  rules: readonly Rule903[],
  code: string,
  year: Year,
  tables: Sample['tables'],
  more: Omit<Sample, 'tables'> = {},
): Found<AnyTable> {
  const answer = answerOf(rules, code, year, { tables, ...more })
  if (!answer.asked) throw new Error(answer.because)
  return answer.found
}
