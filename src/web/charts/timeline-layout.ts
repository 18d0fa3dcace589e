import { type Day, dayNumber, dayOf, parts } from '../../domain/kernel/day.ts'
import { shortMonth, type Tick } from './axis.tsx'
import { textWidth } from './text.ts'
import { clip, type Mark, type Span } from './timeline-data.ts'

/** Where a label goes beside what it names: inside a span, or to its right, or to its left. */
export type LabelPlace = { readonly x: number; readonly anchor: 'start' | 'end'; readonly inside: boolean }

export type Placed = { readonly row: number } & (
  | { readonly span: Span; readonly x1: number; readonly x2: number; readonly label: LabelPlace }
  | { readonly mark: Mark; readonly x: number; readonly label: LabelPlace | undefined }
)

/** Pixels kept free after words, and within which two boxes count as side by side. */
const afterWords = 8
const touch = 0.5

type Bounds = { readonly from: Day; readonly to: Day; readonly left: number; readonly right: number }

/** Where a day stands between left and right. The last day is shown whole. */
export function place(day: Day, { from, to, left, right }: Bounds): number {
  const days = dayNumber(to) + 1 - dayNumber(from)
  return left + ((dayNumber(day) - dayNumber(from)) * (right - left)) / days
}

/** Gives each span and mark of a lane a place and a row, so that nothing covers anything, words included. */
export function layOut(lane: { spans: readonly Span[]; marks: readonly Mark[] }, bounds: Bounds): Placed[] {
  const things = [
    ...lane.spans.map(span => ({ at: span.from, thing: placeSpan(span, bounds) })),
    ...lane.marks.map(mark => ({ at: mark.on, thing: placeMark(mark, bounds) })),
  ].map(({ thing }) => thing)
  const rowEnds: number[] = []
  const ordered = things.sort((a, b) => a.start - b.start)
  return ordered.map(({ start, end, placed }) => {
    const free = rowEnds.findIndex(rowEnd => rowEnd <= start + touch)
    const row = free === -1 ? rowEnds.length : free
    rowEnds[row] = end
    return { ...placed, row }
  })
}

function placeSpan(span: Span, bounds: Bounds) {
  const seen = clip(span, bounds.from, bounds.to)
  const x1 = place(seen.from, bounds)
  // A span is drawn to the day it ended, so that the next, begun that day, stands beside it in one row.
  const x2 = Math.max(x1 + 3, span.to && span.to <= bounds.to ? place(seen.to, bounds) : bounds.right)
  const words = textWidth(span.label, 14)
  const inside = words + 10 <= x2 - x1
  const label = inside ? { x: x1 + 5, anchor: 'start' as const, inside } : beside(x1, x2, words, bounds)
  return extent(x1, x2, words, label, { span, x1, x2, label })
}

function placeMark(mark: Mark, bounds: Bounds) {
  const x = place(mark.on, bounds)
  const words = mark.quiet ? 0 : textWidth(mark.label, 14)
  const label = mark.quiet ? undefined : beside(x - 6, x + 6, words, bounds)
  return extent(x - 6, x + 6, words, label, { mark, x, label })
}

/** To the right, unless the words would run out of the picture there and have room at the left. */
function beside(x1: number, x2: number, words: number, { left, right }: Bounds): LabelPlace {
  const runsOut = x2 + 4 + words > right && x1 - 4 - words >= left
  return runsOut ? { x: x1 - 4, anchor: 'end', inside: false } : { x: x2 + 4, anchor: 'start', inside: false }
}

function extent<Thing>(x1: number, x2: number, words: number, label: LabelPlace | undefined, placed: Thing) {
  if (!label || label.inside) return { start: x1, end: x2, placed }
  return label.anchor === 'end'
    ? { start: label.x - words - afterWords, end: x2, placed }
    : { start: x1, end: label.x + words + afterWords, placed }
}

/** First days of months, as many as have room, with years where months are too many. */
export function calendarTicks(bounds: Bounds): Tick[] {
  const { from, to, left, right } = bounds
  const monthIndex = (day: Day) => parts(day).year * 12 + parts(day).month - 1
  const first = monthIndex(from)
  const last = monthIndex(to)
  const most = Math.max(1, Math.floor((right - left) / 80))
  const steps = [1, 2, 3, 6, 12, 24, 60, 120]
  const step = steps.find(months => (last - first) / months <= most) ?? 240
  const ticks: Tick[] = []
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    const day = dayOf(Math.floor(month / 12), (month % 12) + 1, 1)
    if (day && day >= from)
      ticks.push({ at: place(day, bounds), label: step >= 12 ? day.slice(0, 4) : shortMonth(day) })
  }
  return ticks
}
