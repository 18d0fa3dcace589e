import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPostcode, plainPostcode, samePostcode } from './postcode.ts'

test('two postcodes are the same where they are so without spaces and in capitals', () => {
  const text = fc.string({ unit: fc.constantFrom('A', 'a', 'z', '1', ' '), maxLength: 6 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(samePostcode(a, b)).toBe(plainPostcode(a) === plainPostcode(b))
    }),
  )
  expect(samePostcode('za1 1aa', 'ZA11AA')).toBe(true)
  expect(samePostcode(null, null)).toBe(true)
  expect(samePostcode(null, 'ZA1 1AA')).toBe(false)
})

test('a postcode has an outward and an inward part', () => {
  for (const text of ['ZA1 1AA', 'Z1 1AA', 'ZA11AA', 'ZA1Z 1AA', 'za11  1aa'])
    expect(isPostcode(text)).toBe(true)
  for (const text of ['ZA1', '1AA', 'ZA1 AA1', 'ZAZ1 1AA', 'ZA1-1AA', 'ZA1 1AA.'])
    expect(isPostcode(text)).toBe(false)
})
