import { longDay } from '../../kernel/day.ts'
import { findSeries, findTimescale } from '../../timescales/table.ts'
import { type Clock, clockState } from '../../timescales/timescale.ts'
import type { ClockPick, Condition } from '../condition.ts'
import { counted, duringPeriod, type Found, inPeriod, lowerFirst, type View } from './view.ts'

type Node<Is extends Condition['is']> = Extract<Condition, { is: Is }>

const called = (pick: ClockPick): string =>
  lowerFirst(
    (pick.row ? findTimescale(pick.row)?.title : undefined) ?? findSeries(pick.series)?.title ?? pick.series,
  )

function picked(pick: ClockPick, v: View): readonly Clock[] {
  const still = (c: Clock) =>
    pick.whileStill === undefined ||
    v.file.spells.some(
      s => s.kind === pick.whileStill && s.from <= c.starts && (s.to === null || s.to > c.due),
    )
  return v.clocks.filter(
    c =>
      c.series === pick.series &&
      (pick.row === undefined || c.row === pick.row) &&
      (pick.inPeriod === 'due' ? duringPeriod(v, c.due) : duringPeriod(v, c.starts) && c.due <= v.on) &&
      !(c.ended !== null && c.ended <= c.due) &&
      still(c),
  )
}

/**
 * True where a clock counts against: its day has passed, and by that day it was neither met nor ended. On its own due
 * day a clock still runs, as {@link clockState} has it.
 */
const late = (c: Clock, v: View): boolean => c.due < v.on && (c.met === null || c.met > c.due)

export function someClock(c: Node<'some-clock'>, v: View): Found {
  const n = picked(c.clock, v).length
  const what = called(c.clock)
  return { holds: n > 0, because: `${counted(n, 'clock', 'clocks')} fell due ${inPeriod(v)}: ${what}` }
}

export function everyClockMet(c: Node<'every-clock-met'>, v: View): Found {
  const found = picked(c.clock, v)
  const what = called(c.clock)
  const missed = found.find(k => late(k, v))
  if (missed) return { holds: false, because: howLate(missed, what, v) }
  if (found.length === 0) return { holds: true, because: `None fell due ${inPeriod(v)}: ${what}` }
  return { holds: true, because: `In time, ${found.length} of ${found.length} ${inPeriod(v)}: ${what}` }
}

export function noneOverdue(c: Node<'none-overdue'>, v: View): Found {
  const what = called({ series: c.series, inPeriod: 'due' })
  const overdue = v.clocks.find(k => k.series === c.series && clockState(k, v.on).is === 'overdue')
  return overdue
    ? { holds: false, because: howLate(overdue, what, v) }
    : { holds: true, because: `None overdue on ${longDay(v.on)}` }
}

function howLate(k: Clock, what: string, v: View): string {
  const due = `Due on ${longDay(k.due)}: ${what}`
  if (k.met !== null && k.met <= v.on) return `${due}. It was done late, on ${longDay(k.met)}`
  if (k.ended !== null && k.ended <= v.on) return `${due}. It was never done`
  return `${due}. It had not been done by ${longDay(v.on)}`
}
