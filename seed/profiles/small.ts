import type { Profile } from '../profile.ts'
import { demonstration } from './demonstration.ts'

/** For tests: the same machinery and habits, some forty children. */
export const small: Profile = {
  ...demonstration,
  name: 'small',
  authority: 'Thimble Council',
  population: 1800,
  teams: [
    { name: 'Duty and assessment', does: 'assessment', workers: 2 },
    { name: 'Safeguarding', does: 'safeguarding', workers: 3 },
    { name: 'Looked after', does: 'looked-after', workers: 2 },
    { name: 'Leaving care 16+', does: 'leaving-care', workers: 1 },
  ],
  reviewingOfficers: 2,
  protection: {
    ...demonstration.protection,
    atStart: 5,
    pins: [],
    today: 8,
    endsPerYear: 3,
    unborn: 1,
    ages: [
      { from: 0, to: 4, count: 3 },
      { from: 5, to: 11, count: 3 },
      { from: 12, to: 17, count: 1 },
    ],
    girls: 4,
    categories: { NEG: 4, EMO: 2, PHY: 1, SAB: 1 },
  },
  lookedAfter: {
    ...demonstration.lookedAfter,
    atStart: 9,
    pins: [],
    today: 10,
    endsPerYear: 3,
    openOverYear: 7,
    ages: [
      { from: 0, to: 4, count: 3 },
      { from: 5, to: 16, count: 5 },
      { from: 17, to: 17, count: 2 },
    ],
  },
  referralsPerYear: 3,
  privatelyFostered: 1,
  health: { of: 7, yes: 6 },
  dental: { of: 7, yes: 5 },
  immunised: { of: 7, yes: 6 },
}
