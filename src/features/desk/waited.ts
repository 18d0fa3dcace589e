import { type Day, daysBetween, type Instant } from '../../domain/kernel/day.ts'

/** "today", "1 day", "12 days": how long something has waited. */
export function waited(since: Day, today: Day): string {
  const days = daysBetween(since, today)
  return days <= 0 ? 'since today' : days === 1 ? '1 day' : `${days} days`
}

const HOUR = 3_600_000

/** Whole clock hours from a moment to now. */
export const hoursSince = (at: Instant, now: Instant): number =>
  Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / HOUR))

/** "31 hours", and over a week "9 days": clock hours, which are what the rule counts. */
export function hoursWaited(at: Instant, now: Instant): string {
  const hours = hoursSince(at, now)
  if (hours > 7 * 24) return `${Math.floor(hours / 24)} days`
  return hours === 1 ? '1 hour' : `${hours} hours`
}
