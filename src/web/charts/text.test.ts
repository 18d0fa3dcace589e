import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread, textWidth, wrap } from './text.ts'

const labels = fc.array(
  fc.record({ y: fc.double({ min: 0, max: 200, noNaN: true }), height: fc.integer({ min: 10, max: 40 }) }),
  { maxLength: 8 },
)

test('labels moved apart do not cover each other, and stay inside when they fit', () => {
  fc.assert(
    fc.property(labels, wanted => {
      const total = wanted.reduce((sum, { height }) => sum + height, 0)
      const boxes = spread(wanted, 0, 200)
        .map((y, index) => ({
          top: y - (wanted[index]?.height ?? 0) / 2,
          bottom: y + (wanted[index]?.height ?? 0) / 2,
        }))
        .sort((a, b) => a.top - b.top)
      for (const [index, box] of boxes.entries()) {
        expect(box.top).toBeGreaterThanOrEqual((boxes[index - 1]?.bottom ?? 0) - 1e-6)
        expect(box.bottom).toBeLessThanOrEqual(Math.max(200, total) + 1e-6)
      }
    }),
  )
})

test('labels that have room stay where they want to be', () => {
  const wanted = [
    { y: 150, height: 20 },
    { y: 40, height: 20 },
  ]
  expect(spread(wanted, 0, 200)).toEqual([150, 40])
})

test('wrapping keeps every word, in lines no longer than asked unless a word is', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 12 }), words => {
      const lines = wrap(words.join(' '), 12)
      expect(lines.join(' ')).toBe(words.join(' '))
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(12)
    }),
  )
  expect(wrap('incomprehensibilities', 5)).toEqual(['incomprehensibilities'])
})

test('longer words are wider', () => {
  expect(textWidth('Children')).toBeGreaterThan(textWidth('Child'))
})
