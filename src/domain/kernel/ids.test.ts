import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHILD_CODES, childCode, isChildCode } from './ids.ts'

const seed = fc.integer({ min: 0, max: CHILD_CODES - 1 })
const LETTERS = '2346789ABCDEFGHJKMNPQRTWXYZ'

describe('a child ID', () => {
  test('is eight letters and figures that nobody misreads, and checks', () => {
    fc.assert(
      fc.property(seed, n => {
        const code = childCode(n)
        expect(code).toMatch(/^[2346789ABCDEFGHJKMNPQRTWXYZ]{8}$/)
        expect(isChildCode(code)).toBe(true)
      }),
    )
  })

  test('is another for another number', () => {
    fc.assert(
      fc.property(seed, seed, (a, b) => {
        fc.pre(a !== b)
        expect(childCode(a)).not.toBe(childCode(b))
      }),
    )
    expect(childCode(0)).not.toBe(childCode(CHILD_CODES - 1))
  })

  test('one letter mistyped is told', () => {
    fc.assert(
      fc.property(seed, fc.nat(7), fc.constantFrom(...LETTERS), (n, at, letter) => {
        const code = childCode(n)
        fc.pre(code[at] !== letter)
        expect(isChildCode(code.slice(0, at) + letter + code.slice(at + 1))).toBe(false)
      }),
    )
  })

  test('two letters that changed places are told', () => {
    fc.assert(
      fc.property(seed, fc.nat(5), (n, at) => {
        const code = childCode(n)
        const [a = '', b = ''] = [code[at], code[at + 1]]
        fc.pre(a !== b)
        expect(isChildCode(code.slice(0, at) + b + a + code.slice(at + 2))).toBe(false)
      }),
    )
  })

  test('what is not one', () => {
    for (const text of ['', 'ABCDEFG', 'ABCDEFGHJ', 'abcdefgh', 'OOOOOOOO', '2222 222'])
      expect(isChildCode(text), text).toBe(false)
  })
})
