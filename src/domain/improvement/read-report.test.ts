// biome-ignore lint/style/noRestrictedImports: a test reads the report it is about; the reader itself does not
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReport } from './read-report.ts'
import type { Report } from './reading/report.ts'
import { read } from './reading/test-reading.ts'

const root = new URL('../../../', import.meta.url)
const EASTMERE = readFileSync(new URL('seed/eastmere-report.txt', root), 'utf8')

function fault(text: string): string {
  const result = readReport(text)
  return result.ok ? 'it was read' : result.error
}

const count = (report: Report, section: string, band: string) =>
  report.areasForImprovement.filter(a => a.section === section && a.band === band).length

describe('the invented report of Eastmere', () => {
  const report = read(EASTMERE)

  it('gives the title page', () => {
    expect(report).toMatchObject({
      framework: 'slac-2009',
      authority: 'Eastmere',
      inspectedFrom: '2026-05-11',
      inspectedTo: '2026-05-22',
      published: '2026-06-12',
    })
  })

  it('gives every judgement in its section', () => {
    expect(report.judgements.map(j => `${j.section}: ${j.area}: ${j.grade}`)).toEqual([
      'safeguarding: Overall effectiveness: Adequate',
      'safeguarding: Capacity for improvement: Adequate',
      'safeguarding: Children and young people are safe and feel safe: Adequate',
      'safeguarding: Quality of provision: Adequate',
      'safeguarding: The contribution of health agencies to keeping children and young people safe: Adequate',
      'safeguarding: Ambition and prioritisation: Good',
      'safeguarding: Leadership and management: Adequate',
      'safeguarding: Performance management and quality assurance: Adequate',
      'safeguarding: Partnership working: Good',
      'safeguarding: Equality and diversity: Good',
      'looked-after: Overall effectiveness: Adequate',
      'looked-after: Capacity for improvement: Adequate',
      'looked-after: Being healthy: Inadequate',
      'looked-after: Staying safe: Adequate',
      'looked-after: Enjoying and achieving: Good',
      'looked-after: Making a positive contribution, including user engagement: Good',
      'looked-after: Economic well-being: Adequate',
      'looked-after: Quality of provision: Adequate',
      'looked-after: Ambition and prioritisation: Good',
      'looked-after: Leadership and management: Adequate',
      'looked-after: Performance management and quality assurance: Inadequate',
      'looked-after: Equality and diversity: Adequate',
    ])
  })

  it('gives every area for improvement with its band and day', () => {
    const bands = ['immediately', 'three-months', 'six-months']
    expect(bands.map(b => count(report, 'safeguarding', b))).toEqual([2, 3, 1])
    expect(bands.map(b => count(report, 'looked-after', b))).toEqual([1, 4, 1])
    const days = new Set(report.areasForImprovement.map(a => `${a.band} ${a.due}`))
    expect([...days]).toEqual(['immediately 2026-06-12', 'three-months 2026-09-12', 'six-months 2026-12-12'])
  })

  it('joins what a page break and a line break had split, and mends the broken word', () => {
    const texts = report.areasForImprovement.map(a => a.text)
    expect(texts[2]).toMatch(/what will happen if nothing changes$/)
    expect(texts[4]).toContain('within one working day whenever')
    expect(texts.filter(t => /[.;]$/.test(t))).toEqual([])
  })

  it('names who must act, the council where nobody is named', () => {
    expect(report.areasForImprovement[4]?.agencies).toEqual(['Eastmere and Holt NHS Trust'])
    const others = report.areasForImprovement.filter((_, i) => i !== 4).flatMap(a => a.agencies)
    expect(new Set(others)).toEqual(new Set(['Eastmere Council']))
  })

  it('says that this framework had ended', () => {
    expect(report.unsure).toEqual([expect.stringContaining('2009 to 2012')])
  })

  it('reads the same however its lines are wrapped', () => {
    const wrap = (line: string, width: number) =>
      line.includes('\t') ? line : line.replace(new RegExp(`(.{${width},}?) `, 'g'), '$1\n')
    fc.assert(
      fc.property(fc.integer({ min: 45, max: 140 }), fc.constantFrom('\n', '\r\n'), (width, end) => {
        const wrapped = EASTMERE.split('\n').map(line => wrap(line, width))
        expect(read(`\ufeff${wrapped.join('\n').replaceAll('\n', end)}`)).toEqual(report)
      }),
      { numRuns: 40 },
    )
  })

  it('drops running heads and page numbers, wherever a page ends', () => {
    const lines = EASTMERE.split('\n')
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 30, max: 190 }), { minLength: 5, maxLength: 12 }),
        breaks => {
          const paged = lines.flatMap((line, i) => {
            const between = line === '' && breaks.includes(i)
            return between
              ? ['', 'Eastmere: safeguarding and looked after children 7', '', String(i), '']
              : [line]
          })
          const heads = paged.filter(l => l.startsWith('Eastmere: ')).length
          fc.pre(heads >= 4)
          expect(read(paged.join('\n'))).toEqual(report)
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('what a report gets wrong', () => {
  it('places rows by their order when a heading over them is printed wrongly, and says so', () => {
    const record = EASTMERE.lastIndexOf('Safeguarding services\t')
    const wrong = `${EASTMERE.slice(0, record)}Services for looked after children${EASTMERE.slice(record + 21)}`
    const report = read(wrong)
    expect(report.judgements).toEqual(read(EASTMERE).judgements)
    expect(report.unsure.join(' ')).toContain('placed by their order')
  })

  it('leaves a grade open where the record and the report disagree', () => {
    const report = read(EASTMERE.replace('Staying safe\tAdequate', 'Staying safe\tGood'))
    expect(report.judgements.find(j => j.area === 'Staying safe')?.grade).toBeNull()
    expect(report.unsure.join(' ')).toContain(
      '"Staying safe" is Good in the record of main findings but Adequate',
    )
  })

  it('sets no day where none of publication is printed', () => {
    const report = read(EASTMERE.replace('Published: 12 June 2026', ''))
    expect(report.published).toBeNull()
    expect(new Set(report.areasForImprovement.map(a => a.due))).toEqual(new Set([null]))
    expect(report.unsure.join(' ')).toContain('day of publication')
  })

  it('tells of a list that is missing', () => {
    const cut = EASTMERE.indexOf('19. For children it looks after')
    const rest = EASTMERE.indexOf('How good are outcomes', cut)
    const report = read(EASTMERE.slice(0, cut) + EASTMERE.slice(rest))
    expect(report.areasForImprovement).toHaveLength(6)
    expect(report.unsure.join(' ')).toContain('Only one list')
  })
})

describe('what is no report', () => {
  it.each([
    ['an empty file', '  \n\t ', 'no text in this file'],
    ['a picture', '\u0000\u0001PNG\ufffd\u0000\u0002'.repeat(50), 'not text'],
    ['a shopping list', 'Bread\nMilk\nA dozen eggs', 'not an inspection report'],
    [
      'a title alone',
      'Inspection of looked after children services\nEastmere\n',
      'no judgements and no areas',
    ],
  ])('refuses %s and says what to do', (_, text, words) => {
    expect(fault(text)).toContain(words)
    expect(fault(text)).toContain('Give the whole report as it was published')
  })
})

const MEDWAY = new URL('../shared/reports/medway-2011.txt', root)

describe.skipIf(!existsSync(MEDWAY))('the published report of 18 November 2011', () => {
  it('is read whole', () => {
    const report = read(readFileSync(MEDWAY, 'utf8'))
    const bands = ['immediately', 'three-months', 'six-months']
    expect(report).toMatchObject({
      authority: 'Medway',
      inspectedFrom: '2011-10-03',
      inspectedTo: '2011-10-14',
      published: '2011-11-18',
      unsure: [],
    })
    expect(report.judgements).toHaveLength(22)
    const good = report.judgements
      .filter(j => j.grade === 'Good')
      .map(j => `${j.section} ${j.area.slice(0, 8)}`)
    expect(good).toEqual([
      'safeguarding Ambition',
      'safeguarding Partners',
      'looked-after Enjoying',
      'looked-after Making a',
    ])
    expect(report.judgements.filter(j => j.grade === 'Adequate')).toHaveLength(18)
    expect(bands.map(b => count(report, 'safeguarding', b))).toEqual([2, 9, 1])
    expect(bands.map(b => count(report, 'looked-after', b))).toEqual([0, 5, 1])
    expect(new Set(report.areasForImprovement.map(a => a.due))).toEqual(
      new Set(['2011-11-18', '2012-02-18', '2012-05-18']),
    )
    expect(report.areasForImprovement.map(a => a.agencies.length)).toEqual([
      1, 2, 1, 1, 1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1, 1, 1,
    ])
    expect(report.areasForImprovement[10]?.agencies).toEqual(['NHS Kent and Medway', 'Medway Council'])
  })
})
