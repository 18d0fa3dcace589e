import { type Figure, figure } from '../indicators/figure.ts'
import { addMonths, type Day, parts, startOfMonth } from '../kernel/day.ts'
import { GRADES, type Grade, isGood } from './grades.ts'

/** One finished audit, as figures know it. */
export interface FoundAudit {
  readonly audit: string
  readonly code: string
  /** Null for an observation that is about no child. */
  readonly child: string | null
  readonly tool: string
  readonly team: string
  readonly on: Day
  readonly age: string
  readonly ethnicity: string
  readonly grades: Readonly<Record<string, Grade>>
  readonly overall: Grade
}

/** The ways in which findings are split. */
export const auditSplits = { team: 'Team', age: 'Age', ethnicity: 'Ethnicity' } as const
export type AuditSplit = keyof typeof auditSplits
export const isAuditSplit = (code: string | undefined): code is AuditSplit =>
  code !== undefined && Object.hasOwn(auditSplits, code)

/** Of those to which a standard applied: how many of each grade, best first. */
export const distribution = (all: readonly FoundAudit[], standard: string): readonly number[] =>
  GRADES.map(g => all.filter(a => gradeIn(a, standard) === g).length)

const OVERALL = 'overall'
export const gradeIn = (a: FoundAudit, standard: string): Grade | undefined =>
  standard === OVERALL ? a.overall : a.grades[standard]

/** How many audits grade a standard good or better, of how many. */
export function goodOf(all: readonly FoundAudit[], standard: string, part: string | null = null): Figure {
  const graded = all.flatMap(a => gradeIn(a, standard) ?? [])
  return figure(
    { code: standard, name: standard, unit: 'percent' },
    graded.filter(isGood).length,
    graded.length,
    part,
  )
}

/** The whole and its parts, for each of some standards: as figures are held back in tables. */
export function tableOf(
  all: readonly FoundAudit[],
  standards: readonly string[],
  split: AuditSplit,
): { readonly parts: readonly string[]; readonly figures: readonly Figure[] } {
  const groups = Map.groupBy(all, a => a[split])
  const names = [...groups.keys()].toSorted()
  return {
    parts: names,
    figures: standards.flatMap(s => [
      goodOf(all, s),
      ...names.map(name => goodOf(groups.get(name) ?? [], s, name)),
    ]),
  }
}

/** The first day of the quarter of the year that a day is in. */
export function quarterOf(d: Day): Day {
  const month = startOfMonth(d)
  return addMonths(month, -((parts(month).month - 1) % 3))
}

/** The quarters up to that of a day, oldest first, each by its first day. */
export const quartersTo = (d: Day, n: number): readonly Day[] =>
  Array.from({ length: n }, (_, i) => addMonths(quarterOf(d), -3 * (n - 1 - i)))

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "Jul to Sep 2026" */
export function quarterName(first: Day): string {
  const { year, month } = parts(first)
  return `${MONTHS[month - 1] ?? ''} to ${MONTHS[month + 1] ?? ''} ${year}`
}

/** How a standard stands now, and how it stood in the audits before. */
export interface Theme {
  readonly standard: string
  readonly now: Figure
  readonly before: Figure
  /** The team in which it is weakest, of those with audits enough to say so. */
  readonly weakest: { readonly team: string; readonly figure: Figure } | null
}

/** A team with fewer audits than this is not called weak. */
export const ENOUGH = 5

/** Standards as themes, the weakest first. */
export function themesOf(
  now: readonly FoundAudit[],
  before: readonly FoundAudit[],
  standards: readonly string[],
): readonly Theme[] {
  const teams = Map.groupBy(now, a => a.team)
  return standards
    .map(standard => {
      const each = [...teams]
        .map(([team, all]) => ({ team, figure: goodOf(all, standard, team) }))
        .filter(t => t.figure.denominator >= ENOUGH)
        .toSorted((a, b) => (a.figure.value ?? 0) - (b.figure.value ?? 0) || (a.team < b.team ? -1 : 1))
      return {
        standard,
        now: goodOf(now, standard),
        before: goodOf(before, standard),
        weakest: each[0] ?? null,
      }
    })
    .filter(t => t.now.denominator > 0)
    .toSorted((a, b) => (a.now.value ?? 101) - (b.now.value ?? 101) || (a.standard < b.standard ? -1 : 1))
}
