import type { Day, Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { authorityAnswers } from './authority.ts'

/** What the authority aimed at on a day, by indicator: the latest target from that day or before. */
export async function targetsOn(db: Db, on: Day): Promise<ReadonlyMap<string, number>> {
  const all = await authorityAnswers(db, 'target')
  const inForce = all.filter(t => t.happened <= on).toSorted((a, b) => (a.happened < b.happened ? -1 : 1))
  return new Map(inForce.map(t => [String(t.answers.indicator), Number(t.answers.value)]))
}

export interface Comment {
  readonly on: Day
  readonly text: string
  readonly author: string
  readonly recorded: Instant
  readonly entry: string
}

/** What has been written about an indicator, about this day or an earlier one; the latest first. */
export async function commentsOn(db: Db, indicator: string, on: Day): Promise<readonly Comment[]> {
  const all = await authorityAnswers(db, 'commentary')
  return all
    .filter(c => c.answers.indicator === indicator && c.happened <= on)
    .map(c => ({
      on: c.happened,
      text: String(c.answers.text),
      author: c.author,
      recorded: c.recorded,
      entry: c.entry,
    }))
}
