import { trueOn } from '../casework/file.ts'
import type { Person } from '../casework/person.ts'
import type { Day } from '../kernel/day.ts'
import { ethnicGroups, sexes } from '../records/codes.ts'
import { runsOn } from '../records/spell.ts'
import type { Folded } from './answer.ts'
import { type AgeBand, bornBy } from './bands.ts'

/** The ways in which a figure is split. */
export const splits = { age: 'Age', sex: 'Sex', ethnicity: 'Ethnicity', team: 'Team' } as const
export type Split = keyof typeof splits

export const UNALLOCATED = 'Unallocated'
export const NOT_KNOWN = 'Not known'
export const AGE_NOT_KNOWN = 'Age not known'
export const UNBORN = 'Unborn'

type Born = Pick<Person, 'born' | 'unborn'>

const unbornOn = (p: Born, on: Day): boolean => p.unborn || (p.born !== null && p.born > on)

/** The age band on a day; an unborn child is in the youngest. */
export function ageGroup(bands: readonly AgeBand[], p: Born, on: Day): string {
  if (!p.unborn && p.born === null) return AGE_NOT_KNOWN
  const inside = (b: AgeBand) =>
    b.under === null || unbornOn(p, on) || (p.born !== null && p.born > bornBy(on, b.under))
  return bands.find(inside)?.label ?? AGE_NOT_KNOWN
}

/** The sex in words; an unborn child is counted apart, as published figures do. */
export function sexGroup(p: Born & Pick<Person, 'sex'>, on: Day): string {
  if (unbornOn(p, on)) return UNBORN
  return p.sex === 'F' || p.sex === 'M' ? sexes[p.sex] : NOT_KNOWN
}

/** The broad ethnic group, by the first letter of the code. */
export const ethnicGroup = (p: Pick<Person, 'ethnicity'>): string =>
  ethnicGroups[p.ethnicity?.slice(0, 1) ?? ''] ?? NOT_KNOWN

/** The team of the worker to whom the child is allocated on the day. */
export function teamOn(f: Folded, on: Day): string {
  const held = trueOn(f.file, on).spells.find(
    s => s.kind === 'allocation' && s.key === 'worker' && runsOn(s, on),
  )
  return typeof held?.facts.team === 'string' ? held.facts.team : UNALLOCATED
}

/** The groups of a split in the order shown; teams are as found, by name. */
export function groupOrder(split: Split, bands: readonly AgeBand[]): readonly string[] {
  if (split === 'age') return [...bands.map(b => b.label), AGE_NOT_KNOWN]
  if (split === 'sex') return [sexes.F, sexes.M, UNBORN, NOT_KNOWN]
  if (split === 'ethnicity') return [...new Set(Object.values(ethnicGroups))]
  return []
}
