import { type RawBuilder, sql } from 'kysely'
import { bornBy } from '../../domain/indicators/bands.ts'
import type { Condition } from '../../domain/indicators/condition.ts'
import { everyClockMet, noneOverdue, someClock } from './clocks.ts'
import { everyAnswer, had, lastShows, someAnswer } from './entries.ts'
import type { Scope } from './moment.ts'
import { spellAgain, spellFollowed, spellOnDay, spellsInPeriod } from './spells.ts'

/** The SQL reader: a condition as a truth (never null) about the child `c`, a row of `person`. */
export function condition(c: Condition, s: Scope): RawBuilder<boolean> {
  switch (c.is) {
    case 'always':
      return sql<boolean>`true`
    case 'not':
      return sql<boolean>`not ${condition(c.that, s)}`
    case 'all':
      return joined(c.of, s, ' and ')
    case 'any':
      return joined(c.of, s, ' or ')
    case 'aged':
      return aged(c, s)
    case 'spell-on-day':
      return spellOnDay(c, s)
    case 'spells-in-period':
      return spellsInPeriod(c, s)
    case 'spell-again':
      return spellAgain(c, s)
    case 'spell-followed':
      return spellFollowed(c, s)
    case 'had':
      return had(c, s)
    case 'last-shows':
      return lastShows(c, s)
    case 'some-answer':
      return someAnswer(c, s)
    case 'every-answer':
      return everyAnswer(c, s)
    case 'some-clock':
      return someClock(c, s)
    case 'every-clock-met':
      return everyClockMet(c, s)
    case 'none-overdue':
      return noneOverdue(c, s)
  }
}

const joined = (of: readonly Condition[], s: Scope, by: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(
    of.map(c => condition(c, s)),
    sql.raw(by),
  )})`

function aged(c: Extract<Condition, { is: 'aged' }>, s: Scope): RawBuilder<boolean> {
  const oldest = c.to
  const young = oldest === null ? sql`true` : sql`c.born > ${s.moment.date(on => bornBy(on, oldest + 1))}`
  return sql<boolean>`(c.born is not null and not c.unborn and c.born <= ${s.moment.date(on => bornBy(on, c.from))} and ${young})`
}
