import { describe, expect, it } from 'vitest'
import { anAction, anInspection } from '../../../test/support/plan.ts'
import { day } from '../kernel/day.ts'
import { type CabinetInput, cabinetPaper } from './cabinet-paper.ts'
import type { Finding } from './fold-findings.ts'
import { type HighlightInput, highlightReport } from './highlight-report.ts'
import type { IndicatorMeasure } from './measure.ts'
import { type Paper, type PaperBlock, sentencesOf, stillToWrite } from './paper.ts'
import type { Action, Mark } from './plan.ts'
import type { PlanLine } from './plan-lines.ts'

const finding = (id: string, text: string, more: Partial<Finding> = {}): Finding => ({
  id,
  section: 'looked-after',
  band: 'three-months',
  due: day('2026-09-12'),
  text,
  agencies: ['Eastmere Council'],
  confirmed: { by: 'Ada Finch', on: day('2026-06-13') },
  ...more,
})
const inspection = anInspection({
  judgements: [
    { section: 'safeguarding', area: 'Overall effectiveness', grade: 'Adequate' },
    { section: 'looked-after', area: 'Being healthy', grade: null },
  ],
  findings: [finding('1', 'hold reviews on time'), finding('2', 'see the dentist', { band: 'six-months' })],
})
const mark = (brag: Mark['brag'], on: string): Mark => ({ brag, on: day(on), by: 'Bo Marsh' })
const measure: IndicatorMeasure = {
  id: 'm1',
  kind: 'indicator',
  indicator: 'NI 66',
  team: 'North',
  baseline: { value: 62.5, on: day('2026-05-31') },
  target: { value: 90, by: day('2026-12-31') },
  good: 'high',
}
const reviews = anAction({
  partners: ['School nursing'],
  revisions: [
    { due: day('2026-10-01'), why: 'Two posts empty.', agreedBy: 'the board', on: day('2026-08-01') },
  ],
  milestones: [
    { id: 'm1', what: 'List agreed', by: day('2026-07-01'), met: day('2026-09-02') },
    { id: 'm2', what: 'List checked', by: day('2026-11-20') },
  ],
  measures: [measure],
  deliveries: [mark('amber', '2026-08-01'), mark('blue', '2026-09-05')],
  impacts: [mark('green', '2026-09-05')],
  progress: [{ on: day('2026-09-01'), author: 'Bo Marsh', text: 'The list is in use.' }],
  claimedComplete: day('2026-09-05'),
})
const { claimedComplete: _c, ...open } = reviews
const dentist: Action = {
  ...open,
  measures: [],
  id: 'a2',
  what: 'Agree places',
  deliveries: [mark('red', '2026-08-01')],
  milestones: [],
}
const line: PlanLine = {
  ref: '1',
  action: reviews,
  measures: [
    {
      measure,
      name: 'reviews on time',
      current: { value: 71.23, on: day('2026-10-31'), numerator: 52, denominator: 73 },
      before: { value: 68.2, on: day('2026-08-31') },
      history: [
        { month: day('2026-08-31'), value: 68.2 },
        { month: day('2026-09-30'), value: null },
        { month: day('2026-10-31'), value: 71.23 },
      ],
    },
  ],
}
const cabinet: CabinetInput = {
  body: 'Cabinet',
  meeting: day('2026-11-17'),
  asAt: day('2026-10-31'),
  council: 'Eastmere Council',
  inspection,
  lines: [line, { ref: '2', action: dentist, measures: [] }],
  risks: [{ risk: 'Dentists', description: 'Too few', action: 'Ask the neighbours' }],
}
const board: HighlightInput = {
  body: 'Improvement board',
  meeting: day('2026-11-05'),
  asAt: day('2026-10-31'),
  since: day('2026-08-31'),
  until: day('2026-11-30'),
  council: 'Eastmere Council',
  lines: cabinet.lines,
  decisions: ['Fund a third reviewing officer'],
}

const words = (paper: Paper) => sentencesOf(paper).map(s => s.text)
const headings = (paper: Paper) =>
  paper.parts.flatMap(p => p.blocks).flatMap(b => (b.kind === 'heading' && b.level === 1 ? [b.text] : []))
const blocksAfter = (paper: Paper, heading: string): string[] => {
  const blocks: readonly PaperBlock[] = paper.parts.flatMap(p => p.blocks)
  const at = blocks.findIndex(b => b.kind === 'heading' && b.text === heading)
  const next = blocks[at + 1]
  if (next?.kind === 'list') return next.items.flat().map(s => s.text)
  return next?.kind === 'paragraph' ? next.sentences.map(s => s.text) : []
}

describe('the paper for Cabinet', () => {
  const paper = cabinetPaper(cabinet)

  it('has the shape such papers have', () => {
    expect(headings(paper)).toEqual([
      'Summary',
      '1. Budget and policy framework',
      '2. Background',
      '3. Findings',
      '4. Next steps',
      '5. Risk management',
      '6. Consultation',
      '7. Financial and legal implications',
      '8. Recommendation',
      '9. Suggested reasons for decision',
      'Lead officer contact',
      'Appendices',
      'Background papers',
      'Appendix 1: the action plan',
      'Appendix 2: charts',
    ])
    expect(paper.parts.map(p => p.orientation)).toEqual(['portrait', 'landscape'])
  })

  it('states the figure with its count, its baseline and its target', () => {
    const said = sentencesOf(paper).find(s => s.text.startsWith('NI 66'))
    expect(said?.text).toBe(
      'NI 66, reviews on time (team: North): 71.2% (52 of 73) on 31 October 2026. It was 62.5% on 31 May 2026; the target is 90% by 31 December 2026. Better than at the start.',
    )
    expect(said?.sources).toEqual([
      { indicator: 'NI 66', on: '2026-10-31', team: 'North' },
      { indicator: 'NI 66', on: '2026-05-31', team: 'North' },
    ])
  })

  it('gives every sentence with a share its source, in both papers', () => {
    for (const one of [paper, highlightReport(board)]) {
      const bare = sentencesOf(one).filter(s => /\d%/.test(s.text) && s.sources.length === 0)
      expect(bare.map(s => s.text).filter(t => t !== '90% by 31 Dec 2026')).toEqual([])
    }
  })

  it('says where a claim is contradicted, what slipped and who agreed it', () => {
    const all = words(paper).join('\n')
    expect(all).toContain(
      'Action 1, “Book reviews a month ahead”: marked complete on 5 September 2026, but the figure is 71.2% against a target of 90%.',
    )
    expect(all).toContain(
      'Action 1 was moved to 1 October 2026, agreed by the board on 1 August 2026: Two posts empty.',
    )
    expect(all).toContain('Action 2, “Agree places”, was due on 1 October 2026 and is not marked complete.')
    expect(all).not.toContain('Action 1, “Book reviews a month ahead”, was due')
  })

  it('prints a grade that could not be read as such', () => {
    expect(words(paper)).toContain('Not clear in the report')
  })

  it('marks each place a person must write, and fills it when they have', () => {
    expect(stillToWrite(paper)).toHaveLength(11)
    const written = {
      policy: 'The council plan.',
      consultation: 'Young people were asked.',
      finance: 'No new money.',
      legal: 'None.',
      recommendation: 'Cabinet is asked to note this.',
      reasons: 'So that it knows.',
    }
    const names = {
      portfolioHolder: 'Cllr Roe',
      reportFrom: 'Di Vale',
      author: 'Ada Finch',
      contact: 'Ada Finch',
    }
    expect(stillToWrite(cabinetPaper({ ...cabinet, ...names, written }))).toEqual([
      '[To be written: the measure of success of action 2]',
    ])
  })

  it('states nothing the input does not hold', () => {
    const empty = {
      ...inspection,
      inspectedFrom: null,
      inspectedTo: null,
      published: null,
      judgements: [],
      findings: [],
    }
    const bare = cabinetPaper({ ...cabinet, inspection: empty, lines: [], risks: [] })
    const said = words(bare).join(' ')
    expect(said).not.toMatch(/%|complete|target|\bon track/i)
    const days = said.match(/\d{1,2} [A-Z][a-z]+ \d{4}/g)
    expect(new Set(days)).toEqual(new Set(['31 October 2026']))
    expect(stillToWrite(bare).length).toBeGreaterThan(10)
  })

  it('draws each measure with what it shows in words', () => {
    const picture = paper.parts[1]?.blocks.find(b => b.kind === 'figure')
    expect(picture).toMatchObject({
      id: 'figure-m1',
      alt: 'Line chart of NI 66, reviews on time (team: North), 2 months. It went from 68.2% in August 2026 to 71.2% in October 2026. The target is 90%.',
      chart: { series: [{ values: [68.2, null, 71.23] }], target: { value: 90 } },
    })
  })
})

describe('the highlight report', () => {
  const paper = highlightReport(board)

  it('counts marks now and then, and says which moved', () => {
    expect(blocksAfter(paper, 'Headlines')).toEqual([
      'On 31 October 2026: 1 complete and embedded (blue), 1 off track (red).',
      'On 31 August 2026: 1 at risk (amber), 1 off track (red).',
      'Action 1, “Book reviews a month ahead”: from at risk (amber) to complete and embedded (blue).',
    ])
  })

  it('does not count a contradicted claim as an achievement', () => {
    expect(blocksAfter(paper, 'Achievements')).toEqual(['Action 1: List agreed'])
    expect(blocksAfter(paper, 'Claims the figures contradict')).toEqual([
      expect.stringContaining('but the figure is 71.2% against a target of 90%'),
    ])
    const met = {
      ...line,
      measures: line.measures.map(m => ({ ...m, current: { value: 93, on: day('2026-10-31') } })),
    }
    const better = highlightReport({ ...board, lines: [met] })
    expect(blocksAfter(better, 'Achievements')).toHaveLength(3)
    expect(blocksAfter(better, 'Claims the figures contradict')[0]).toContain('No action')
  })

  it('shows baseline, target, current, trend and impact', () => {
    const table = paper.parts[0]?.blocks.find(b => b.kind === 'table')
    expect(table?.rows.map(row => row.map(c => c.map(s => s.text).join(' ')))).toEqual([
      [
        '1. NI 66, reviews on time (team: North)',
        '62.5%, 31 May 2026',
        '90% by 31 Dec 2026',
        '71.2%, 31 Oct 2026',
        'Better: up 3 points since 31 Aug 2026',
        'Better than at the start',
      ],
    ])
  })

  it('asks for decisions and looks ahead', () => {
    expect(blocksAfter(paper, 'Decisions asked for')).toEqual(['Fund a third reviewing officer'])
    expect(blocksAfter(paper, 'Next period, to 30 November 2026')).toEqual([
      'Action 1: List checked, by 20 November 2026.',
    ])
    const { decisions: _, ...without } = board
    expect(stillToWrite(highlightReport(without))).toContain(
      '[To be written: the decisions the board is asked for, or none]',
    )
  })
})
