import type { Day } from '../kernel/day.ts'
import { londonDay } from '../kernel/london.ts'
import type { Standing } from '../records/entry.ts'
import type { Answers } from '../records/kinds/field.ts'

/** What shows that something moved for a child. Where a field is named, only these answers of it do. */
export interface Move {
  readonly type: string
  readonly says: string
  readonly field?: string
  readonly answers?: readonly string[]
}

/**
 * What moves a child’s case on: the child was seen, something was decided, met, assessed or changed. Talk about a child
 * (a note, a call, a supervision) does not, however much of it there is. Local: an authority may hold it otherwise.
 */
export const moves: readonly Move[] = [
  {
    type: 'statutory-visit',
    says: 'Child visited and seen',
    field: 'seen',
    answers: ['alone', 'with-others'],
  },
  { type: 'case-note', says: 'Child seen, or a meeting held', field: 'what', answers: ['seen', 'meeting'] },
  { type: 'managers-decision', says: 'A manager decided' },
  { type: 'referral-decided', says: 'The referral was decided' },
  { type: 'assessment', says: 'An assessment was finished' },
  { type: 'specialist-assessment', says: 'A specialist assessment was finished' },
  { type: 'looked-after-review', says: 'A review was held' },
  { type: 'protection-review', says: 'A review conference was held' },
  { type: 'protection-plan-started', says: 'A protection plan began' },
  { type: 'protection-plan-ended', says: 'A protection plan ended' },
  { type: 'early-help-meeting', says: 'The team around the child met' },
  { type: 'early-help-step', says: 'Early help stepped up or down' },
  { type: 'became-looked-after', says: 'The child became looked after' },
  { type: 'ceased-looked-after', says: 'The child ceased to be looked after' },
  { type: 'placement', says: 'The placement changed' },
  { type: 'legal-status', says: 'The legal status changed' },
  { type: 'health-assessment', says: 'A health assessment was held' },
  { type: 'returned', says: 'The child came back from being missing' },
]

/** What an entry moved, in words; undefined where it moved nothing. The twin of `moved` in `store/queries/drift.ts`. */
export const moveOf = (type: string, answers: Answers): string | undefined =>
  moves.find(
    m =>
      m.type === type &&
      (m.field === undefined || (m.answers?.includes(String(answers[m.field] ?? '')) ?? false)),
  )?.says

/**
 * The last day on which something moved a child’s case on, of what had happened when it was written down. Pure.
 * @param happenings of one file, as they stand
 */
export const lastMove = (happenings: readonly Standing[]): Day | null =>
  happenings
    .filter(
      h => !h.withdrawn && moveOf(h.type, h.answers) !== undefined && h.happened <= londonDay(h.recorded),
    )
    .reduce<Day | null>((last, h) => (last === null || h.happened > last ? h.happened : last), null)

/** After how many days without a move a child is said to drift: what a manager may choose. */
export const driftDays = [14, 28, 56] as const
