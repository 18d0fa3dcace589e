import type { PlannedHealth } from '../care/health.ts'
import type { PlannedReview } from '../care/reviews.ts'
import type { Slips } from '../care/slips.ts'
import type { Child, PlannedStay } from '../population/child.ts'
import type { Profile } from '../profile.ts'
import type { Staff } from '../staff.ts'
import type { N } from '../time.ts'

/** What every writer of a file may look at. */
export interface Setting {
  readonly profile: Profile
  readonly start: N
  readonly today: N
  readonly staff: Staff
  readonly slips: Slips
  readonly reviews: ReadonlyMap<Child, readonly PlannedReview[]>
  readonly health: ReadonlyMap<PlannedStay, PlannedHealth>
}
