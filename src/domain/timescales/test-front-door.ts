import { expect } from 'vitest'
import { given, givenChild } from '../../../test/support/given.ts'
import { foldFile } from '../casework/file.ts'
import { day, type Instant } from '../kernel/day.ts'
import { parseInstant } from '../kernel/london.ts'
import type { Entry } from '../records/entry.ts'
import { clocksOf } from './evaluate.ts'

// Files from a referral on, said in short, and their clocks.

export const at = (text: string): Instant => {
  const found = parseInstant(text)
  if (!found) throw new Error(text)
  return found
}

export type Said = readonly [
  type: string,
  answers: Record<string, unknown>,
  recorded?: string | undefined,
  amends?: number,
]

/** A file whose entries were recorded at given moments; an entry about another names it by its place. */
export function fileOf(...said: readonly Said[]) {
  const { id } = givenChild()
  const entries: Entry[] = []
  for (const [type, answers, recorded, amends] of said) {
    const made = given(id, type, answers)
    const about = amends === undefined ? null : (entries[amends - 1]?.id ?? null)
    const happened = about && recorded ? { happened: day(recorded.slice(0, 10)) } : {}
    entries.push({
      ...made,
      seq: entries.length + 1,
      ...(recorded ? { recorded: at(recorded) } : {}),
      ...happened,
      amends: about,
    })
  }
  const file = foldFile(id, entries)
  return { file, clocks: clocksOf(file), entries }
}

export const referred = (on: string, recorded?: string): Said => [
  'referral-received',
  { receivedOn: day(on), source: '6', concern: 'Left alone.' },
  recorded,
]
export const accepted = (on: string, recorded?: string, assessment = 'single'): Said => [
  'referral-decided',
  { decidedOn: day(on), decision: 'assess', need: 'N1', assessment, reasons: 'Alone.', next: 'Visit.' },
  recorded,
]

/** The one clock of a series that a file has. */
export const one = (f: ReturnType<typeof fileOf>, series: string) => {
  const found = f.clocks.filter(c => c.series === series)
  expect(found).toHaveLength(1)
  const [clock] = found
  if (!clock) throw new Error(series)
  return clock
}
