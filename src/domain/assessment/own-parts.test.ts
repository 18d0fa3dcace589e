import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessment } from '../records/types/assessment.ts'
import { type Part, sameWords, togetherOf } from './own-parts.ts'

const of = (child: string, names: readonly string[], answers: Record<string, unknown>): Part => ({
  child,
  names,
  answers,
})
const fields = (a: Part, ...others: readonly Part[]) => sameWords(assessment, a, others).map(s => s.field)

describe('each child’s own part', () => {
  const views = 'Wren says she likes her school. She’s afraid at night.'

  test.each([
    ['the very same words', views],
    ['other stops and capitals', 'WREN says she likes her school; she’s afraid, at night!'],
    ['the names exchanged', 'Rowan says he likes his school. He’s afraid at night.'],
    ['a whole name for a given one', 'Rowan Pebble says he likes his school. He’s afraid at night.'],
    ['other line ends', 'Rowan says\n\nhe likes his school.\nHe’s afraid at night.'],
  ])('is the same with %s', (_, theirs) => {
    expect(
      fields(of('A', ['Wren', 'Pebble'], { views }), of('B', ['Rowan', 'Pebble'], { views: theirs })),
    ).toEqual(['views'])
  })

  test('is its own once it says something else', () => {
    const other = 'Rowan says he likes his school. He’s afraid of the dog.'
    expect(fields(of('A', ['Wren'], { views }), of('B', ['Rowan'], { views: other }))).toEqual([])
  })

  test('may share facts, a blank, and why neither was seen', () => {
    const shared = { risks: 'Debts', views: '', whyNotSeen: 'The family was away', seen: 'no' }
    expect(fields(of('A', ['Wren'], shared), of('B', ['Rowan'], shared))).toEqual([])
  })

  test('says which question, which child and whose words', () => {
    const same = { views: 'He plays', impact: 'Cold', analysis: 'So', identity: 'Both' }
    const found = sameWords(assessment, of('B', ['Bo'], same), [
      of('A', ['Al'], { ...same, impact: 'Warm' }),
      of('C', ['Cy'], { impact: 'COLD.' }),
    ])
    expect(found.map(f => `${f.field}: ${f.child} as ${f.with}`)).toEqual([
      'views: B as A',
      'identity: B as A',
      'analysis: B as A',
      'impact: B as C',
    ])
    expect(found[0]?.label).toBe(assessment.fields.views?.label)
  })

  test('is never compared with itself, and the comparison goes both ways', () => {
    const words = fc.string({ maxLength: 30 })
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [one, two] = [of('A', ['Wren'], { views: a }), of('B', ['Rowan'], { views: b })]
        expect(fields(one, one)).toEqual([])
        expect(fields(one, two)).toEqual(fields(two, one))
      }),
    )
  })
})

test('what was written together is told by ids, where it was', () => {
  expect(togetherOf({ together: ['x', 'y'] })).toEqual(['x', 'y'])
  expect(togetherOf({})).toEqual([])
  expect(togetherOf({ together: 'x' })).toEqual([])
})
