import { type Day, longDay } from '../../kernel/day.ts'
import type { Standing } from '../../records/entry.ts'
import { marks } from '../../records/record-type.ts'
import { knownRecordType } from '../../records/registry.ts'
import { bornBy } from '../bands.ts'
import type { AnswerPick, Condition } from '../condition.ts'
import { counted, duringPeriod, type Found, inPeriod, type View } from './view.ts'

type Node<Is extends Condition['is']> = Extract<Condition, { is: Is }>

const inThePeriod = (v: View): readonly Standing[] =>
  v.file.happenings.filter(e => !e.withdrawn && duringPeriod(v, e.happened))

const shows = (e: Standing): readonly string[] => knownRecordType(e.type).marks(e.answers)

export function had(c: Node<'had'>, v: View): Found {
  const latest = inThePeriod(v).findLast(e => shows(e).includes(c.mark))
  const what = marks[c.mark]
  return latest
    ? { holds: true, because: `${what} on ${longDay(latest.happened)}` }
    : { holds: false, because: `Not recorded ${inPeriod(v)}: ${what.toLowerCase()}` }
}

export function lastShows(c: Node<'last-shows'>, v: View): Found {
  const latest = inThePeriod(v).findLast(e => e.type === c.type)
  const what = marks[c.mark]
  if (!latest) return { holds: false, because: `Not recorded ${inPeriod(v)}: ${what.toLowerCase()}` }
  const type = knownRecordType(latest.type)
  return {
    holds: shows(latest).includes(c.mark),
    because: `${type.summary(latest.answers)} on ${longDay(latest.happened)}`,
  }
}

/** The entries that a pick means: those in the period, at an age at which they count, not passed over. */
function picked(pick: AnswerPick, v: View): readonly Standing[] {
  const { born, unborn } = v.file.person
  const oldEnough = (d: Day) => !unborn && born !== null && born <= bornBy(d, pick.fromAge)
  return inThePeriod(v).filter(
    e => e.type === pick.type && !pick.passOver.includes(answerOf(e, pick.question)) && oldEnough(e.happened),
  )
}

const answerOf = (e: Standing, question: string): string => String(e.answers[question] ?? '')

export function someAnswer(c: Node<'some-answer'>, v: View): Found {
  const n = picked(c.pick, v).length
  return { holds: n > 0, because: `${counted(n, c.pick.one, `${c.pick.one}s`)} ${inPeriod(v)}` }
}

export function everyAnswer(c: Node<'every-answer'>, v: View): Found {
  const found = picked(c.pick, v)
  const other = found.find(e => !c.among.includes(answerOf(e, c.pick.question)))
  if (other) {
    const said = knownRecordType(other.type).fields[c.pick.question]?.kind.choices
    const code = answerOf(other, c.pick.question)
    return {
      holds: false,
      because: `At the ${c.pick.one} of ${longDay(other.happened)}: ${said?.[code] ?? 'no answer'}`,
    }
  }
  return { holds: true, because: `So at every ${c.pick.one}: ${found.length} of ${found.length}` }
}
