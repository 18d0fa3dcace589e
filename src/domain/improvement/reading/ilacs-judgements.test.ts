import { describe, expect, it } from 'vitest'
import {
  areas,
  BODY,
  CARE,
  COVER,
  FIVE,
  grades,
  HELP,
  LEADERS,
  LEAVERS,
  OVERALL,
  RI,
  report,
  TABLE,
  told,
} from './test-ilacs.ts'
import { read } from './test-reading.ts'

const BOTH = 'The experiences and progress of children in care and care leavers'

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
