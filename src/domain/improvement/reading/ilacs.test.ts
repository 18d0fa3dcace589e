import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CARE, COVER, FIVE, grades, HELP, LEADERS, LEAVERS, report } from './test-ilacs.ts'
import { read } from './test-reading.ts'

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
