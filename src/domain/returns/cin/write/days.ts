import { type Day, earlier, later } from '../../../kernel/day.ts'

/** A time from a day to the day it was over; null while it goes on. */
export interface Span {
  readonly from: Day
  readonly to: Day | null
}

const before = (a: Day, to: Day | null): boolean => to === null || a < to

/** What is left of a time when others are taken out of it. */
export function without(span: Span, others: readonly Span[]): readonly Span[] {
  let left: readonly Span[] = [span]
  for (const o of others)
    left = left.flatMap(s => {
      const apart = !before(s.from, o.to) || !before(o.from, s.to)
      if (apart) return [s]
      const first: Span[] = s.from < o.from ? [{ from: s.from, to: o.from }] : []
      const last: Span[] = o.to !== null && before(o.to, s.to) ? [{ from: o.to, to: s.to }] : []
      return [...first, ...last]
    })
  return left
}

/** Times that touch or overlap made into one, in order. */
export function joinedSpans(spans: readonly Span[]): readonly Span[] {
  const made: Span[] = []
  for (const s of [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = made.at(-1)
    if (last && (last.to === null || s.from <= last.to))
      made[made.length - 1] = {
        from: last.from,
        to: last.to === null || s.to === null ? null : later(last.to, s.to),
      }
    else made.push(s)
  }
  return made
}

/** The part of a time that lies within another; undefined where none does. */
export function cutTo(span: Span, around: Span): Span | undefined {
  const from = later(span.from, around.from)
  const to = span.to === null ? around.to : around.to === null ? span.to : earlier(span.to, around.to)
  return to !== null && to < from ? undefined : { from, to }
}

/** True where any of it lies in a year; what ended on the first day of the year is told in it. */
export const touches = (span: Span, of: { readonly first: Day; readonly last: Day }): boolean =>
  span.from <= of.last && (span.to === null || span.to >= of.first)
