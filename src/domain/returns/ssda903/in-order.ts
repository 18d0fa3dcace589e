import type { Day } from '../../kernel/day.ts'
import { fileDay } from './days.ts'
import { contents, lineOf, note, problem, type Row, type RowProblem } from './row.ts'

export interface Ordered<R> {
  readonly rows: readonly R[]
  readonly problems: readonly RowProblem[]
}

interface Names {
  readonly start: string
  readonly end: string
  readonly what: string
}

/**
 * One child's rows in order, none beginning before another has ended. Of two that overlap the one that began first is
 * kept: nobody can tell which is wrong, so the choice is plain and the same every time. A row with no end gives way to
 * the next, as it does in the record.
 */
export function inOrder<R extends Row<object>>(
  rows: readonly R[],
  from: (r: R) => Day,
  to: (r: R) => Day | null,
  names: Names,
): Ordered<R> {
  const problems: RowProblem[] = []
  const kept: R[] = []
  const order = (a: R, b: R) =>
    compare(from(a), from(b)) ||
    compare(to(a) ?? '9', to(b) ?? '9') ||
    compare(contents(a.values), contents(b.values))
  for (const row of [...rows].sort(order)) {
    const before = kept.at(-1)
    const ended = before ? to(before) : null
    if (before && ended !== null && from(row) < ended) {
      const todo = `The one on ${lineOf(before, row)} runs from ${fileDay(from(before))} to ${fileDay(ended)}, and is kept; this row is left out. Correct the days of one.`
      problems.push(
        problem(
          row,
          names.start,
          fileDay(from(row)),
          `The ${names.what} begins before another has ended`,
          todo,
        ),
      )
      continue
    }
    if (before && ended === null)
      problems.push(
        note(
          before,
          names.end,
          '',
          `The ${names.what} has no end, but a later one begins`,
          `It is taken to end on ${fileDay(from(row))}, when the one on ${lineOf(row, before)} begins.`,
        ),
      )
    kept.push(row)
  }
  return { rows: kept, problems }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
