import type { Day, Instant } from './day.ts'

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function read(at: Instant): Record<string, string> {
  return Object.fromEntries(LONDON.formatToParts(new Date(at)).map(p => [p.type, p.value]))
}

/** The day it was in England at an instant: 23:30 UTC on 1 July is already 2 July. */
export function londonDay(at: Instant): Day {
  const p = read(at)
  return `${p.year}-${p.month}-${p.day}` as Day
}

/** "17:05", as a clock on an English wall showed it. */
export function londonTime(at: Instant): string {
  const p = read(at)
  return `${p.hour}:${p.minute}`
}

/**
 * The instant at which an English wall clock shows this day and time ("17:00"). In the hour that happens twice in
 * October it is the first; in the hour that is skipped in March it is an hour on.
 */
export function instantAt(d: Day, time = '00:00'): Instant {
  const utc = new Date(`${d}T${time}:00Z`).getTime()
  const summer = new Date(utc - 3_600_000).toISOString() as Instant
  const asSummer = londonDay(summer) === d && londonTime(summer) === time
  return asSummer ? summer : (new Date(utc).toISOString() as Instant)
}

/** Reads an ISO instant, or undefined. */
export function parseInstant(text: string): Instant | undefined {
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : (new Date(ms).toISOString() as Instant)
}
