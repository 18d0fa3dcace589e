import type { Day } from '../kernel/day.ts'
import type { Standing } from '../records/entry.ts'
import type { AllegationOutcome, Meeting, Sector, Teller } from '../records/types/allegation.ts'
import type { Clock } from '../timescales/timescale.ts'

interface Said {
  readonly id: string
  readonly on: Day
  readonly by: string
}

export interface AllegationAction extends Said {
  readonly what: string
  readonly who: string
  readonly due: Day
  readonly done: { readonly on: Day; readonly words: string | null } | null
}

/** An allegation against an adult, as the entries of its file tell it. */
export interface Allegation {
  readonly id: string
  readonly code: string
  /** How far the file goes. */
  readonly seq: number
  /** The entry that tells of it. */
  readonly told: Standing
  readonly received: Day
  readonly learned: Day
  readonly from: Teller
  readonly teller: string
  readonly adult: string
  readonly born: Day | null
  readonly sector: Sector
  readonly employer: string
  readonly post: string
  readonly what: string
  /** IDs as they were told; nothing was looked up. */
  readonly children: readonly string[]
  readonly complaint: string | null
  /** What was decided of the threshold last; null while that waits. */
  readonly considered: (Said & { readonly meets: boolean; readonly reason: string }) | null
  readonly meetings: readonly (Said & { readonly kind: Meeting })[]
  readonly actions: readonly AllegationAction[]
  /** Whether the employer was to refer them on, as written last. */
  readonly referred: (Said & { readonly made: boolean }) | null
  readonly outcome: (Said & { readonly outcome: AllegationOutcome; readonly reason: string }) | null
  readonly state: AllegationState
  /** The day on which it was over; null while it is open. */
  readonly closed: Day | null
  /** Everything written in it, as it stands, in order of day. */
  readonly entries: readonly Standing[]
  readonly clocks: readonly Clock[]
}

export const allegationStates = {
  deciding: 'Threshold to be decided',
  managed: 'Being managed',
  resolved: 'Resolved',
  'no-further': 'Below the threshold',
} as const
export type AllegationState = keyof typeof allegationStates

export const isOpen = (a: Pick<Allegation, 'state'>): boolean =>
  a.state === 'deciding' || a.state === 'managed'
