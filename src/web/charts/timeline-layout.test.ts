import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '../../domain/kernel/day.ts'
import { textWidth } from './text.ts'
import { calendarTicks, layOut, type Placed, place } from './timeline-layout.ts'

const bounds = { from: day('2024-01-01'), to: day('2025-12-31'), left: 100, right: 800 }
const days = fc.integer({ min: 0, max: 730 }).map(n => addDays(bounds.from, n))
const label = fc.stringMatching(/^[a-z ]{1,25}$/)
const spans = fc.array(
  fc
    .record({ from: days, length: fc.integer({ min: 0, max: 300 }), label })
    .map(({ from, length, label }) => ({
      from,
      to: addDays(from, length),
      label,
    })),
  { maxLength: 12 },
)
const marks = fc.array(fc.record({ on: days, label, quiet: fc.boolean() }), { maxLength: 12 })

function box(thing: Placed) {
  const words = 'span' in thing ? thing.span.label : thing.mark.label
  const [x1, x2] = 'span' in thing ? [thing.x1, thing.x2] : [thing.x - 6, thing.x + 6]
  const width = thing.label && !thing.label.inside ? textWidth(words, 14) : 0
  if (width === 0 || !thing.label) return { start: x1, end: x2 }
  return thing.label.anchor === 'end'
    ? { start: thing.label.x - width, end: x2 }
    : { start: x1, end: thing.label.x + width }
}

test('nothing in a lane covers anything else, words included', () => {
  fc.assert(
    fc.property(spans, marks, (spans, marks) => {
      const placed = layOut({ spans, marks }, bounds)
      expect(placed).toHaveLength(spans.length + marks.length)
      for (const row of new Set(placed.map(thing => thing.row))) {
        const boxes = placed
          .filter(thing => thing.row === row)
          .map(box)
          .sort((a, b) => a.start - b.start)
        for (const [index, { start }] of boxes.entries()) {
          expect(start).toBeGreaterThanOrEqual((boxes[index - 1]?.end ?? -Infinity) - 0.5)
        }
      }
    }),
  )
})

test('spans that follow each other stand in one row, also when one begins the day the last ended', () => {
  const long = (from: string, to: string) => ({ from: day(from), to: day(to), label: 'Home' })
  const one = layOut(
    { spans: [long('2024-01-01', '2024-06-01'), long('2024-06-01', '2024-12-01')], marks: [] },
    bounds,
  )
  const two = layOut(
    { spans: [long('2024-01-01', '2024-06-01'), long('2024-05-01', '2024-12-01')], marks: [] },
    bounds,
  )
  expect(one.map(thing => thing.row)).toEqual([0, 0])
  expect(two.map(thing => thing.row)).toEqual([0, 1])
})

test('days stand in order, the first at the left and the last before the right', () => {
  expect(place(bounds.from, bounds)).toBe(100)
  expect(place(addDays(bounds.to, 1), bounds)).toBe(800)
  fc.assert(
    fc.property(days, days, (a, b) => {
      expect(Math.sign(place(a, bounds) - place(b, bounds))).toBe(a < b ? -1 : a > b ? 1 : 0)
    }),
  )
})

test('ticks are first days of months or years with room between', () => {
  expect(calendarTicks(bounds).map(tick => tick.label)).toEqual([
    'Jan 2024',
    'Apr 2024',
    'Jul 2024',
    'Oct 2024',
    'Jan 2025',
    'Apr 2025',
    'Jul 2025',
    'Oct 2025',
  ])
  const life = { ...bounds, from: day('2008-05-05') }
  expect(calendarTicks(life)[0]?.label).toBe('2010')
  const ticks = calendarTicks(life)
  for (const [index, tick] of ticks.entries()) {
    expect(tick.at - (ticks[index - 1]?.at ?? -Infinity)).toBeGreaterThan(60)
  }
})
