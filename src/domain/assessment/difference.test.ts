import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { difference } from './difference.ts'

const drawn = (before: string, after: string): string =>
  difference(before, after)
    .map(p => (p.is === 'same' ? p.text : p.is === 'added' ? `{+${p.text}+}` : `{-${p.text}-}`))
    .join('')

const wordsOf = (text: string) => text.trim().split(/\s+/).filter(Boolean)
const kept = (pieces: ReturnType<typeof difference>, not: 'added' | 'removed') =>
  wordsOf(pieces.map(p => (p.is === not ? ' ' : `${p.text} `)).join(''))

describe('what became of a text', () => {
  test.each([
    ['He lives with his aunt.', 'He lives with his aunt.', 'He lives with his aunt.'],
    ['He lives with his aunt.', 'He lives with his gran.', 'He lives with his {-aunt.-}{+gran.+}'],
    ['one two three', 'one three', 'one {-two -}three'],
    ['one three four', 'one two three four', 'one {+two +}three four'],
    ['a  b\nc', 'a b c', 'a b c'],
    ['', 'All new', '{+All new+}'],
    ['All gone', '', '{-All gone-}'],
    ['', '', ''],
  ])('%j, then %j', (before, after, drawing) => {
    expect(drawn(before, after)).toBe(drawing)
  })

  test('is one text in place of another where hardly a word stayed', () => {
    expect(drawn('The mother works nights at the mill', 'He has moved to the grandmother')).toBe(
      '{-The mother works nights at the mill-}{+He has moved to the grandmother+}',
    )
  })

  const text = fc.array(fc.constantFrom('the', 'a', 'child', 'went', 'home.', '\n', 'mother'), {
    maxLength: 40,
  })

  test('loses no word of either, whatever the texts', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [before, after] = [a.join(' '), b.join(' ')]
        const pieces = difference(before, after)
        expect(kept(pieces, 'removed')).toEqual(wordsOf(after))
        expect(kept(pieces, 'added')).toEqual(wordsOf(before))
      }),
    )
  })

  test('finds no change in what is the same, and a change where there is one', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const changed = difference(a.join(' '), b.join(' ')).some(p => p.is !== 'same')
        expect(changed).toBe(wordsOf(a.join(' ')).join(' ') !== wordsOf(b.join(' ')).join(' '))
      }),
    )
  })

  test('of very long texts too: by sentences, and every word is still there', () => {
    const long = (word: string) =>
      Array.from(
        { length: 700 },
        (_, i) => `Sentence ${i} is as it ${i % 3 ? 'was' : word}, said once.`,
      ).join(' ')
    const pieces = difference(long('seemed'), long('stood'))
    expect(kept(pieces, 'removed')).toEqual(wordsOf(long('stood')))
    expect(pieces.filter(p => p.is === 'same').length).toBeGreaterThan(100)
    const [before, after] = ['x\n'.repeat(25_000), 'y\n'.repeat(25_000)]
    expect(difference(before, after).map(p => p.is)).toEqual(['removed', 'added'])
  })
})
