import type { Held } from '../care/allocations.ts'
import type { Child } from '../population/child.ts'
import type { Rand } from '../random.ts'
import type { Member, Staff } from '../staff.ts'
import { ageAt, type N } from '../time.ts'
import type { Told } from '../words/visits.ts'
import type { File } from './file.ts'
import type { Setting } from './setting.ts'

/** One child's file in the writing: the plan of it, the people who hold it, and where the entries go. */
export interface Case {
  readonly child: Child
  readonly file: File
  readonly setting: Setting
  readonly held: readonly Held[]
  /** When each referral was decided, by the day it came. */
  readonly decided: ReadonlyMap<N, N>
  readonly rand: Rand
  /** What happened first in this file, or first of what was moved over. */
  readonly first: N
}

const holder = (c: Case, as: Held['as'], on: N): Member | undefined => {
  const own = c.held.filter(h => h.as === as)
  return (
    own.find(h => h.from <= on && (h.to === null || h.to > on)) ??
    own.find(h => h.from > on) ??
    own.at(-1)
  )?.by
}

const front = (staff: Staff): string =>
  (staff.teams.find(t => t.does === 'assessment') ?? staff.teams[0])?.name ?? ''

/** Who holds the child on a day; before anyone does, somebody on duty. */
export function workerOn(c: Case, on: N): Member {
  const found = holder(c, 'worker', on)
  if (found) return found
  const duty = c.setting.staff.workers(front(c.setting.staff), on)
  return duty[c.child.number % Math.max(1, duty.length)] ?? c.setting.staff.manager(front(c.setting.staff))
}

export const managerOn = (c: Case, on: N): Member =>
  c.setting.staff.manager(workerOn(c, on).team ?? front(c.setting.staff))

/** The manager who decides referrals. */
export const dutyManager = (c: Case): Member => c.setting.staff.manager(front(c.setting.staff))

export function reviewerOn(c: Case, on: N): Member {
  return holder(c, 'reviewing', on) ?? c.setting.staff.one('reviewing-officer')
}

export const evenings = (c: Case): Member => c.rand.pick(c.setting.staff.of('out-of-hours'))

/** What the child is called in the text. */
export const called = (c: Case, on: N): string =>
  c.child.born > on || c.child.unborn ? 'the baby' : c.child.given

export const told = (c: Case, on: N): Told => ({
  name: called(c, on),
  age: Math.max(0, ageAt(c.child.born, on)),
  rand: c.rand,
})

/** A text from a list, with the child's name in it. */
export const say = (c: Case, on: N, list: readonly string[]): string =>
  c.rand.pick(list).replaceAll('{n}', called(c, on))
