import type { Return903 } from './data.ts'

/** A time of being looked after without a break: its first day, and its last; infinite where it goes on. */
export interface Span {
  readonly from: number
  readonly to: number
}

const number = (day: number | undefined): number => day ?? Number.NaN
const openIfNone = (day: number | undefined): number =>
  day === undefined || Number.isNaN(day) ? Number.POSITIVE_INFINITY : day

/** The times in care of a child, in order. An episode that begins by the day on which the one before ended goes on. */
export function spansOf(r: Return903, child: string | null | undefined): readonly Span[] {
  const began = r.now.Episodes.days('DECOM')
  const ended = r.now.Episodes.days('DEC')
  const spans: Span[] = []
  for (const i of r.byChild('now', 'Episodes', 'DECOM').of(child)) {
    const from = number(began[i])
    if (Number.isNaN(from)) continue
    const to = openIfNone(ended[i])
    const before = spans.at(-1)
    if (before && from <= before.to)
      spans[spans.length - 1] = { from: before.from, to: Math.max(before.to, to) }
    else spans.push({ from, to })
  }
  return spans
}

/** Whether a day is known and lies in none of the times in care, whose first and last days are in. */
export const outside = (day: number, spans: readonly Span[]): boolean =>
  !Number.isNaN(day) && !spans.some(s => s.from <= day && day <= s.to)

/** The time in care that a day belongs to: the last that had begun by then, or else the first. */
export const spanAt = (day: number, spans: readonly Span[]): Span | undefined =>
  spans.findLast(s => s.from <= day) ?? spans[0]
