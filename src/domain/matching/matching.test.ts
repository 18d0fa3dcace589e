import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '../kernel/day.ts'
import { readTyped } from './asked.ts'
import { bornNear, compareBorn } from './born.ts'
import { slips } from './edits.ts'
import { type Joinable, whyNotJoined } from './joining.ts'
import { keysOf } from './keys.ts'
import { type Held, scoreAsked, scoreTyped } from './score.ts'
import { soundsOf } from './sound.ts'
import { bornTogether, otherGivenName, probablyTwins } from './twins.ts'
import { groupsOf } from './variants.ts'
import { wordsIn } from './words.ts'
import { compareWords, sameName } from './words-alike.ts'

const held = (givenName: string, familyName: string, born: string, more: Partial<Held> = {}): Held => ({
  givenName,
  familyName,
  otherNames: null,
  address: null,
  nhsNumber: null,
  upn: null,
  siblings: [],
  born: day(born),
  ...more,
})

const word = fc.stringMatching(/^[a-z]{1,12}$/)
const name = fc.stringMatching(/^[A-Z][a-z]{2,9}$/)
const born = fc.integer({ min: 0, max: 6600 }).map(n => addDays(day('2008-01-01'), n))
const child = fc.record({ givenName: name, familyName: name, born })

describe('words of names', () => {
  test.each([
    ['Zoë Łukasiewicz', ['zoe', 'lukasiewicz']],
    ["O’Brien-O'Neill", ['obrien', 'oneill']],
    ['  Anna-Maria\tvan  der Berg ', ['anna', 'maria', 'van', 'der', 'berg']],
    ['Đặng Thị Ánh', ['dang', 'thi', 'anh']],
  ])('%s', (text, words) => expect(wordsIn(text)).toEqual(words))

  test('are the same whichever is asked for', () =>
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slips(a, b)).toBe(slips(b, a))
        expect(sameName(a, b)).toBe(sameName(b, a))
        expect(compareWords(a, b, true).value).toBeCloseTo(compareWords(b, a, true).value, 9)
      }),
    ))

  test('are never more than the same, and the same only where they are', () =>
    fc.assert(
      fc.property(word, word, (a, b) => {
        const { value } = compareWords(a, b, true)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value === 1).toBe(a === b)
      }),
    ))

  test.each([
    ['mohammed', 'muhamad'],
    ['philip', 'filip'],
    ['wright', 'rite'],
    ['szymanski', 'shimanski'],
    ['khalid', 'kalid'],
    ['hughes', 'huws'],
    ['catherine', 'kathryn'],
  ])('%s is heard as %s', (a, b) =>
    expect(soundsOf(a).wide === soundsOf(b).wide || groupsOf(a).some(g => groupsOf(b).includes(g))).toBe(
      true,
    ),
  )
})

describe('keys', () => {
  test('a name with one slip in it shares a key with the name', () =>
    fc.assert(
      fc.property(name, fc.nat(), fc.constantFrom('drop', 'twice', 'swap', 'other'), (given, n, how) => {
        const text = given.toLowerCase()
        const at = n % Math.min(text.length - 1, 6)
        const slip = {
          drop: text.slice(0, at) + text.slice(at + 1),
          twice: text.slice(0, at) + text.charAt(at) + text.slice(at),
          swap: text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
          other: `${text.slice(0, at)}x${text.slice(at + 1)}`,
        }[how]
        const keys = (g: string) => keysOf({ ...held(g, '', '2014-05-06'), familyName: null })
        const shared = keys(text).filter(k => keys(slip).includes(k) && k.startsWith('d'))
        expect(shared.length, `${text} and ${slip}`).toBeGreaterThan(0)
      }),
    ))

  test('hold letters and figures alone, as they stand in the text of an array', () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (givenName, otherNames, address) => {
        for (const k of keysOf({ ...held(givenName, 'X', '2014-05-06'), otherNames, address }))
          expect(k).toMatch(/^[\p{L}\p{N}]*$/u)
      }),
    ))
})

describe('a date of birth', () => {
  test.each([
    ['2014-05-06', 1, 'same date of birth'],
    ['2014-06-05', 0.85, 'date of birth: day and month swapped'],
    ['2014-05-07', 0.8, 'date of birth a day off'],
    ['2015-05-06', 0.75, 'date of birth a year off'],
    ['2014-05-16', 0.7, 'date of birth: one figure is other'],
    ['2014-05-20', 0.4, 'born within a month of it'],
    ['2012-09-29', 0, null],
  ])('%s', (other, value, why) => expect(compareBorn(day('2014-05-06'), day(other))).toEqual({ value, why }))

  test('is as near the one way as the other, and every near one is looked for', () =>
    fc.assert(
      fc.property(born, born, (a, b) => {
        expect(compareBorn(a, b)).toEqual(compareBorn(b, a))
        for (const near of bornNear(a)) expect(/^\d{4}-\d\d-\d\d$/.test(near)).toBe(true)
        if (compareBorn(a, b).value >= 0.75) expect(bornNear(a)).toContain(b)
      }),
    ))

  test.each<[string, Day | null]>([
    ['Wren 6/5/2014', day('2014-05-06')],
    ['6.5.14', day('2014-05-06')],
    ['6th May 2014', day('2014-05-06')],
    ['May 6, 2014', day('2014-05-06')],
    ['2014-05-06 Wren', day('2014-05-06')],
    ['06052014', day('2014-05-06')],
    ['5/13/2014', day('2014-05-13')],
    ['6/5/98', day('1998-05-06')],
    ['31/2/2014', null],
    ['Wren', null],
  ])('is read in “%s”', (text, is) => expect(readTyped(text, 2026).born).toBe(is))
})

describe('twins', () => {
  const wren = held('Wren', 'Pebble', '2014-05-06')
  test.each<[string, string, boolean]>([
    ['Wren', 'Bryony', true],
    ['Ella', 'Bella', true],
    ['Ella', 'Ellie', true],
    ['Mohammed Ali', 'Mohammed', false],
    ['Muhammad', 'Mohamed', false],
    ['Elizabeth', 'Liz', false],
    ['Sara', 'Sarah', false],
    ['Wren', 'Ren', false],
    ['Anna Maria', 'Annamaria', false],
    ['Adam James', 'Eve James', true],
  ])('%s and %s are two names: %s', (a, b, is) => expect(otherGivenName(a, b)).toBe(is))

  test('are told whichever is asked for', () =>
    fc.assert(
      fc.property(child, child, (a, b) => {
        expect(bornTogether(a, b)).toBe(bornTogether(b, a))
        expect(probablyTwins(a, b)).toBe(probablyTwins(b, a))
        expect(bornTogether(a, a)).toBe(false)
      }),
    ))

  test('are never the same child, however much they share', () => {
    const shared = { nhsNumber: '9991234567', upn: 'A123456789012', address: '12 Mill Lane, TH1 2AB' }
    const found = scoreAsked({ ...wren, ...shared }, held('Bryony', 'Pebble', '2014-05-06', shared))
    expect(found.twin).toBe(true)
    expect(found.score).toBeLessThanOrEqual(0.5)
  })

  test('whose given name is not known are not told apart', () =>
    expect(bornTogether(wren, { ...wren, givenName: null })).toBe(false))
})

describe('the score', () => {
  test('of the child as on file is the best there is', () =>
    fc.assert(
      fc.property(child, child, (a, b) => {
        const as = (c: typeof a) => held(c.givenName, c.familyName, c.born)
        const typed = readTyped(`${a.givenName} ${a.familyName} ${a.born}`, 2026)
        expect(scoreTyped(typed, as(a)).score).toBeGreaterThan(0.99)
        expect(scoreTyped(typed, as(a)).score).toBeGreaterThanOrEqual(scoreTyped(typed, as(b)).score)
        const own = scoreAsked(as(a), as(a)).score
        expect(own).toBeGreaterThan(0.9)
        expect(own).toBeGreaterThanOrEqual(scoreAsked(as(a), as(b)).score)
      }),
    ))

  test('is between nothing and all', () =>
    fc.assert(
      fc.property(fc.string(), child, (text, c) => {
        const { score } = scoreTyped(readTyped(text, 2026), held(c.givenName, c.familyName, c.born))
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
      }),
    ))
})

describe('whether files may be joined', () => {
  const joinable = (id: string, c: Held, more: Partial<Joinable> = {}): Joinable => ({
    id,
    born: c.born,
    children: [c],
    adopted: null,
    begun: day('2020-01-06'),
    ...more,
  })
  const wren = held('Wren', 'Pebble', '2014-05-06')
  const ren = held('Ren', 'Pebbel', '2014-05-06')
  const bryony = held('Bryony', 'Marsh', '2014-05-06')

  test.each<[string, Joinable, Joinable, RegExp | null]>([
    ['one child', joinable('a', wren), joinable('b', ren), null],
    ['itself', joinable('a', wren), joinable('a', wren), /same file/],
    ['twins, of whatever family name', joinable('a', wren), joinable('b', bryony), /never joined/],
    [
      'a twin of one who is joined to it',
      joinable('a', ren, { children: [ren, bryony] }),
      joinable('b', wren),
      /twins/,
    ],
    [
      'a life after adoption',
      joinable('a', wren, { adopted: day('2019-01-02') }),
      joinable('b', wren),
      /adoption/,
    ],
    [
      'a file that was there before the adoption',
      joinable('a', wren, { adopted: day('2021-01-02') }),
      joinable('b', wren),
      null,
    ],
  ])('%s', (_, a, b, why) => {
    for (const said of [whyNotJoined(a, b), whyNotJoined(b, a)])
      if (why === null) expect(said).toBeNull()
      else expect(said).toMatch(why)
  })
})
