import type { SourceKind } from '../../src/domain/improvement/source.ts'

/** A source of the invented plan beside its inspection: days count from the publication of the report. */
export interface SourceWords {
  readonly kind: Exclude<SourceKind, 'inspection'>
  readonly title: string
  readonly body: string
  readonly on: number
  readonly link?: string
  /** What it recommends, and who must act where that is not the council alone. */
  readonly asks: readonly { readonly text: string; readonly agencies?: readonly string[] }[]
  /** True where nobody has checked the last of them yet. */
  readonly open?: true
}

export const sourceWords: readonly SourceWords[] = [
  {
    kind: 'peer-review',
    title: 'Peer review of management oversight',
    body: 'Holt and Westmere councils',
    on: 28,
    asks: [
      {
        text: 'Managers should write down why they decided, and not only what, wherever a child’s plan changes.',
      },
      {
        text: 'Give reviewing officers a place to say early that a plan drifts, and a day by which they are answered.',
      },
    ],
  },
  {
    kind: 'case-review',
    title: 'Practice review: Child R',
    body: 'Eastmere Safeguarding Children Partnership',
    on: 63,
    asks: [
      {
        text: 'Each agency should tell the social worker the next day when a child with a plan comes to the hospital hurt.',
        agencies: ['Eastmere and Holt NHS Trust', 'Eastmere Council'],
      },
      {
        text: 'Schools should be told who holds a child’s case whenever that changes.',
        agencies: ['Eastmere Council', 'Schools'],
      },
    ],
  },
  {
    kind: 'audit-theme',
    title: 'Audits: the child’s own words',
    body: 'Quality assurance, Eastmere Council',
    on: 110,
    link: '/audits',
    asks: [
      {
        text: 'What children say should be written in their words, and be seen to change something in their plan.',
      },
    ],
    open: true,
  },
]
