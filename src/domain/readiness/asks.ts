import type { ReadyDocumentKind } from './document-kinds.ts'
import type { VisitCode } from './visit-kinds.ts'

/** By when after notice, which is day 0: within so many hours, or by the end of a working day after it. */
export type By = { readonly hours: number } | { readonly workingDay: number }

/** What in the product answers it: each is checked in its own way (`check.ts`). */
export type Answers =
  | {
      readonly is:
        | 'lists'
        | 'figures'
        | 'audits'
        | 'plan'
        | 'evaluation'
        | 'supervision'
        | 'staff'
        | 'caseloads'
        | 'boards'
    }
  | { readonly is: 'document'; readonly kind: ReadyDocumentKind }
  /** Nothing in the product keeps it: said, so that nobody takes it for ready. */
  | { readonly is: 'not-kept'; readonly where: string }

/** One thing that inspectors ask for. */
export interface Ask {
  readonly code: string
  readonly what: string
  readonly by: By
  readonly answers: Answers
  /** Asked for on these kinds of visit. */
  readonly visits: readonly VisitCode[]
}

const every: readonly VisitCode[] = ['ilacs-standard', 'ilacs-short', 'focused', 'monitoring', 'jtai', 'sif']
const graded: readonly VisitCode[] = ['ilacs-standard', 'ilacs-short', 'sif']
const day1: By = { workingDay: 1 }
const day2: By = { workingDay: 2 }

/**
 * What inspectors ask for, in the order in which it must be ready. The letter that gives notice says what is asked and by
 * when, and goes before these: the times are the ones this product works to, and no framework's text was opened for them
 * (rules 3A, 3D: unconfirmed).
 */
export const asks: readonly Ask[] = [
  {
    code: 'lists',
    what: 'Child-level lists (Annex A)',
    by: { hours: 24 },
    answers: { is: 'lists' },
    visits: every,
  },
  {
    code: 'evaluation',
    what: 'Self-evaluation of social work practice',
    by: day1,
    answers: { is: 'evaluation' },
    visits: [...graded, 'focused'],
  },
  { code: 'figures', what: 'Performance figures', by: day1, answers: { is: 'figures' }, visits: every },
  { code: 'staff', what: 'Staff and posts by team', by: day1, answers: { is: 'staff' }, visits: every },
  {
    code: 'structure',
    what: 'Structure of the service',
    by: day1,
    answers: { is: 'document', kind: 'structure' },
    visits: every,
  },
  {
    code: 'caseloads',
    what: 'Caseloads, and children without a worker',
    by: day1,
    answers: { is: 'caseloads' },
    visits: every,
  },
  {
    code: 'plan',
    what: 'Improvement plan, and what became of the last inspection',
    by: day2,
    answers: { is: 'plan' },
    visits: every,
  },
  {
    code: 'audits',
    what: 'Audits of practice finished in the last six months',
    by: day2,
    answers: { is: 'audits' },
    visits: every,
  },
  {
    code: 'supervision',
    what: 'Supervision of social workers',
    by: day2,
    answers: { is: 'supervision' },
    visits: [...graded, 'focused', 'monitoring'],
  },
  {
    code: 'policies',
    what: 'Policies and procedures in force',
    by: day2,
    answers: { is: 'document', kind: 'policy' },
    visits: [...graded, 'jtai'],
  },
  {
    code: 'strategies',
    what: 'Strategies: sufficiency, early help, participation',
    by: day2,
    answers: { is: 'document', kind: 'strategy' },
    visits: graded,
  },
  {
    code: 'boards',
    what: 'Boards: their meetings, minutes and actions',
    by: day2,
    answers: { is: 'boards' },
    visits: [...graded, 'jtai', 'monitoring'],
  },
  {
    code: 'complaints',
    what: 'Complaints and compliments, and what was learned',
    by: day2,
    answers: { is: 'document', kind: 'complaints' },
    visits: graded,
  },
  {
    code: 'feedback',
    what: 'What children and families say',
    by: day2,
    answers: { is: 'document', kind: 'feedback' },
    visits: [...graded, 'focused'],
  },
  {
    code: 'reviews',
    what: 'Reviews of cases and notified incidents',
    by: day2,
    answers: { is: 'document', kind: 'review' },
    visits: [...graded, 'jtai'],
  },
  {
    code: 'partners',
    what: 'Partners’ own lists: police, health, education',
    by: { hours: 24 },
    answers: {
      is: 'not-kept',
      where: 'Police, health and education keep their own records. Ask each partner for theirs the same day.',
    },
    visits: ['jtai'],
  },
  {
    code: 'adopters',
    what: 'Prospective adopters (list 11)',
    by: { hours: 24 },
    answers: {
      is: 'not-kept',
      where:
        'Adopters are not in this record. The adoption agency fills in the sheet, whose headings are in the workbook.',
    },
    visits: graded,
  },
]

/** What is asked for on a kind of visit. */
export const asksOf = (visit: VisitCode): readonly Ask[] => asks.filter(a => a.visits.includes(visit))
