import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReport } from '../read-report.ts'
import type { Report } from './report.ts'

function read(text: string): Report {
  const result = readReport(text)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const LEADERS = 'The impact of leaders on social work practice with children and families'
const HELP = 'The experiences and progress of children who need help and protection'
const CARE = 'The experiences and progress of children in care'
const LEAVERS = 'The experiences and progress of care leavers'
const BOTH = 'The experiences and progress of children in care and care leavers'
const OVERALL = 'Overall effectiveness'
const RI = 'Requires improvement to be good'

const COVER = `Inspection of Fenwick local authority
children’s services

Inspection dates: 6 to 17 March 2023

Lead inspector: A. Nother, His Majesty’s Inspector`
const TABLE = `Judgement\tGrade\n\n${LEADERS}\tGood\n\n${HELP}\t${RI}\n\n${CARE}\tGood\n\n${LEAVERS}\tOutstanding\n\n${OVERALL}\tGood`
const STORY =
  'Leaders in Fenwick know their services well. Much has changed since the last inspection, and families who live on the marsh are now seen as soon as those who live in the town, though not all of their plans say what should happen next or by when it should be done.'
const IMPROVE = `What needs to improve?

◼ The timeliness of visits to children on the
marsh.

◼ The quality of:

− plans for unborn children

− letters before proceedings.

◼ How supervision is recorded; and

◼ The use of the Fenwick Bridge.`
const BODY = `The experiences and progress of children who need help and
protection: requires improvement to be good

1. Children are helped early. Workers know them well.

2. Some plans are too long. Families told inspectors that they want:

◼ plans of a page

◼ words they use.

${CARE}: good

3. Children in care live near their friends.

${LEAVERS}: outstanding

4. Care leavers are proud of where they live.

${LEADERS}:
good

5. Leaders listen.

The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects to achieve excellence.`

const report = (parts: Partial<Record<'cover' | 'table' | 'improve' | 'body', string>> = {}) =>
  [parts.cover ?? COVER, parts.table ?? TABLE, STORY, parts.improve ?? IMPROVE, parts.body ?? BODY]
    .filter(p => p !== '')
    .join('\n\n')

const grades = (text: string) => read(text).judgements.map(j => `${j.section} ${j.grade}`)
const FIVE = [
  'leadership Good',
  `safeguarding ${RI}`,
  'looked-after Good',
  'looked-after Outstanding',
  'overall Good',
]
const areas = (improve: string, body = BODY) =>
  read(report({ improve, body })).areasForImprovement.map(a => a.text)
const told = (text: string) => read(text).unsure.join(' ')

describe('a report from 2018 on', () => {
  const whole = read(report())

  it('gives its title page, kind, grades and areas', () => {
    expect(whole).toMatchObject({
      framework: 'ilacs-2018',
      kind: 'standard',
      authority: 'Fenwick',
      inspectedFrom: '2023-03-06',
      inspectedTo: '2023-03-17',
      published: null,
      overall: 'Good',
      lscb: null,
      unsure: ['The day of publication is not printed on the title page.'],
    })
    expect(grades(report())).toEqual(FIVE)
    expect(whole.recommendations.map(r => r.text)).toEqual([
      'The timeliness of visits to children on the marsh',
      'The quality of:\n− plans for unborn children\n− letters before proceedings',
      'How supervision is recorded',
      'The use of the Fenwick Bridge',
    ])
    expect(whole.areasForImprovement.map(a => [a.section, a.band, a.due])).toEqual(
      Array.from({ length: 4 }, () => ['overall', null, null]),
    )
  })

  it('gives what was found, each paragraph with its number and the part it stands in', () => {
    expect(whole.evidence.map(e => [e.number, e.section, e.heading])).toEqual([
      [null, 'overall', null],
      ['1', 'safeguarding', `${HELP}: requires improvement to be good`],
      ['2', 'safeguarding', `${HELP}: requires improvement to be good`],
      ['3', 'looked-after', `${CARE}: good`],
      ['4', 'looked-after', `${LEAVERS}: outstanding`],
      ['5', 'leadership', `${LEADERS}: good`],
    ])
    expect(whole.evidence[2]?.text).toMatch(/want:\n◼ plans of a page\n◼ words they use\.$/)
  })

  it('is short where it took a week', () => {
    expect(read(report({ cover: COVER.replace('6 to 17', '6 to 10') })).kind).toBe('short')
    expect(read(report({ cover: `${COVER}\n\nThis was a short inspection.` })).kind).toBe('short')
  })
})

describe('the table of judgements', () => {
  it.each([
    [
      'overall first',
      TABLE.replace(`\n\n${OVERALL}\tGood`, '').replace('Grade', `Grade\n\n${OVERALL}\tGood`),
      ['overall Good', ...FIVE.slice(0, 4)],
    ],
    ['cells apart by wide spaces', TABLE.replaceAll('\t', '      '), FIVE],
    ['a grade on the line after', TABLE.replaceAll('\t', '\n\n'), FIVE],
    ['no lines between rows', TABLE.replaceAll('\n\n', '\n').replaceAll('\t', ' '), FIVE],
    [
      'a label over two lines, its grade on the first',
      TABLE.replace(`need help and protection\t${RI}`, `need\t${RI}\nhelp and protection`),
      FIVE,
    ],
    [
      'label and grade both over two lines',
      TABLE.replace(
        `need help and protection\t${RI}`,
        'need\tRequires improvement\n\nhelp and protection\tto be good',
      ),
      FIVE,
    ],
    [
      'a grade taller than its row',
      TABLE.replace(`${OVERALL}\tGood`, `Requires improvement to be\n\n${OVERALL}\n\ngood`),
      [...FIVE.slice(0, 4), `overall ${RI}`],
    ],
    ['the shorter name of a grade, and capitals', TABLE.replace(RI, 'REQUIRES IMPROVEMENT'), FIVE],
  ])('%s', (_, table, expected) => expect(grades(report({ table }))).toEqual(expected))

  it('has no overall grade from April 2026, and misses none', () => {
    const cover = COVER.replace('6 to 17 March 2023', '27 April to 8 May 2026')
    const later = read(report({ cover, table: TABLE.replace(`\n\n${OVERALL}\tGood`, '') }))
    expect([later.overall, later.judgements.length]).toEqual([null, 4])
    expect(later.unsure).toEqual(['The day of publication is not printed on the title page.'])
  })

  it('has children in care and care leavers as one until 2022', () => {
    const table = TABLE.replace(`${CARE}\tGood\n\n${LEAVERS}\tOutstanding`, `${BOTH}\tGood`)
    const body = BODY.replace(`${CARE}: good`, `${BOTH}: good`).replace(
      `${LEAVERS}: outstanding`,
      'Staying put',
    )
    const earlier = read(report({ table, body, cover: COVER.replace('2023', '2022') }))
    expect(earlier.judgements.map(j => j.area)).toEqual([LEADERS, HELP, BOTH, OVERALL])
    expect(earlier.unsure).toHaveLength(1)
  })

  it('leaves a grade open where the table and a heading differ, and says so', () => {
    const differing = report({ body: BODY.replace(`${CARE}: good`, `${CARE}: inadequate`) })
    expect(read(differing).judgements.map(j => j.grade)).toEqual(['Good', RI, null, 'Outstanding', 'Good'])
    expect(told(differing)).toContain('more than one grade: Good, Inadequate')
  })

  it('is made up for by the headings where it is missing, and what they lack is told', () => {
    const without = report({ table: '' })
    expect(read(without).judgements.map(j => j.grade)).toEqual([RI, 'Good', 'Outstanding', 'Good'])
    expect(read(without).overall).toBeNull()
    expect(told(without)).toContain('no table of judgements')
    expect(told(without)).toContain('No grade was found for "Overall effectiveness"')
  })

  it('is not read out of a sentence', () => {
    const body = `${BODY.replace('Leaders listen.', 'Leaders listen. Overall effectiveness good inadequate.')}`
    expect(grades(report({ body }))).toEqual(FIVE)
  })
})

describe('what needs to improve', () => {
  const two = '◼ Visits.\n\n◼ Plans.'
  it.each([
    ['What needs to improve'],
    ['What needs to improve?'],
    ['What needs to improve in social work practice'],
    ['Areas for improvement'],
    ['The areas for improvement'],
    ['What needs to improve and areas for priority action'],
    ['What needs to improve?\n\nThe local authority needs to:'],
    ['What needs to improve?\nThe local authority should improve'],
  ])('is listed under “%s”', heading => expect(areas(`${heading}\n\n${two}`)).toEqual(['Visits', 'Plans']))

  it.each([
    ['numbers', '1. Visits.\n\n2. Plans.', ['Visits', 'Plans']],
    ['letters', '(a) Visits.\n\n(b) Plans.', ['Visits', 'Plans']],
    ['a stop, "and" and none', '• visits;\n\n• plans; and\n\n• letters', ['visits', 'plans', 'letters']],
    [
      'inner bullets like the outer ones',
      '• Quality of:\n\n• plans\n\n• letters\n\n• Visits',
      ['Quality of:\n• plans\n• letters', 'Visits'],
    ],
    [
      'inner bullets drawn as letters',
      '• Quality of:\n\no plans\n\no letters\n\n• Visits',
      ['Quality of:\no plans\no letters', 'Visits'],
    ],
    [
      'no bullets at all',
      'Visits to children.\n\nPlans for children.',
      ['Visits to children', 'Plans for children'],
    ],
  ])('is read with %s', (_, list, expected) =>
    expect(areas(`What needs to improve?\n\n${list}`)).toEqual(expected),
  )

  it('says that bare lines should be checked, and gives numbers as printed', () => {
    expect(told(report({ improve: 'What needs to improve?\n\nVisits to children.' }))).toContain(
      'without bullets',
    )
    expect(read(report({ improve: 'What needs to improve?\n\n1. Visits.' })).recommendations[0]?.mark).toBe(
      '1',
    )
  })

  it('keeps what has priority apart', () => {
    const improve = 'Areas for priority action\n\n◼ Act on the backlog.\n\nWhat needs to improve?\n\n◼ Plans.'
    expect(read(report({ improve })).areasForImprovement.map(a => [a.band, a.text])).toEqual([
      ['priority', 'Act on the backlog'],
      [null, 'Plans'],
    ])
  })

  it('may be nothing: the report says so, or all is outstanding', () => {
    const none = report({
      improve: 'What needs to improve?\n\nInspectors identified no areas for improvement.',
    })
    expect([read(none).areasForImprovement, told(none)]).toEqual([[], expect.not.stringContaining('No list')])
    const best = report({ improve: '' }).replace(
      /(?<=[\t])(?:Good|Requires improvement to be good)/g,
      'Outstanding',
    )
    expect(told(best.replace(/: (?:good|requires improvement to be good)|:\ngood/g, ''))).not.toContain(
      'No list',
    )
    expect(told(report({ improve: '' }))).toContain('No list of what needs to improve was found')
  })
})

describe('the title page', () => {
  const rest = COVER.slice(COVER.indexOf('\n\n'))
  it.each([
    ['Fenwick County Council\n\nInspection of children’s social care services'],
    ['Fenwick\n\nInspection of local authority children’s services'],
    ['Inspection of local authority children’s services\n\nFenwick County Council'],
    ['Inspection of Fenwick children’s services'],
    ['Inspection of Fenwick Council’s children’s services'],
    ['Inspection of children’s social care services in Fenwick'],
    ['Inspection of Fenwick County Council children’s social care services'],
    ['Inspection of Fenwick Children First local authority children’s services'],
    ['Inspection of children’s services in Fenwick, delivered by Fenwick Children’s Services Trust'],
    [
      'Inspection of the London Borough of Fenwick and Achieving for Children local authority children’s services',
    ],
    ["Marsh Street\nHolt\n\nInspection of Fenwick local authority children's services"],
  ])('%s', title => {
    const { authority, framework, inspectedTo } = read(report({ cover: title + rest }))
    expect([framework, authority, inspectedTo]).toEqual(['ilacs-2018', 'Fenwick', '2023-03-17'])
  })
})

describe('the council in the title', () => {
  it.each([
    ['Fenmouth, Ashchurch and Pool', 'Fenmouth, Ashchurch and Pool'],
    ['Royal Borough of Fenton and Ash', 'Fenton and Ash'],
    ['the Royal Borough of Fenton and Ash', 'Fenton and Ash'],
    ['Fen and North East Wold', 'Fen and North East Wold'],
    ['the Council of the Isles of Fen', 'Isles of Fen'],
    ['City of London', 'City of London'],
    ['the City of London Corporation', 'City of London'],
    ['Fenton upon Ash City Council', 'Fenton upon Ash'],
    ['St Wilfrids Borough Council', 'St Wilfrids'],
    ['Fenshire West and Ashchester', 'Fenshire West and Ashchester'],
    ['Fenend-on-Sea City Council', 'Fenend-on-Sea'],
    ['London Borough of Fenton upon Ash', 'Fenton upon Ash'],
    ['City of Fenwick Council', 'Fenwick'],
    ['City of Fenwick Metropolitan District Council', 'Fenwick'],
    ['Fenwick Metropolitan District Council', 'Fenwick'],
    ['Fenwick County Council', 'Fenwick'],
    ['the Isle of Fen', 'Isle of Fen'],
  ])('%s is %s', (printed, name) => {
    const cover = COVER.replace('Fenwick local authority\n', `${printed} local\nauthority `)
    expect(read(report({ cover })).authority).toBe(name)
  })
})

describe('however it is laid out', () => {
  const text = report()
  const whole = read(text)

  it('reads the same with lines of another length', () => {
    const again = (line: string, width: number) =>
      line.includes('\t') ? line : line.replace(new RegExp(`(.{${width},}?) `, 'g'), '$1\n')
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 140 }), fc.constantFrom('\n', '\r\n'), (width, end) => {
        const wrapped = text.split('\n\n').map(p => again(p.replaceAll('\n', ' '), width))
        expect(read(wrapped.join('\n\n').replaceAll('\n', end))).toEqual(whole)
      }),
      { numRuns: 30 },
    )
  })

  it('reads the same with pages ending anywhere between paragraphs', () => {
    const paragraphs = text.split('\n\n')
    const places = fc.uniqueArray(fc.integer({ min: 9, max: paragraphs.length - 1 }), {
      minLength: 4,
      maxLength: 6,
    })
    fc.assert(
      fc.property(places, breaks => {
        const paged = paragraphs.flatMap((p, i) =>
          breaks.includes(i)
            ? [p, String(i), 'Inspection of Fenwick children’s services, 6 to 17 March 2023']
            : [p],
        )
        expect(read(paged.join('\n\n'))).toEqual(whole)
      }),
      { numRuns: 30 },
    )
  })
})
