import { ageWords } from '../../casework/person.ts'
import { bornBy } from '../bands.ts'
import type { Condition } from '../condition.ts'
import { everyClockMet, noneOverdue, someClock } from './clocks.ts'
import { everyAnswer, had, lastShows, someAnswer } from './entries.ts'
import { spellAgain, spellFollowed, spellOnDay, spellsInPeriod } from './spells.ts'
import { type Found, lowerFirst, upperFirst, type View } from './view.ts'

/** The plain reader: whether a condition holds of one file at the end of a day, and the fact that decides it. */
export function find(c: Condition, v: View): Found {
  switch (c.is) {
    case 'always':
      return { holds: true, because: 'Every child counts' }
    case 'not': {
      const inner = find(c.that, v)
      return { holds: !inner.holds, because: c.quiet && !inner.holds ? '' : inner.because }
    }
    case 'all':
      return all(c.of, v)
    case 'any':
      return any(c.of, v)
    case 'aged':
      return aged(c, v)
    case 'spell-on-day':
      return spellOnDay(c, v)
    case 'spells-in-period':
      return spellsInPeriod(c, v)
    case 'spell-again':
      return spellAgain(c, v)
    case 'spell-followed':
      return spellFollowed(c, v)
    case 'had':
      return had(c, v)
    case 'last-shows':
      return lastShows(c, v)
    case 'some-answer':
      return someAnswer(c, v)
    case 'every-answer':
      return everyAnswer(c, v)
    case 'some-clock':
      return someClock(c, v)
    case 'every-clock-met':
      return everyClockMet(c, v)
    case 'none-overdue':
      return noneOverdue(c, v)
  }
}

/** All hold: every reason. One fails: that one, as the others do not matter. */
function all(of: readonly Condition[], v: View): Found {
  const found = of.map(c => find(c, v))
  const failed = found.find(f => !f.holds)
  return failed ?? { holds: true, because: joined(found) }
}

/** One holds: that one. None does: every reason. */
function any(of: readonly Condition[], v: View): Found {
  const found = of.map(c => find(c, v))
  return found.find(f => f.holds) ?? { holds: false, because: joined(found) }
}

const joined = (found: readonly Found[]): string =>
  [...new Set(found.map(f => f.because))]
    .filter(b => b !== '')
    .map((b, i) => (i === 0 ? b : lowerFirst(b)))
    .join('; ')

function aged(c: Extract<Condition, { is: 'aged' }>, v: View): Found {
  const { born, unborn } = v.file.person
  const words = ageWords(v.file.person, v.on)
  if (unborn || born === null || born > v.on) return { holds: false, because: upperFirst(words) }
  return {
    holds: born <= bornBy(v.on, c.from) && (c.to === null || born > bornBy(v.on, c.to + 1)),
    because: `Aged ${words}`,
  }
}
