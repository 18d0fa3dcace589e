import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { findIndicator } from '../../indicators/indicators.ts'
import { day } from '../../kernel/day.ts'
import { type Paper, type PaperBlock, sentencesOf, stillToWrite } from '../paper.ts'
import { isPaperKind, paperKinds } from '../paper-kinds.ts'
import { cleanWords, namedIn } from './author.ts'
import { boardSets } from './board-set.ts'
import { composePaper, leftOut, orderOf, placesLeft } from './compose.ts'
import { outlines } from './outlines.ts'
import type { Bound, PaperInput } from './part.ts'
import {
  dentistLine,
  mark,
  reviews,
  reviewsLine,
  reviewsMeasure,
  sampleInput,
  sampleInspection,
} from './sample-paper.ts'
import { shortly } from './sheet.ts'

const kinds = Object.keys(paperKinds).filter(isPaperKind)
const paperOf = (kind: (typeof kinds)[number], more: Partial<PaperInput> = {}) =>
  composePaper(outlines[kind], sampleInput(kind, more))
const words = (paper: Paper) => sentencesOf(paper).map(s => s.text)
const all = (paper: Paper): readonly PaperBlock[] => paper.parts.flatMap(p => p.blocks)
const headings = (paper: Paper) =>
  all(paper).flatMap(b => (b.kind === 'heading' && b.level === 1 ? [b.text] : []))
const under = (paper: Paper, heading: string): string[] => {
  const blocks = all(paper)
  const at = blocks.findIndex(b => b.kind === 'heading' && b.text === heading)
  const end = blocks.findIndex((b, i) => i > at && b.kind === 'heading' && b.level === 1)
  return blocks
    .slice(at + 1, end < 0 ? undefined : end)
    .flatMap(b => (b.kind === 'list' ? b.items.flat() : b.kind === 'paragraph' ? b.sentences : []))
    .map(s => s.text)
}

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

describe('the paper for Cabinet', () => {
  const paper = paperOf('cabinet')

  it('has the shape such papers have', () => {
    expect(headings(paper)).toEqual([
      'Summary',
      '1. Budget and policy framework',
      '2. Background',
      '3. Findings',
      '4. Progress',
      '5. Next steps',
      '6. What has slipped',
      '7. Where the figures say otherwise',
      '8. Risk management',
      '9. Consultation',
      '10. Financial and legal implications',
      '11. Recommendation',
      '12. Suggested reasons for decision',
      'Lead officer contact',
      'Appendices',
      'Background papers',
      'Appendix 1: the action plan',
      'Appendix 2: charts',
    ])
    expect(paper.parts.map(p => p.orientation)).toEqual(['portrait', 'landscape', 'portrait'])
  })

  it('states the figure with its count, its baseline and its target', () => {
    const said = sentencesOf(paper).find(s => s.text.startsWith('NI66'))
    expect(said?.text).toBe(
      'NI66, reviews on time (team: North): 71.2% (52 of 73) on 31 October 2026. It was 62.5% on 31 May 2026; the target is 90% by 31 December 2026. Better than at the start.',
    )
    expect(said?.sources).toEqual([
      { indicator: 'NI66', on: '2026-10-31', team: 'North' },
      { indicator: 'NI66', on: '2026-05-31', team: 'North' },
    ])
  })

  it('says what slipped and who agreed it', () => {
    expect(under(paper, '6. What has slipped')).toEqual([
      'Action 1 was moved to 1 October 2026, agreed by the board on 1 August 2026: Two posts empty.',
      'Action 2 was moved to 1 October 2026, agreed by the board on 1 August 2026: Two posts empty.',
      'Action 2, “Agree places”, was due on 1 October 2026 and is not marked complete.',
    ])
  })

  it('has the three columns of risk', () => {
    const table = all(paper).find(b => b.kind === 'table' && b.caption === 'Risks')
    expect(table).toMatchObject({ head: ['Risk', 'Description', 'Action to avoid or mitigate risk'] })
    expect(words(paper)).toContain('High: likely, impact 3 of 5. Owner: Di Vale, director.')
  })

  it('gives each area word for word, and a grade that could not be read as such', () => {
    expect(words(paper)).toContain('hold reviews on time')
    expect(words(paper)).toContain('Not clear in the report')
  })
})

describe('since last time', () => {
  it('counts marks now and then, and says which moved', () => {
    const said = under(paperOf('highlight', { since: day('2026-08-31') }), 'Headlines').join('\n')
    expect(said).toContain('Is it done? 1 complete and embedded (blue), 1 off track (red).')
    expect(said).toContain('On 31 August 2026: 1 at risk (amber), 1 off track (red).')
    expect(said).toContain(
      'Action 1, “Book reviews a month ahead”: from at risk (amber) to complete and embedded (blue).',
    )
  })

  it('does not count a contradicted claim as an achievement', () => {
    expect(under(paperOf('highlight'), 'Achievements')).toEqual(['Action 1: List agreed'])
    const [m] = reviewsLine.measures
    const met = {
      ...reviewsLine,
      measures: m ? [{ ...m, current: { value: 93, on: day('2026-10-31') } }] : [],
    }
    expect(under(paperOf('highlight', { lines: [met] }), 'Achievements')).toHaveLength(3)
  })

  it('names the paper before, and a figure it stated that is counted otherwise now', () => {
    const previous = {
      code: 'P1',
      meeting: day('2026-09-04'),
      asAt: day('2026-08-31'),
      figures: new Map([[`A1 ${reviewsMeasure.id}`, 66.7]]),
    }
    const said = under(paperOf('cabinet', { previous }), '4. Progress').join('\n')
    expect(said).toContain('Since the paper of 4 September 2026, whose figures were as at 31 August 2026:')
    expect(said).toContain(
      'the paper before gave 66.7% for 31 August 2026. With what was recorded since it is 68.2%.',
    )
    const same = { ...previous, figures: new Map([[`A1 ${reviewsMeasure.id}`, 68.21]]) }
    expect(under(paperOf('cabinet', { previous: same }), '4. Progress').join('\n')).not.toContain(
      'paper before gave',
    )
  })

  it('asks for the decisions that the plan puts', () => {
    const said = under(paperOf('highlight'), 'Decisions asked for').join('\n')
    expect(said).toContain('Action 1 is marked complete and what shows it says otherwise')
    expect(said).toContain('Action 2 is past its day, 1 October 2026')
  })

  it('says what stands in the way, what was shown, what waits to be closed and what nobody has answered', () => {
    const by = { by: 'someone', on: day('2026-09-10') }
    const action = {
      ...dentistLine.action,
      state: 'proposed' as const,
      barriers: [{ id: 'b', what: 'No room for a clinic.', ...by }],
      evidence: [
        {
          id: 'e',
          kind: 'audit' as const,
          quality: 'strong' as const,
          what: 'Ten files read.',
          why: '',
          documents: [],
          ...by,
        },
      ],
      challenges: [{ id: 'c', question: 'Who goes first?', askedBy: 'A member', answers: [], ...by }],
    }
    const lines = [{ ...dentistLine, action }]
    const highlight = paperOf('highlight', { lines })
    expect(under(highlight, 'What stands in the way')).toEqual([
      'Action 2, since 10 September 2026: No room for a clinic.',
    ])
    expect(under(highlight, 'Decisions asked for')).toContain(
      'Action 2 is put forward for closing: agree it, or say what is missing.',
    )
    expect(under(paperOf('cabinet', { lines }), '4. Progress')).toContain(
      'Action 2, evidence (audit, strong): Ten files read.',
    )
    expect(words(paperOf('scrutiny', { lines })).join()).toContain('not answered yet: Who goes first?')
  })

  it('looks ahead, and gives scrutiny its questions', () => {
    expect(under(paperOf('highlight'), 'Next period')).toContain(
      'Action 1: List checked, by 20 November 2026.',
    )
    const twice = {
      ...dentistLine,
      action: { ...dentistLine.action, revisions: [...reviews.revisions, ...reviews.revisions] },
    }
    const said = under(
      paperOf('scrutiny', { lines: [reviewsLine, twice] }),
      '10. What members may wish to ask',
    ).join('\n')
    expect(said).toContain('The day of action 2 was moved 2 times.')
    expect(said).toContain('Who can remove what stands in its way?')
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

test('marks are told as they stood on the day', () => {
  const later = {
    ...dentistLine,
    action: { ...dentistLine.action, deliveries: [mark('red', '2026-08-01'), mark('green', '2026-11-05')] },
  }
  expect(words(paperOf('highlight', { lines: [later] })).join(' ')).toContain(
    'Is it done? 1 off track (red).',
  )
})
