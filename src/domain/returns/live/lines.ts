import type { LiveIssue } from './checked.ts'

/** Who works with a child: whoever is allocated, or was last. */
export interface With {
  readonly team: string | null
  /** The id of the worker. */
  readonly worker: string | null
}

/** An issue as one person may see it. */
export interface Line {
  readonly issue: LiveIssue
  /** The child's file; null where the issue is about the return itself. */
  readonly subject: string | null
  readonly team: string | null
  readonly worker: string | null
  /** The file is closed to the viewer: it is counted, and not named, nor is its worker. */
  readonly hidden: boolean
}

/** @param hidden the files that the viewer may not see named in a list */
export const linesOf = (
  issues: readonly LiveIssue[],
  children: ReadonlyMap<string, string>,
  held: ReadonlyMap<string, With>,
  hidden: ReadonlySet<string>,
): readonly Line[] =>
  issues.map(issue => {
    const subject = issue.child === null ? null : (children.get(issue.child) ?? null)
    const by = subject === null ? undefined : held.get(subject)
    const closed = subject !== null && hidden.has(subject)
    return {
      issue,
      subject,
      team: by?.team ?? null,
      worker: closed ? null : (by?.worker ?? null),
      hidden: closed,
    }
  })

/** What of an issue list is asked for. */
export interface Narrow {
  readonly rule: string | null
  readonly weight: 'error' | 'query' | null
  readonly team: string | null
  readonly worker: string | null
}

export const narrowed = (lines: readonly Line[], { rule, weight, team, worker }: Narrow): readonly Line[] =>
  lines.filter(
    l =>
      (rule === null || l.issue.rule.code === rule) &&
      (weight === null || l.issue.rule.severity === weight) &&
      (team === null || l.team === team) &&
      (worker === null || l.worker === worker),
  )

/** Lines that go together: how many are errors, how many queries, and of how many children. */
export interface Group {
  readonly key: string
  readonly errors: number
  readonly queries: number
  readonly children: number
}

/** Groups of lines, those with most errors first. Lines with no key are left out. */
export function grouped(lines: readonly Line[], keyOf: (l: Line) => string | null): readonly Group[] {
  const found = new Map<string, { errors: number; queries: number; readonly children: Set<string> }>()
  for (const line of lines) {
    const key = keyOf(line)
    if (key === null) continue
    const group = found.get(key) ?? { errors: 0, queries: 0, children: new Set<string>() }
    found.set(key, group)
    if (line.issue.rule.severity === 'error') group.errors += 1
    else group.queries += 1
    if (line.subject !== null) group.children.add(line.subject)
  }
  return [...found]
    .map(([key, g]) => ({ key, errors: g.errors, queries: g.queries, children: g.children.size }))
    .sort((a, b) => b.errors - a.errors || b.queries - a.queries || (a.key < b.key ? -1 : 1))
}

/** Errors before queries; then by rule, team and child, so that the same list comes again. */
export function inOrder(lines: readonly Line[]): readonly Line[] {
  const key = (l: Line) =>
    [l.issue.rule.severity, l.issue.rule.code, l.team ?? '~', l.issue.child ?? ''].join('\u0000')
  return lines
    .map(line => ({ line, key: key(line) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.line.issue.row - b.line.issue.row))
    .map(({ line }) => line)
}
