import type { Instant } from '../kernel/day.ts'

/** How long something has waited, by the clock: "20 minutes", "3 hours", "2 days 4 hours". */
export function clockHours(since: Instant, now: Instant): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 60_000))
  const of = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`
  if (minutes < 60) return of(minutes, 'minute')
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return of(hours, 'hour')
  const rest = hours % 24
  return [of(Math.floor(hours / 24), 'day'), rest > 0 && of(rest, 'hour')].filter(Boolean).join(' ')
}
