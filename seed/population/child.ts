import type { Rand } from '../random.ts'
import type { N } from '../time.ts'

/** What will be written into one child's file. Days are numbers; `to` is null while it lasts. */
export interface PlannedPlan {
  readonly from: N
  readonly to: N | null
  category: string
  ended: 'safe' | 'looked-after' | 'moved' | 'eighteen' | null
}

export interface PlannedStay {
  readonly from: N
  readonly to: N | null
  /** Reason code of ceasing. */
  ended: string | null
}

export interface PlannedReferral {
  readonly on: N
  readonly decision: 'assess' | 'protect' | 'advice' | 'nfa'
}

export interface Child {
  readonly number: number
  readonly rand: Rand
  id: string
  code: string
  readonly family: Family
  plans: PlannedPlan[]
  stays: PlannedStay[]
  referrals: PlannedReferral[]
  fostering: { readonly from: N; readonly to: N | null }[]
  born: N
  /** Not yet born today: `born` is when the birth is expected. */
  unborn: boolean
  sex: 'F' | 'M' | 'U'
  ethnicity: string
  disability: boolean
  given: string
  /** True where the file is of an adopted child's new life: no line leads to the old one. */
  readonly newFile?: true
}

export interface Family {
  readonly number: number
  readonly name: string
  children: Child[]
}
