import { type Day, day } from '../kernel/day.ts'
import type { Standing } from '../timescales/timescale.ts'

/** What a file is, for how long it is kept. */
export const fileSorts = {
  adopted: 'A child who was adopted',
  'looked-after': 'A child who was looked after',
  'in-need': 'A child in need, or with a protection plan',
  known: 'A child who was known, and needed no social worker',
  allegation: 'An allegation against somebody who works with children',
  'foster-carer': 'A foster carer',
} as const
export type FileSort = keyof typeof fileSorts

/** One rule: which files, for how long, counted from what, in force for what happened from a day, up to another. */
export interface RetentionRow {
  readonly code: string
  readonly title: string
  readonly sort: FileSort
  /** What it is counted from. A rule that counts from a death governs only a child who died under 18. */
  readonly from: 'birth' | 'death' | 'adoption' | 'closure' | 'allegation' | 'approval-ended'
  readonly years: number
  /** But at least so long after the file was closed. */
  readonly leastYears?: number
  /** But at least until this birthday of whom it is about. */
  readonly leastAge?: number
  readonly inForce: Day | null
  readonly until: Day | null
  readonly source: string
  readonly standing: Standing
  /** No file of this sort is kept here yet: the rule stands for when one is. */
  readonly notHere?: true
}

const local = {
  inForce: null,
  until: null,
  source: 'No law says how long: the council’s own schedule',
  standing: 'local',
} as const

/** How long each sort of file is kept. The first row that fits governs. */
export const retentionRows: readonly RetentionRow[] = [
  {
    code: 'adopted.earlier',
    title: 'Adopted before 30 December 2005: 75 years from the order',
    sort: 'adopted',
    from: 'adoption',
    years: 75,
    inForce: null,
    until: day('2005-12-30'),
    source: 'Adoption Agencies Regulations 1983',
    standing: 'unconfirmed',
  },
  {
    code: 'adopted',
    title: 'Adopted: 100 years from the order',
    sort: 'adopted',
    from: 'adoption',
    years: 100,
    inForce: day('2005-12-30'),
    until: null,
    source: 'Disclosure of Adoption Information (Post-Commencement Adoptions) Regulations 2005',
    standing: 'supported',
  },
  {
    code: 'looked-after.died',
    title: 'Looked after, and died under 18: 15 years from the death',
    sort: 'looked-after',
    from: 'death',
    years: 15,
    inForce: null,
    until: null,
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 50',
    standing: 'unconfirmed',
  },
  {
    code: 'looked-after',
    title: 'Looked after: until the 75th birthday',
    sort: 'looked-after',
    from: 'birth',
    years: 75,
    inForce: null,
    until: null,
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 50',
    standing: 'unconfirmed',
  },
  {
    code: 'in-need',
    title: 'In need, or with a protection plan: until the 25th birthday, and six years from closing',
    sort: 'in-need',
    from: 'birth',
    years: 25,
    leastYears: 6,
    ...local,
  },
  {
    code: 'known',
    title: 'Known, and not in need: six years from closing, and not before the 18th birthday',
    sort: 'known',
    from: 'birth',
    years: 18,
    leastYears: 6,
    ...local,
  },
  {
    code: 'allegation',
    title: 'An allegation: ten years, or until normal pension age if that is longer',
    sort: 'allegation',
    from: 'allegation',
    years: 10,
    // Pension age goes by the year of birth: the latest in law is taken, so that no file goes too early.
    leastAge: 68,
    inForce: null,
    until: null,
    source: 'Keeping Children Safe in Education 2025, paragraph 421',
    standing: 'confirmed',
  },
  {
    code: 'foster-carer',
    title: 'A foster carer: ten years from the end of approval',
    sort: 'foster-carer',
    from: 'approval-ended',
    years: 10,
    inForce: null,
    until: null,
    source: 'Fostering Services (England) Regulations 2011',
    standing: 'unconfirmed',
    notHere: true,
  },
]

export const findRetentionRow = (code: string): RetentionRow | undefined =>
  retentionRows.find(r => r.code === code)
