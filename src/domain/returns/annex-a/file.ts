import { type CaseFile, trueOn } from '../../casework/file.ts'
import { addMonths, ageOn, type Day } from '../../kernel/day.ts'
import type { Standing } from '../../records/entry.ts'
import type { Mark } from '../../records/record-type.ts'
import { knownRecordType } from '../../records/registry.ts'
import type { Spell, SpellKindCode } from '../../records/spell.ts'
import { runsOn } from '../../records/spell.ts'
import { ethnicGroup, genders, yes } from './words.ts'

/** A value of a list: text, a number, or a day. */
export type Value = string | number | { readonly day: Day }
export type Cells = Readonly<Record<string, Value | undefined>>

/** One row of a list, with the child and the entries that it was made of. */
export interface Row {
  readonly list: number
  readonly child: string
  readonly cells: Cells
  readonly entries: readonly string[]
}

/** What every list is asked with: the inspection's day, and the days from which it looks back six and twelve months. */
export interface Asked {
  readonly on: Day
  readonly half: Day
  readonly year: Day
  /** The names of members of staff, by the id of their file. */
  readonly staff: ReadonlyMap<string, string>
}

export const asked = (on: Day, staff: ReadonlyMap<string, string>): Asked => ({
  on,
  half: addMonths(on, -6),
  year: addMonths(on, -12),
  staff,
})

/** A child's file as the lists read it: as it was on the day of the inspection. */
export interface Child {
  readonly code: string
  readonly file: CaseFile
  readonly at: Asked
}

export const childOn = (code: string, whole: CaseFile, at: Asked): Child => ({
  code,
  file: trueOn(whole, at.on),
  at,
})

export const day = (d: Day | null | undefined): Value | undefined => (d ? { day: d } : undefined)

/** Happened in the months before the inspection that begin after `since`, or on its day. */
export const since = (on: Day, from: Day, { at }: Child): boolean => from < on && on <= at.on

export const happenings = ({ file }: Child, ...types: readonly string[]): readonly Standing[] =>
  file.happenings.filter(e => !e.withdrawn && types.includes(e.type))

export const spellsOf = ({ file }: Child, kind: SpellKindCode): readonly Spell[] =>
  file.spells.filter(s => s.kind === kind)

/** The spells that ran on the day of the inspection, or ended in the months before. */
export const current = (c: Child, kind: SpellKindCode, from: Day): readonly Spell[] =>
  spellsOf(c, kind).filter(s => s.from <= c.at.on && (s.to === null || s.to > from))

/** The last thing that shows a mark; before a day, where one is given. */
export const lastWith = (c: Child, mark: Mark, from?: Day): Standing | undefined =>
  c.file.happenings.findLast(
    e =>
      !e.withdrawn &&
      (from === undefined || e.happened >= from) &&
      knownRecordType(e.type).marks(e.answers).includes(mark),
  )

/** Who the child is: the first columns of each list. */
export function who({ code, file, at }: Child): Cells {
  const { sex, ethnicity, born, unborn } = file.person
  const isBorn = born !== null && !unborn && born <= at.on
  return {
    'Child Unique ID': code,
    Gender: genders[isBorn ? (sex ?? 'U') : 'U'],
    Ethnicity: ethnicGroup(ethnicity),
    'Date of Birth': day(born),
    'Age of Child (Years)': isBorn ? ageOn(born, at.on) : undefined,
  }
}

export const disabled = ({ file }: Child): Cells => ({
  'Does the Child have a Disability':
    file.person.disability === null ? 'Unknown' : yes(file.person.disability),
})

/** Who holds the child on the day, or held the child last; "Not allocated" where nobody ever did. */
export function heldBy(c: Child): Cells {
  const own = spellsOf(c, 'allocation').filter(s => s.key === 'worker')
  const last = own.find(s => runsOn(s, c.at.on)) ?? own.at(-1)
  const { worker, team } = last?.facts ?? {}
  return {
    'Allocated Team': typeof team === 'string' ? team : 'Not allocated',
    'Allocated Worker':
      typeof worker === 'string' ? (c.at.staff.get(worker) ?? 'Not known') : 'Not allocated',
  }
}

export const row = (
  list: number,
  c: Child,
  entries: readonly (string | null | undefined)[],
  cells: Cells,
): Row => ({ list, child: c.code, cells, entries: entries.filter(e => typeof e === 'string') })
