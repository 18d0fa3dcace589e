import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReport } from '../read-report.ts'
import type { Report } from './report.ts'
import { read } from './test-reading.ts'

const lines = (...parts: readonly (string | readonly string[])[]) => parts.flat().join('\n\n')
const areas = (report: Report) =>
  report.areasForImprovement.map(a => `${a.section} ${a.band ?? 'none'}: ${a.text}`)

const PROTECTION = lines(
  'Inspection of local authority arrangements for the protection of children',
  'Fenwick Metropolitan Borough Council',
  'Inspection dates: 8 – 17 October 2012',
  'Lead inspector: Invented for this test',
  'Contents',
  'Areas for improvement\t4',
  'About this inspection',
  '1. Two people read files for a week.',
  'Overall effectiveness',
  '2. The arrangements are judged to be adequate, and they were worse a year before.',
  'Areas for improvement',
  '3. In order to improve the help and protection given to children in Fenwick, the council and its partners should take the following action.',
  'Immediately:',
  '● see each child within a day',
  '● NHS Wold and Fenwick Council to agree:',
  '– who rings whom',
  '– who writes it down;',
  'Within 3 months',
  '● read every file that was closed in a hurry, and open again those that should not have been closed in the',
  'Spring',
  '● say so in writing.',
  'Within twelve months:',
  '● begin again',
  'The quality of practice',
  '4. It is uneven.',
  'Record of main findings',
  'Local authority arrangements for the protection of children',
  'Overall effectiveness\tAdequate',
  'The effectiveness of the help and protection provided to children, young people, families and carers\tAdequate',
  'The quality of practice\tInadequate',
  'Leadership and governance\tGood',
)

describe('a report on the protection of children, 2012–13', () => {
  const report = read(PROTECTION)

  it('gives the grade of the whole and every judgement', () => {
    expect(report).toMatchObject({ framework: 'protection-2012', authority: 'Fenwick', overall: 'Adequate' })
    expect(report.judgements.map(j => j.grade)).toEqual(['Adequate', 'Adequate', 'Inadequate', 'Good'])
  })

  it('keeps a list within an area, joins what strayed, and asks about a time it has no band for', () => {
    expect(areas(report)).toEqual([
      'safeguarding immediately: see each child within a day',
      'safeguarding immediately: NHS Wold and Fenwick Council to agree:\n– who rings whom\n– who writes it down',
      'safeguarding three-months: read every file that was closed in a hurry, and open again those that should not have been closed in the Spring',
      'safeguarding three-months: say so in writing',
      'safeguarding none: begin again',
    ])
    expect(report.unsure.join(' ')).toContain('Areas stand under "Within twelve months:"')
  })

  it('tells each paragraph with its number, heading and part, without the areas themselves', () => {
    expect(report.evidence.map(e => [e.number, e.section, e.heading])).toEqual([
      ['1', null, 'About this inspection'],
      ['2', 'safeguarding', 'Overall effectiveness'],
      ['3', 'safeguarding', 'Areas for improvement'],
      ['4', 'safeguarding', 'The quality of practice'],
    ])
  })
})

const SINGLE = lines(
  'Fenwick County Council',
  'Re-inspection of services for children in need of help and protection, children looked after and care leavers',
  'and',
  'Review of the effectiveness of the Local Safeguarding Children Board',
  'Inspection date: 14 September 2015 – 8 October 2015',
  'Report published: 27 November 2015',
  'Children’s services in Fenwick require improvement to be good',
  '1. Children who need help and protection\tRequires improvement',
  '2. Children looked after and achieving permanence\tGood',
  '2.1 Adoption performance\tOutstanding',
  '2.2 Experiences and progress of care leavers\tRequires improvement to be good',
  '3. Leadership, management and governance\tInadequate',
  'Executive summary',
  'What was found is told here at some length, so that whoever reads no further has read the whole of it.',
  'Recommendations',
  '1. See each child in time (paragraph 9).',
  '2. Put right what was asked for before:',
  '▪ visits',
  '▪ plans (paragraphs 10, 11).',
  'Leadership, management and governance',
  '3. Ask for the figures each month, and read them.',
  'Summary for children and young people',
  '● People who work for children in Fenwick stay for longer than they did, and children told us that this helps.',
  'The experiences and progress of children who need help and protection\tRequires improvement',
  'Inspection findings',
  '4. Children wait.',
  'Leadership, management and governance\tInadequate',
  '5. Nobody reads the figures.',
  'The Local Safeguarding Children Board (LSCB)',
  'The Local Safeguarding Children Board is good',
  'Recommendations',
  '6. Meet where children can come (paragraph 12).',
  'Inspection findings – the Local Safeguarding Children Board',
  '7. The board is known.',
)

describe('a single inspection, 2013–17', () => {
  const report = read(SINGLE)

  it('gives the grades of the whole, of each part and of the board', () => {
    expect([report.authority, report.overall, report.lscb]).toEqual([
      'Fenwick',
      'Requires improvement',
      'Good',
    ])
    expect(report.judgements.map(j => j.grade?.[0]).join('')).toBe('RRGORIG')
    expect(report.unsure).toEqual([])
  })

  it('gives the recommendations under their sub-headings, with their numbers, the board’s apart', () => {
    expect(report.recommendations.map(r => `${r.section} ${r.mark} ${r.text}`)).toEqual([
      'overall 1 See each child in time (paragraph 9)',
      'overall 2 Put right what was asked for before:\n▪ visits\n▪ plans (paragraphs 10, 11)',
      'overall 3 Ask for the figures each month, and read them',
      'board 6 Meet where children can come (paragraph 12)',
    ])
  })

  it('places each paragraph in its part', () => {
    const numbered = report.evidence.filter(e => e.number !== null)
    expect(numbered.map(e => `${e.number} ${e.section}`)).toEqual([
      '4 safeguarding',
      '5 leadership',
      '7 board',
    ])
    expect(report.evidence.filter(e => e.number === null).map(e => e.section)).toEqual(['overall', 'overall'])
  })

  it('reads a re-inspection without a board', () => {
    const alone = SINGLE.slice(0, SINGLE.indexOf('The Local Safeguarding Children Board (LSCB)')).replace(
      'and\n\nReview of the effectiveness of the Local Safeguarding Children Board\n\n',
      '',
    )
    const reading = read(alone)
    expect([reading.lscb, reading.unsure]).toEqual([null, []])
  })

  it('reads a title page whose grades stand on lines of their own', () => {
    const broken = SINGLE.replace(/(\d\.? [^\t\n]+)\t(Requires) (improvement)\n/g, '$1\n$2\n$3\n').replaceAll(
      '\t',
      '\n',
    )
    expect(read(broken).judgements).toEqual(report.judgements)
  })
})

describe.each([
  ['protection', PROTECTION],
  ['single', SINGLE],
])('the same reading of the %s report', (_, text) => {
  const report = read(text)
  const bare = ({ areasForImprovement, judgements }: Report) => ({
    judgements,
    areas: areasForImprovement.map(a => a.text),
  })

  it('however its lines are wrapped', () => {
    const wrap = (line: string, width: number) =>
      line.includes('\t') ? line : line.replace(new RegExp(`(.{${width},}?) (?!\\d|–)`, 'g'), '$1\n')
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 150 }), width => {
        expect(
          bare(
            read(
              text
                .split('\n')
                .map(l => wrap(l, width))
                .join('\n'),
            ),
          ),
        ).toEqual(bare(report))
      }),
      { numRuns: 40 },
    )
  })

  it('whatever bullets are drawn', () => {
    fc.assert(
      fc.property(fc.constantFrom('•', '■', '◼', '\uf0b7', '➢', '\uf0fc', '*'), sign => {
        expect(bare(read(text.replaceAll('●', sign)))).toEqual(bare(report))
      }),
    )
  })

  it('whatever runs at the head of its pages', () => {
    const parts = text.split('\n\n')
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 8, max: 24 }), { minLength: 4, maxLength: 8 }), breaks => {
        const paged = parts.flatMap((p, i) =>
          breaks.includes(i)
            ? [`Fenwick: a report on services for children ${i}`, `Page ${i} of 30`, p]
            : [p],
        )
        expect(bare(read(paged.join('\n\n')))).toEqual(bare(report))
      }),
      { numRuns: 40 },
    )
  })
})

describe('other papers of inspectors', () => {
  it.each([
    [
      'School report\n\nFenwick Primary School\n\nInspection dates: 1 May 2015',
      'a school, college or nursery',
    ],
    ['Inspection report for children’s home\n\nUnique reference number SC1', 'a children’s home'],
    ['Fenwick Fostering\n\nIndependent fostering agency inspection', 'a fostering or adoption agency'],
  ])('%s', (text, kind) => {
    const result = readReport(text)
    expect(result.ok ? '' : result.error).toContain(`This looks like a report on ${kind}`)
  })

  it('a paper that speaks of an inspection is none', () => {
    const result = readReport(
      'Report to Cabinet\n\nThe inspection of looked after children services took place in May.',
    )
    expect(result.ok ? '' : result.error).toContain('it speaks of one')
  })
})
