import { type Day, longDay } from '../kernel/day.ts'
import type { Standing } from '../records/entry.ts'
import { knownRecordType } from '../records/registry.ts'
import type { CaseFile } from './file.ts'
import { ageWords } from './person.ts'

/** One line of the chronology, with the entry it comes from. */
export interface Significant {
  readonly on: Day
  readonly age: string
  readonly what: string
  readonly entry: Standing
}

/** What an entry adds to the chronology: what its type says, unless a person put it in or left it out. */
export function significance(entry: Standing): string | undefined {
  const type = knownRecordType(entry.type)
  const chosen = entry.chosen?.answers
  if (chosen?.include === false) return undefined
  const said = type.chronology(entry.answers)
  if (chosen?.include === true)
    return typeof chosen.line === 'string' ? chosen.line : (said ?? type.summary(entry.answers))
  return said
}

/** The significant events of a file, in order: each said by its record type, none typed twice. */
export function chronology(file: CaseFile): readonly Significant[] {
  return file.happenings.flatMap(entry => {
    if (entry.withdrawn) return []
    const what = significance(entry)
    return what === undefined
      ? []
      : [{ on: entry.happened, age: ageWords(file.person, entry.happened), what, entry }]
  })
}

/** "3 October 2011 (7 years): Became looked after" */
export const lineOf = (s: Significant): string => `${longDay(s.on)} (${s.age}): ${s.what}`
