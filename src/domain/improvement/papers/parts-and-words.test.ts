import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { sentencesOf } from '../paper.ts'
import { cleanWords, namedIn } from './author.ts'
import { composePaper, leftOut, orderOf } from './compose.ts'
import { outlines } from './outlines.ts'
import type { Bound } from './part.ts'
import { sampleInput } from './sample-paper.ts'
import { all, headings, paperOf } from './test-papers.ts'

describe('parts', () => {
  const { parts } = outlines.cabinet

  it('are left out, put back and moved, and numbered anew', () => {
    const choices = [
      { part: 'policy', what: 'out' as const },
      { part: 'findings', what: 'up' as const },
      { part: 'policy', what: 'in' as const },
      { part: 'consultation', what: 'out' as const },
    ]
    const made = headings(composePaper(outlines.cabinet, sampleInput('cabinet'), choices))
    expect(made.slice(1, 4)).toEqual(['1. Budget and policy framework', '2. Findings', '3. Background'])
    expect(made.join()).not.toContain('Consultation')
    expect(made).toContain('9. Financial and legal implications')
  })

  it('stay the same parts whatever is chosen, and what stands fast stays', () => {
    const choice = fc.record({
      part: fc.constantFrom(...parts.map(p => p.key), 'nonsense'),
      what: fc.constantFrom('out' as const, 'in' as const, 'up' as const, 'down' as const),
    })
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 40 }), choices => {
        const order = orderOf(parts, choices)
        expect(new Set(order)).toEqual(new Set(parts))
        expect(order[0]?.key).toBe('people')
        expect(leftOut(parts, choices).has('people')).toBe(false)
      }),
    )
  })
})

describe('the author’s words', () => {
  const bound: ReadonlyMap<string, Bound> = new Map([
    [
      'NI66',
      {
        name: 'Reviews',
        unit: 'percent',
        figure: { value: 71.23, on: day('2026-10-31'), numerator: 52, denominator: 73 },
        source: { indicator: 'NI66', on: day('2026-10-31') },
      },
    ],
    ['A9', { name: 'Few', unit: 'percent', figure: 'held', source: { action: '9', on: day('2026-10-31') } }],
  ])
  const written = (text: string) => {
    const paper = paperOf('cabinet', { written: new Map([['policy', text]]), bound })
    return sentencesOf(paper)
  }

  it('have their figures filled in, dated, with their source, in the middle of the sentence', () => {
    const said = written('In all {ni66 } of reviews; {A9}; and {XX}.')
    const at = said.findIndex(s => s.text === 'In all ')
    expect(said.slice(at, at + 7).map(s => s.text)).toEqual([
      'In all ',
      '71.2% (52 of 73) on 31 October 2026',
      ' of reviews; ',
      'a figure held back, as it speaks of few children',
      '; and ',
      '[To be written: no figure is called XX: choose one from the list]',
      '.',
    ])
    expect(said[at + 1]).toMatchObject({ tight: true, sources: [{ indicator: 'NI66', on: '2026-10-31' }] })
    expect(said[at + 5]?.toWrite).toBe(true)
  })

  it('are paragraphs and real lists, and lead where their author says', () => {
    const paper = paperOf('cabinet', {
      written: new Map([
        ['policy', 'First.\n\n- one\n- two\nSee [the plan](https://eastmere.example/plan).'],
      ]),
    })
    const blocks = all(paper)
    const at = blocks.findIndex(b => b.kind === 'heading' && b.text.startsWith('1.'))
    expect(blocks.slice(at + 1, at + 4).map(b => b.kind)).toEqual(['paragraph', 'list', 'paragraph'])
    expect(sentencesOf(paper).find(s => s.href)).toMatchObject({
      text: 'the plan',
      href: 'https://eastmere.example/plan',
    })
    expect(written('[bad](javascript:alert(1))').some(s => s.href)).toBe(false)
  })

  it('hold nothing that a document cannot, and lose nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const clean = cleanWords(text)
        expect(clean.isWellFormed()).toBe(true)
        expect(/[^\P{Cc}\t\n]|[\ufffe\uffff]/u.test(clean)).toBe(false)
        expect(cleanWords(clean)).toBe(clean)
        expect(Array.isArray(namedIn(text))).toBe(true)
      }),
    )
    expect(cleanWords('a\u0000b\u000bc\u001b[0m 😀 ‮שלום ]]> =1+1')).toBe('abc[0m 😀 ‮שלום ]]> =1+1')
  })
})
