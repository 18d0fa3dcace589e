import { england, type WorkingCalendar } from '../kernel/calendar.ts'
import { type Day, daysBetween, longDay, weekdayName } from '../kernel/day.ts'
import type { Clock, ClockState } from './timescale.ts'
import { clockState } from './timescale.ts'

const count = (n: number) => `${n} working ${n === 1 ? 'day' : 'days'}`

/** When something is due, as a colleague would say it: "due Thursday, 2 working days". */
export function dueWords(due: Day, today: Day, calendar: WorkingCalendar = england): string {
  if (due === today) return 'due today'
  const days = calendar.between(today, due)
  if (due < today)
    return days === 0 ? `was due ${weekdayName(due)}` : `was due ${longDay(due)}, ${count(-days)} ago`
  // Months ahead, a count of days tells nobody anything.
  if (days > 40) return `due ${longDay(due)}`
  const near = daysBetween(today, due) < 7
  return near ? `due ${weekdayName(due)}, ${count(days)}` : `due ${longDay(due)}, ${count(days)}`
}

/** How a clock stands on a day, in words. */
export function clockWords(clock: Clock, on: Day): string {
  const state: ClockState = clockState(clock, on)
  switch (state.is) {
    case 'met':
      return `done ${longDay(state.on)}, in time`
    case 'met-late':
      return `done ${longDay(state.on)}, late: it was due ${longDay(state.due)}`
    case 'ended':
      return `no longer needed from ${longDay(state.on)}`
    case 'overdue':
    case 'running':
      return dueWords(state.due, on)
  }
}
