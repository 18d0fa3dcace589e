import type { Frame } from './frame.ts'
import type { Answer, Rule } from './rule.ts'

/** One row that fails one rule. */
export interface Issue {
  readonly rule: string
  readonly severity: 'error' | 'query'
  readonly table: string
  /** The row's place in its table's file, counted from 0, the line of names and blank lines apart. */
  readonly row: number
  readonly child: string | null
  readonly fields: readonly string[]
  readonly message: string
  readonly todo: string
}

/** A rule and what became of it. */
export interface Asked<T extends string = string> {
  readonly rule: Omit<Rule<never, T>, 'find'>
  readonly answer: Answer<T>
}

/** Rules that could not be asked, and why. */
export const notAsked = (
  all: readonly Asked[],
): readonly { readonly rule: string; readonly because: string }[] =>
  all.flatMap(({ rule, answer }) => (answer.asked ? [] : [{ rule: rule.code, because: answer.because }]))

/**
 * Every failing row of every rule, rule by rule. There may be a million of them, so they are made as they are asked for.
 * @param id the column that says which child a row is of
 */
export function* issuesOf(
  all: readonly Asked[],
  tables: Readonly<Record<string, Frame>>,
  id: string,
): Generator<Issue> {
  for (const { rule, answer } of all) {
    if (!answer.asked) continue
    const said = {
      rule: rule.code,
      severity: rule.severity,
      fields: rule.fields,
      message: rule.says,
      todo: rule.todo,
    }
    for (const [table, rows] of Object.entries(answer.found)) {
      const frame = tables[table]
      const child = frame?.given.has(id) ? frame.text(id) : undefined
      for (const row of rows ?? []) yield { ...said, table, row, child: child?.[row] ?? null }
    }
  }
}

/** How many rows fail in all. */
export const countIssues = (all: readonly Asked[]): number =>
  all.reduce((n, { answer }) => n + (answer.asked ? answer.count : 0), 0)
