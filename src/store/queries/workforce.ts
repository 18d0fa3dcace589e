import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { authorityAnswers } from './authority.ts'

/** How many posts for registered social workers each team had on a day: the latest said of that day or before. */
export async function fundedPosts(db: Db, on: Day): Promise<ReadonlyMap<string, number>> {
  // The newest entry stands first, and of those of one day it is the one that holds.
  const said = (await authorityAnswers(db, 'funded-posts')).filter(p => p.happened <= on)
  const inOrder = said
    .toReversed()
    .toSorted((a, b) => (a.happened < b.happened ? -1 : Number(a.happened > b.happened)))
  return new Map(inOrder.map(p => [String(p.answers.team), Number(p.answers.posts)]))
}
