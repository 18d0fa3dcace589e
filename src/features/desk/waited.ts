import { type Day, daysBetween } from '../../domain/kernel/day.ts'

/** "today", "1 day", "12 days": how long something has waited. */
export function waited(since: Day, today: Day): string {
  const days = daysBetween(since, today)
  return days <= 0 ? 'since today' : days === 1 ? '1 day' : `${days} days`
}
