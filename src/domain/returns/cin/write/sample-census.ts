import { expect } from 'vitest'
import { censusChild } from './child.ts'
import { type Content, misshapen, standing } from './content.ts'
import { fileOf, type Given, type Written } from './sample.ts'
import { censusYear } from './shape.ts'

/** What the census of a year has of a child. For tests. */
export const child = (year: number, ...w: readonly Given[]) =>
  censusChild('ABC1234567', fileOf(...w), censusYear(year))

/** The child's cases; each is as the schema wants it. */
export function details(year: number, ...w: readonly Given[]): readonly Content[] {
  const found = child(year, ...w)
  if (found) expect(misshapen('Child', found, year)).toEqual([])
  return found ? standing(found, 'CINdetails').filter(d => typeof d !== 'string') : []
}

/** The leaves of a block, without where they came from. */
export const leaves = (c: Content | string | undefined) =>
  typeof c === 'object' ? Object.fromEntries(Object.entries(c).filter(([, v]) => typeof v === 'string')) : c

export const blocks = (c: Content | undefined, name: string) =>
  c ? standing(c, name).map(b => leaves(b)) : []

export const closed = (on: string, reason = 'RC7'): Written => ['case-closed', { on, reason, why: 'Done' }]
export const plan = (on: string, category = 'NEG'): Written => [
  'protection-plan-started',
  { conferenceOn: on, category, change: 'x', ifNot: 'y' },
]
export const planEnded = (on: string): Written => ['protection-plan-ended', { endedOn: on, reason: 'safe' }]
