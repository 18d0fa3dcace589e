import { day } from '../kernel/day.ts'
import type { FrameworkJudgement, SectionCode } from './framework.ts'

type Row = readonly [code: string, title: string, ...also: string[]]

const rows = (section: SectionCode, list: readonly Row[]): FrameworkJudgement[] =>
  list.map(([code, title, ...also]) => ({ code, section, title, ...(also.length > 0 ? { also } : {}) }))

const CLOSING: readonly Row[] = [
  ['ambition', 'Ambition and prioritisation'],
  ['leadership', 'Leadership and management'],
  ['performance', 'Performance management and quality assurance'],
]
const EQUALITY: Row = ['equality', 'Equality and diversity']

const slacSafeguarding: readonly Row[] = [
  ['overall', 'Overall effectiveness'],
  ['capacity', 'Capacity for improvement', 'Capacity to improve'],
  ['safe', 'Children and young people are safe and feel safe'],
  ['quality', 'Quality of provision'],
  ['health', 'The contribution of health agencies to keeping children and young people safe'],
  ...CLOSING,
  ['partnership', 'Partnership working', 'Partnerships'],
  EQUALITY,
]
const slacLookedAfter: readonly Row[] = [
  ['overall', 'Overall effectiveness'],
  ['capacity', 'Capacity for improvement', 'Capacity to improve'],
  ['healthy', 'Being healthy'],
  ['safe', 'Staying safe'],
  ['achieving', 'Enjoying and achieving'],
  [
    'contribution',
    'Making a positive contribution, including user engagement',
    'Making a positive contribution',
  ],
  ['economic', 'Economic well-being', 'Achieving economic well-being'],
  ['quality', 'Quality of provision'],
  ...CLOSING,
  EQUALITY,
]

/** Rules 3B; equality and diversity stands in the record of main findings only. */
export const slacJudgements = [
  ...rows('safeguarding', slacSafeguarding),
  ...rows('looked-after', slacLookedAfter),
]

export const protectionJudgements = rows('safeguarding', [
  ['overall', 'Overall effectiveness'],
  [
    'help',
    'The effectiveness of the help and protection provided to children, young people, families and carers',
  ],
  ['practice', 'The quality of practice'],
  ['leadership', 'Leadership and governance'],
])

export const lacJudgements = rows('looked-after', [
  ['overall', 'Overall effectiveness'],
  ['capacity', 'Capacity to improve', 'Capacity for improvement'],
  ['outcomes', 'Outcomes for looked after children and young people'],
  ['quality', 'Quality of provision'],
  ['leadership', 'Leadership and management'],
])

export const sifJudgements = [
  ...rows('overall', [['overall', 'Overall effectiveness']]),
  ...rows('safeguarding', [['help', 'Children who need help and protection']]),
  ...rows('looked-after', [
    ['permanence', 'Children looked after and achieving permanence'],
    ['adoption', 'Adoption performance'],
    ['leavers', 'Experiences and progress of care leavers'],
  ]),
  ...rows('leadership', [['leadership', 'Leadership, management and governance']]),
  ...rows('board', [['board', 'The effectiveness of the Local Safeguarding Children Board (LSCB)']]),
]

// When care leavers became a judgement of their own: sector sources say January 2023, so reports either side of
// that month may carry either form; the reader takes what is printed.
const LEAVERS_APART = day('2023-01-01')
const NO_OVERALL = day('2026-04-01')

const fromDay = (list: readonly FrameworkJudgement[], bound: Pick<FrameworkJudgement, 'from' | 'before'>) =>
  list.map(j => ({ ...j, ...bound }))
const PROGRESS = 'The experiences and progress of'

export const ilacsJudgements: readonly FrameworkJudgement[] = [
  ...rows('leadership', [
    ['leaders', 'The impact of leaders on social work practice with children and families'],
  ]),
  ...rows('safeguarding', [
    [
      'help',
      `${PROGRESS} children who need help and protection`,
      `${PROGRESS} children in need of help and protection`,
    ],
  ]),
  ...fromDay(
    rows('looked-after', [
      [
        'care-and-leavers',
        `${PROGRESS} children in care and care leavers`,
        `${PROGRESS} children looked after and care leavers`,
      ],
    ]),
    { before: LEAVERS_APART },
  ),
  ...fromDay(
    rows('looked-after', [
      ['care', `${PROGRESS} children in care`, `${PROGRESS} children looked after`],
      [
        'leavers',
        `${PROGRESS} care leavers`,
        `${PROGRESS} care experienced young people`,
        `${PROGRESS} young people leaving care`,
      ],
    ]),
    { from: LEAVERS_APART },
  ),
  ...fromDay(rows('overall', [['overall', 'Overall effectiveness']]), { before: NO_OVERALL }),
]

export const ratingJudgements = rows('overall', [['rating', 'Children’s services']])
