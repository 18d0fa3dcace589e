import fc from 'fast-check'
import { expect, test } from 'vitest'
import { squeezed } from './squeezed.ts'

test('words as people write them are as they were', () => {
  const text =
    'What needs to improve\n\n\n1. The recording of visits – “late”, in 7 of 10 weeks.\n• Llanfairpwllgwyngyll'
  expect(squeezed(text)).toBe(text)
})

test.each([' ', '\n', ' \n', '.', '-\t', '…', 'a', '9', 'Straße', '_'])('a run of %j is cut', unit => {
  const cut = squeezed(`Before ${unit.repeat(300_000)} after`)
  expect(cut.length).toBeLessThan(500)
  expect(cut.startsWith('Before')).toBe(true)
  expect(cut.endsWith('after')).toBe(true)
})

test('nothing is added, and what is cut once is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.nat(400))), parts => {
      const text = parts.map(([unit, n]) => unit.repeat(n)).join('')
      const cut = squeezed(text)
      expect(cut.length).toBeLessThanOrEqual(text.length)
    }),
  )
})
