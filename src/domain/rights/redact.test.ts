import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { given } from '../../../test/support/given.ts'
import { day } from '../kernel/day.ts'
import { itemsOf } from './passages.ts'
import { outText, piecesOf, placesOf } from './redact.ts'
import { suggestionsIn } from './suggest.ts'

const say = (reason: string) => reason

describe('words taken out', () => {
  test('nothing of any cut is left, all else is, whatever the cuts', () => {
    const cut = fc.record({
      start: fc.integer({ min: -5, max: 60 }),
      end: fc.integer({ min: -5, max: 60 }),
      reason: fc.constantFrom('a', 'b'),
    })
    fc.assert(
      fc.property(fc.nat(50), fc.array(cut, { maxLength: 6 }), (length, cuts) => {
        // Each character is its own: what stays can be told by it.
        const text = Array.from({ length }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')
        const left = piecesOf(text, cuts)
          .map(p => ('text' in p ? p.text : ''))
          .join('')
        const stays = [...text].filter((_, i) => !cuts.some(c => c.start <= i && i < c.end)).join('')
        expect(left).toBe(stays)
        const pieces = piecesOf(text, cuts)
        for (const [i, p] of pieces.entries())
          if ('gone' in p) expect('gone' in (pieces[i + 1] ?? { text: '' })).toBe(false)
      }),
    )
  })

  test('a bracket says why, once where reasons are the same', () => {
    const cuts = [
      { start: 4, end: 8, reason: 'a' },
      { start: 8, end: 12, reason: 'a' },
    ]
    expect(outText('one two three four', cuts, say)).toBe('one [Taken out: a]e four')
  })

  test('a name is found in any case, over a line, beside a mark, and not inside another word', () => {
    const text = 'Ann said. ANN’s coat; Annie and Joann. Ann\nLee.'
    expect(placesOf(text, 'ann').map(p => text.slice(p.start, p.end))).toEqual(['Ann', 'ANN', 'Ann'])
    expect(placesOf(text, 'ann  lee').length).toBe(1)
    expect(placesOf('a.b axb', 'a.b').length).toBe(1)
    expect(placesOf(text, '  ')).toEqual([])
  })
})

describe('what is suggested', () => {
  const ID = '01890a5d-ac96-774b-bcce-b302099a8001'
  const BROTHER = '01890a5d-ac96-774b-bcce-b302099a8002'
  const on = { on: day('2010-01-01'), what: 'call', significant: 'no' }
  const entries = [
    given(ID, 'relationship', { kind: 'mother', name: 'Dawn Pebble' }),
    given(ID, 'relationship', { kind: 'half-sibling', child: BROTHER }),
    given(ID, 'relationship', { kind: 'professional', name: 'Dr Fox' }),
    given(ID, 'case-note', {
      ...on,
      about: 'Rang Dawn',
      note: 'Wren Pebble and Robin were seen by Dr Fox at dawn.',
    }),
  ].map((e, i) => ({ ...e, seq: i + 1 }))
  const items = itemsOf(entries, new Map([[BROTHER, 'Robin Marsh']]))
  const child = { givenName: 'Wren', familyName: 'Pebble', otherNames: null }
  const found = suggestionsIn(items, child).map(s => {
    const text = items.flatMap(i => i.passages).find(p => p.id === s.passage)?.text ?? ''
    return [text.slice(s.start, s.end), s.why.split(',')[0]]
  })

  test('others whom the file names, wherever they stand; not the child, nor a professional', () => {
    expect(found).toEqual([
      ['Dawn Pebble', 'Mother'],
      ['Robin Marsh', 'Half-brother or half-sister'],
      ['Dawn', 'Mother'],
      ['Robin', 'Half-brother or half-sister'],
    ])
  })
})
