import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, day } from '../kernel/day.ts'
import { contactReference, follow, followCode, isStale, REFERENCES, sameCode } from './follow.ts'

describe('a reference', () => {
  test('has eight letters and digits that are read as no other', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: REFERENCES - 1 }), n => {
        expect(contactReference(n)).toMatch(/^C[2346789ABCDEFGHJKMNPQRTWXYZ]{7}$/)
      }),
    ))
  test('differs where the number does', () =>
    expect(new Set([0, 1, 26, 27, REFERENCES - 1].map(contactReference)).size).toBe(5))
})

const seals = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_'), minLength: 43, maxLength: 43 })

describe('a code', () => {
  test('is in groups, and is read however it is typed', () =>
    fc.assert(
      fc.property(seals, seal => {
        const code = followCode(seal)
        expect(code).toMatch(/^(?:[2346789ABCDEFGHJKMNPQRTWXYZ]{4}-){2}[2346789ABCDEFGHJKMNPQRTWXYZ]{4}$/)
        expect(sameCode(code, code.toLowerCase().replaceAll('-', ' '))).toBe(true)
      }),
    ))
  test('is another for another contact, in every group', () =>
    fc.assert(
      fc.property(seals, seals, (a, b) => {
        fc.pre(a !== b)
        expect(sameCode(followCode(a), followCode(b))).toBe(false)
      }),
    ))
  test.each(['', '4', '4HTQM2X7RC9', '4HTQM2X7RC9WW', '4HTQM2X7RC9X'])('%j is not 4HTQ-M2X7-RC9W', typed =>
    expect(sameCode('4HTQ-M2X7-RC9W', typed)).toBe(false),
  )
})

describe('what its sender is shown', () => {
  const today = day('2026-03-10')
  const nothing = { decidedOn: null, begun: false, told: null }
  const letter = { on: day('2026-03-09'), how: 'email', letter: 'Dear Ada' }
  test.each([
    ['nothing but that it came', nothing, { state: 'received' }],
    ['that somebody looks at it', { ...nothing, begun: true }, { state: 'looked-at' }],
    ['that it is decided, before the letter', { ...nothing, decidedOn: today }, { state: 'decided' }],
    [
      'the letter as it went',
      { ...nothing, decidedOn: today, told: letter },
      { state: 'told', on: letter.on, letter: 'Dear Ada' },
    ],
    [
      'that there was nobody to tell',
      { ...nothing, decidedOn: today, told: { on: today, how: 'none', letter: null } },
      { state: 'nobody-to-tell' },
    ],
  ])('%s', (_, known, shown) => expect(follow(known, today)).toEqual(shown))

  test('nothing at all twelve months after the decision', () => {
    const known = { decidedOn: day('2025-03-09'), begun: true, told: letter }
    expect(follow(known, today)).toEqual({ state: 'stale' })
    expect(follow({ ...known, decidedOn: day('2025-03-10') }, today).state).toBe('told')
  })
  test('a contact that nobody has decided never grows stale', () => expect(isStale(null, today)).toBe(false))
  test('stale from one day on, and ever after', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 2000 }), (n, m) => {
        const decided = addDays(day('2000-01-01'), n)
        expect(isStale(decided, addDays(decided, m))).toBe(addDays(decided, m) > addMonths(decided, 12))
      }),
    ))
})
