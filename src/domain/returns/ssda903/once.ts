import { contents, lineOf, note, problem, type Row, type RowProblem } from './row.ts'

/** Rows of which each stands for one thing, and what was said of those that did not. */
export interface Once<R> {
  readonly rows: readonly R[]
  readonly problems: readonly RowProblem[]
  /** Rows that say again what another row says: neither kept for themselves nor lost. */
  readonly joined: readonly R[]
}

const byContents = <R extends Row<object>>(a: R, b: R): number => {
  const [x, y] = [contents(a.values), contents(b.values)]
  return x < y ? -1 : x > y ? 1 : a.line - b.line
}

function grouped<R>(rows: readonly R[], key: (row: R) => string): ReadonlyMap<string, R[]> {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const list = groups.get(key(row))
    if (list) list.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

/**
 * One row for each thing of a file. The same row twice is kept once, with a note; rows that differ about one thing are
 * settled by their contents, never by their order in the file, and the others are left out.
 */
export function onceInFile<R extends Row<object>>(
  rows: readonly R[],
  key: (row: R) => string,
  what: string,
): Once<R> {
  const kept: R[] = []
  const problems: RowProblem[] = []
  const joined: R[] = []
  for (const group of grouped(rows, key).values()) {
    const [first, ...rest] = group.sort(byContents)
    if (!first) continue
    kept.push(first)
    for (const row of rest) {
      if (contents(row.values) === contents(first.values)) {
        joined.push(row)
        problems.push(
          note(
            row,
            null,
            '',
            'The row stands twice',
            `It is the same as ${lineOf(first, row)}, and is kept once.`,
          ),
        )
      } else {
        const todo = `See ${lineOf(first, row)}, which is kept; this row is left out. Keep the one that is right.`
        problems.push(problem(row, null, '', `Two rows differ about one ${what}`, todo))
      }
    }
  }
  return { rows: kept, problems, joined }
}

/** Those that say just what a row says come first. */
const byLikeness =
  <R extends Row<object>>(row: R) =>
  (a: R, b: R): number => {
    const differs = (r: R) => (contents(r.values) === contents(row.values) ? 0 : 1)
    return differs(a) - differs(b) || byContents(a, b)
  }

/** The columns in which two rows differ, where the earlier one says something. A blank that was filled in is no change of mind. */
const differing = (earlier: object, later: object): string[] => {
  const now: Readonly<Record<string, unknown>> = { ...later }
  return Object.entries(earlier).flatMap(([name, was]) => (was !== null && was !== now[name] ? [name] : []))
}

/**
 * One row for each thing of two years: where both speak of it, this year's row stands, and a note says in what it
 * differs. A file may have several rows under one key, where something else tells them apart: they all stand.
 */
export function onceInYears<R extends Row<object>>(
  thisYear: readonly R[],
  lastYear: readonly R[],
  key: (row: R) => string,
): Once<R> {
  const now = grouped(thisYear, key)
  const kept: R[] = [...thisYear]
  const problems: RowProblem[] = []
  const joined: R[] = []
  for (const row of lastYear) {
    const [same] = [...(now.get(key(row)) ?? [])].sort(byLikeness(row))
    if (!same) {
      kept.push(row)
      continue
    }
    joined.push(row)
    const columns = differing(row.values, same.values)
    if (columns.length > 0)
      problems.push(
        note(
          same,
          columns.join(', '),
          '',
          `${columns.join(', ')} differs from last year’s return`,
          `See ${lineOf(row, same)}. This year’s is kept.`,
        ),
      )
  }
  return { rows: kept, problems, joined }
}
