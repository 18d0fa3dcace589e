import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { findIndicator } from '../../indicators/indicators.ts'
import { sentencesOf, stillToWrite } from '../paper.ts'
import { boardSets } from './board-set.ts'
import { composePaper, placesLeft } from './compose.ts'
import { outlines } from './outlines.ts'
import { reviewsLine, sampleInput, sampleInspection } from './sample-paper.ts'
import { shortly } from './sheet.ts'
import { all, kinds, paperOf, under, words } from './test-papers.ts'

describe.each(kinds)('%s', kind => {
  const paper = paperOf(kind)

  it('gives every sentence that states a share its source, and every source means something', () => {
    // What is aimed at is no figure of the record, and is stated as such.
    const aims = /^[\d.]+% by |^[\d.]+%$/
    const bare = sentencesOf(paper).filter(
      s => /\d%/.test(s.text) && s.sources.length === 0 && !aims.test(s.text),
    )
    expect(bare.map(s => s.text)).toEqual([])
    const figures = all(paper).flatMap(b => (b.kind === 'figure' ? [b] : []))
    const sources = [...sentencesOf(paper), ...figures].flatMap(s => s.sources)
    expect(sources.length).toBeGreaterThan(0)
    for (const source of sources)
      if ('indicator' in source) expect(findIndicator(source.indicator)?.code).toBe(source.indicator)
  })

  it('skips no level of heading, and says each picture in words', () => {
    let level = 0
    for (const b of all(paper)) {
      if (b.kind === 'heading') {
        expect(b.level - level).toBeLessThanOrEqual(1)
        level = b.level
      }
      if (b.kind === 'figure') expect(b.alt).toMatch(/went from .* to /)
    }
    const ids = all(paper).flatMap(b => (b.kind === 'figure' ? [b.id] : []))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('says of a claim that its figure contradicts it, and names no worker who only wrote a note', () => {
    const said = words(paper).join('\n')
    expect(said).toMatch(
      /marked complete on 5 September 2026, but the figure is 71\.2%|Contradicts the claim/,
    )
    expect(said).not.toContain('Cass Reed')
  })

  it('states no figure that is held back', () => {
    const [m] = reviewsLine.measures
    if (!m) throw new Error('The sample has a measure.')
    const { current: _, before: __, ...rest } = m
    const held = { ...reviewsLine, measures: [{ ...rest, history: [], heldBack: true as const }] }
    const said = words(paperOf(kind, { lines: [held] })).join('\n')
    expect(said).not.toContain('71.2')
    expect(said).not.toContain('62.5')
    expect(said).toMatch(/[Hh]eld back/)
  })

  it('can be written with an empty plan, and claims nothing', () => {
    const bare = paperOf(kind, { lines: [], risks: [], set: [], sources: [] })
    expect(words(bare).join(' ')).not.toMatch(/\d%|on track/i)
  })

  it('keeps every place for words apart, and has each said to be missing until it is written', () => {
    const asks = outlines[kind].parts.flatMap(p => p.asks ?? [])
    expect(new Set(asks.map(a => a.key)).size).toBe(asks.length)
    const input = sampleInput(kind)
    for (const { ask } of placesLeft(outlines[kind], input))
      expect(stillToWrite(paper)).toContain(`[To be written: ${ask.what}]`)
    const written = new Map(asks.map(a => [a.key, `Words of ${a.key}.`]))
    expect(placesLeft(outlines[kind], { ...input, written })).toEqual([])
    const said = words(composePaper(outlines[kind], { ...input, written })).join('\n')
    for (const a of asks) expect(said).toContain(`Words of ${a.key}.`)
  })
})

describe('the letter', () => {
  it('is addressed and dated, and answers each recommendation in its own words', () => {
    const written = new Map([['to', 'The Minister\nSanctuary House']])
    const paper = paperOf('letter', { written, names: { address: '1 Mere Street, Eastmere' } })
    expect(paper.opening?.map(b => (b.kind === 'lines' ? b.lines.map(l => l.text) : []))).toEqual([
      ['Eastmere Council', '1 Mere Street', 'Eastmere'],
      ['17 November 2026'],
      ['The Minister', 'Sanctuary House'],
      ['[To be written: who is greeted]'],
    ])
    const table = all(paper).find(b => b.kind === 'table' && b.head[0] === 'Recommendation')
    const rows = table?.kind === 'table' ? table.rows.map(r => r[0]?.map(s => s.text).join('')) : []
    expect(rows).toEqual(sampleInspection.findings.map(f => f.text))
  })
})

describe('the plan on a page', () => {
  it('is one table on its side, a row an action, with a small picture and no words cut unsaid', () => {
    const paper = paperOf('plan-on-a-page')
    expect(paper.sheet).toBe(true)
    expect(paper.parts.map(p => p.orientation)).toEqual(['landscape'])
    const table = all(paper).find(b => b.kind === 'table')
    expect(table?.kind === 'table' ? table.rows.length : 0).toBe(2)
    expect(table?.kind === 'table' ? table.sparks?.of.map(p => p !== null) : []).toEqual([true, false])
  })

  test('what is cut ends at a word and says so', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300, unit: 'grapheme' }),
        fc.integer({ min: 20, max: 120 }),
        (text, most) => {
          const short = shortly(text, most)
          const whole = text.replace(/\s+/g, ' ').trim()
          if (whole.length <= most) expect(short).toBe(whole)
          else expect(short.endsWith(' …')).toBe(true)
          expect(short.isWellFormed()).toBe(true)
        },
      ),
    )
  })
})

describe('the sets of the boards', () => {
  test.each(Object.entries(boardSets))('%s names indicators that there are, each once', (_, codes) => {
    expect(codes.map(c => findIndicator(c)?.code)).toEqual(codes)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('says what is worse and what misses its target', () => {
    const paper = paperOf('safeguarding')
    expect(under(paper, '1. The figures').join('\n')).toMatch(
      /against a target of 90%, and worse than before/,
    )
  })
})
