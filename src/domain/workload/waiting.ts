import type { Day, Instant } from '../kernel/day.ts'
import { daysBetween } from '../kernel/day.ts'

/** How long a child has waited for a worker. */
export interface Waiting {
  readonly since: Day
  /** The moment, where it is known: then hours are counted, otherwise days. */
  readonly sinceAt: Instant | null
}

const HOUR = 3_600_000
const ALLOWED = 24
/** From here on days say more than hours. */
const LONG = 72

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

/**
 * Clock hours from one moment to another, whole ones: nights, weekends and bank holidays count, and the hour that the
 * clocks repeat counts twice (rules R04).
 */
export const hoursBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / HOUR))

/** True once a named worker is late: after 24 clock hours, or on the second day after where only the day is known. */
export const isOver = ({ since, sinceAt }: Waiting, now: Instant, today: Day): boolean =>
  sinceAt === null ? daysBetween(since, today) > 1 : Date.parse(now) - Date.parse(sinceAt) > ALLOWED * HOUR

/** "3 hours", "26 hours, 2 over", "5 days, 4 over". */
export function waitingWords(w: Waiting, now: Instant, today: Day): string {
  const hours = w.sinceAt === null ? null : hoursBetween(w.sinceAt, now)
  if (hours !== null && hours < LONG) {
    const over = hours - ALLOWED
    return `${count(hours, 'hour')}${over > 0 ? `, ${over} over` : over === 0 && isOver(w, now, today) ? ', over' : ''}`
  }
  const days = hours === null ? Math.max(0, daysBetween(w.since, today)) : Math.floor(hours / 24)
  if (days === 0) return 'since today'
  return `${count(days, 'day')}${days > 1 ? `, ${days - 1} over` : ''}`
}
