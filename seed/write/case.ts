import type { Held } from '../care/allocations.ts'
import type { Child } from '../population/child.ts'
import type { Rand } from '../random.ts'
import type { Member, Staff } from '../staff.ts'
import { ageAt, type N } from '../time.ts'
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
  /** How far each list of texts has been dealt. */
  readonly dealt: Map<unknown, number>
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

/** Whoever cares for the child from day to day. */
const carer = (c: Case, on: N): string => {
  const away = c.child.stays.some(s => s.from <= on && (s.to === null || s.to > on))
  return away
    ? 'the carer'
    : c.child.family.number % 4 === 0
      ? 'dad'
      : c.child.family.number % 11 === 0
        ? 'nan'
        : 'mum'
}

const sentence = (text: string) =>
  text.replace(/(^|[.!?] )([a-z])/g, (_, gap: string, x: string) => gap + x.toUpperCase())

const fill = (c: Case, on: N, text: string): string =>
  sentence(text.replaceAll('{n}', called(c, on)).replaceAll('{c}', carer(c, on)))

/** The next of a list: see {@link say}. */
function deal<T>(c: Case, list: readonly T[]): T {
  const at = ((c.dealt.get(list) ?? c.rand.int(0, 1000)) + 1) % list.length
  c.dealt.set(list, at)
  return list[at] ?? c.rand.pick(list)
}

/** The next of a list of texts that belong together. */
export const sayAll = <T extends readonly [string, string, string]>(c: Case, on: N, list: readonly T[]) => {
  const [a, b, d] = deal(c, list)
  return [a, fill(c, on, b), fill(c, on, d)] as const
}

/**
 * The next text of a list, with the child's name in it. Lists are dealt like cards, from a place of the child's own, so
 * that none comes again before all the others have.
 */
export const say = (c: Case, on: N, list: readonly string[]): string => fill(c, on, deal(c, list))

export const ageInYears = (c: Case, on: N): number => Math.max(0, ageAt(c.child.born, on))
