import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Instant } from '../kernel/day.ts'
import { calendarOf } from './icalendar.ts'
import { boardOf, meeting, said } from './test-board.ts'

const NOW = '2026-03-01T09:30:00.000Z' as Instant

/** A calendar read as a reader would: lines unfolded, values with their escapes undone. */
function read(text: string): string[] {
  expect(text.endsWith('\r\n')).toBe(true)
  const lines = text.slice(0, -2).split('\r\n')
  for (const l of lines) expect(new TextEncoder().encode(l).length).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  return text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n')
}
const value = (lines: readonly string[], name: string) =>
  lines.filter(l => l.startsWith(`${name}:`)).map(l => l.slice(name.length + 1))
const unescaped = (t: string) => t.replace(/\\([\\;,n])/g, (_, c: string) => (c === 'n' ? '\n' : c))

test('ten o’clock in London is ten o’clock, before the clocks go back and after', () => {
  const lines = read(
    calendarOf(
      [boardOf([meeting('a', '2026-10-23'), meeting('b', '2026-10-26'), meeting('c', '2026-03-30')])],
      'Boards',
      NOW,
    ),
  )
  expect(value(lines, 'DTSTART')).toEqual(['20260330T090000Z', '20261023T090000Z', '20261026T100000Z'])
  expect(value(lines, 'DTSTAMP')[0]).toBe('20260301T093000Z')
})

test('an end that is given is kept; one that is not is two hours on', () => {
  const board = boardOf([meeting('a', '2026-03-10', { ends: '11:15' }), meeting('b', '2026-03-11')])
  const lines = read(calendarOf([board], 'Boards', NOW))
  expect(value(lines, 'DTEND')).toEqual(['20260310T111500Z', '20260311T120000Z'])
})

test('a meeting moved and one cancelled say so, and are newer than before', () => {
  const board = boardOf([
    meeting('a', '2026-03-10'),
    meeting('b', '2026-04-14'),
    said('v', 'board-meeting-moved', {
      meeting: 'a',
      on: '2026-03-12',
      starts: '10:00',
      place: 'Room 1',
      why: 'Snow',
    }),
    said('x', 'board-meeting-cancelled', { meeting: 'b', why: 'Election' }),
  ])
  const lines = read(calendarOf([board], 'Boards', NOW))
  expect(value(lines, 'STATUS')).toEqual(['CONFIRMED', 'CANCELLED'])
  expect(value(lines, 'SEQUENCE')).toEqual(['1', '1'])
  expect(value(lines, 'DESCRIPTION').map(unescaped)).toEqual([
    'Moved from 2026-03-10: Snow',
    'Cancelled: Election',
  ])
})

test('any place comes back as it was written, however long and with whatever signs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), text => {
      const board = boardOf([meeting('a', '2026-03-10', { place: `x${text}x` })])
      const [place] = value(read(calendarOf([board], 'Boards', NOW)), 'LOCATION')
      expect(unescaped(place ?? '')).toBe(`x${text.replace(/\p{Cc}/gu, ' ')}x`)
    }),
  )
})

test.each([
  ['commas, semicolons; and back\\slashes', 'commas\\, semicolons\\; and back\\\\slashes'],
  ['Family Room, “Élan” – 2nd floor', 'Family Room\\, “Élan” – 2nd floor'],
])('%s is escaped', (place, expected) => {
  const lines = read(calendarOf([boardOf([meeting('a', '2026-03-10', { place })])], 'Boards', NOW))
  expect(value(lines, 'LOCATION')).toEqual([expected])
})
