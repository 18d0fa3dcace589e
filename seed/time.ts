import { england } from '../src/domain/kernel/calendar.ts'
import { addMonths, ageOn, birthday, type Day, dayFromNumber, dayNumber } from '../src/domain/kernel/day.ts'
import { instantAt } from '../src/domain/kernel/london.ts'

/**
 * The generator counts in day numbers, which add and compare quickly, and writes days only into entries. The tables
 * here remember sums already done; they hold nothing that was not computed from their key.
 */
export type N = number

const days = new Map<N, Day>()
export function toDay(n: N): Day {
  const known = days.get(n)
  if (known !== undefined) return known
  const made = dayFromNumber(n)
  days.set(n, made)
  return made
}

export const toNumber = (d: Day): N => dayNumber(d)
export const plusMonths = (n: N, months: number): N => dayNumber(addMonths(toDay(n), months))
export const ageAt = (born: N, on: N): number => ageOn(toDay(born), toDay(on))
/** The day someone born on a day is that old. */
export const turns = (born: N, age: number): N => dayNumber(birthday(toDay(born), age))

const working = new Map<N, boolean>()
export function isWorking(n: N): boolean {
  const known = working.get(n)
  if (known !== undefined) return known
  const made = england.isWorking(toDay(n))
  working.set(n, made)
  return made
}

export function workingOnOrBefore(n: N): N {
  let at = n
  while (!isWorking(at)) at -= 1
  return at
}

export function workingOnOrAfter(n: N): N {
  let at = n
  while (!isWorking(at)) at += 1
  return at
}

/** The nth working day after a day, as the calendar of the product counts. */
export function plusWorking(n: N, count: number): N {
  let at = n
  for (let left = count; left > 0; ) {
    at += 1
    if (isWorking(at)) left -= 1
  }
  return at
}

const offsets = new Map<N, number>()
/** A wall clock in England, in minutes since 1970, as milliseconds of universal time. Not for the small hours. */
export function wallToMs(minutes: number): number {
  const n = Math.floor(minutes / 1440)
  const known = offsets.get(n)
  const offset = known ?? n * 86_400_000 + 43_200_000 - Date.parse(instantAt(toDay(n), '12:00'))
  if (known === undefined) offsets.set(n, offset)
  return minutes * 60_000 - offset
}
