import { type Day, type Instant, longDay } from './day.ts'

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const HOUR = 3_600_000
/** Hours whose clocks are known: a file asks again and again of the same few years. */
const KNOWN = 50_000
const ahead = new Map<number, number>()

/** How far England's clocks were ahead of UTC, in milliseconds. They are only ever moved on the hour. */
function offset(ms: number): number {
  const hour = Math.floor(ms / HOUR)
  const known = ahead.get(hour)
  if (known !== undefined) return known
  const p = Object.fromEntries(LONDON.formatToParts(hour * HOUR).map(x => [x.type, Number(x.value)]))
  const wall = Date.UTC(p.year ?? 0, (p.month ?? 1) - 1, p.day, p.hour, p.minute)
  if (ahead.size >= KNOWN) ahead.clear()
  ahead.set(hour, wall - hour * HOUR)
  return wall - hour * HOUR
}

/** What a clock on an English wall showed, as ISO 8601 without a zone. */
function wall(at: Instant): string {
  const ms = Date.parse(at)
  return new Date(ms + offset(ms)).toISOString()
}

const days = new Map<string, Day>()

/** The day it was in England at an instant: 23:30 UTC on 1 July is already 2 July. */
export function londonDay(at: Instant): Day {
  // Of one hour of UTC all is on one day; an instant as the product writes it begins with the hour.
  const hour = at.length === 24 && at.endsWith('Z') ? at.slice(0, 13) : at
  const known = days.get(hour)
  if (known !== undefined) return known
  const found = wall(at).slice(0, 10) as Day
  if (days.size >= KNOWN) days.clear()
  days.set(hour, found)
  return found
}

/** "17:05", as a clock on an English wall showed it. */
export const londonTime = (at: Instant): string => wall(at).slice(11, 16)

/** "10 March 2026, 14:05", in England. */
export const momentWords = (at: Instant): string => `${longDay(londonDay(at))}, ${londonTime(at)}`

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
