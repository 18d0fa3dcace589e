import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areas, FOCUSED } from './test-letters.ts'
import { read } from './test-reading.ts'

describe('a letter after a focused visit', () => {
  const letter = read(FOCUSED)

  it('gives its days, its council and no grades', () => {
    expect(letter).toMatchObject({
      framework: 'ilacs-2018',
      kind: 'focused-visit',
      authority: 'Fenwick',
      inspectedFrom: '2019-02-26',
      inspectedTo: '2019-02-27',
      published: '2019-03-20',
      overall: null,
      lscb: null,
      judgements: [],
      unsure: [expect.stringContaining('day on the letter')],
    })
  })

  it('gives its areas, in the part of the services that was visited', () => {
    expect(areas(letter)).toEqual([
      ['safeguarding', null, 'The record of visits to children on the marsh'],
      ['safeguarding', null, 'Management oversight of plans'],
      ['safeguarding', null, 'The quality of letters before proceedings'],
    ])
    expect(letter.areasForImprovement[0]?.agencies).toEqual(['Fenwick County Council'])
    expect(letter.recommendations).toHaveLength(3)
  })

  it('gives what was found, without the signature', () => {
    expect(letter.evidence.map(e => [e.heading, e.text.slice(0, 12)])).toEqual([
      ['Overview', 'Services on '],
      ['Findings', 'Children are'],
      ['Findings', 'Plans are to'],
    ])
  })

  it('keeps what has priority apart, as bullets or as a paragraph', () => {
    const one = 'The local authority needs to act at once on the backlog of visits.'
    const asked = (part: string) =>
      areas(
        read(
          FOCUSED.replace(
            'What needs to improve in',
            `Areas for priority action\n\n${part}\n\nWhat needs to improve in`,
          ),
        ),
      )
    expect(asked(one)[0]).toEqual(['safeguarding', 'priority', one.slice(0, -1)])
    expect(asked('The local authority needs to:\n\n• act;\n\n• say so.').slice(0, 2)).toEqual([
      ['safeguarding', 'priority', 'act'],
      ['safeguarding', 'priority', 'say so'],
    ])
  })

  it.each([
    ['children in care and care leavers', 'looked-after'],
    ['the ‘front door’', 'safeguarding'],
    ['achieving permanence', 'looked-after'],
    ['children in need and children in care', 'overall'],
    ['Covid', 'overall'],
  ])('about %s is about %s', (topic, section) => {
    const text = FOCUSED.replace('children in need and those with a child protection plan', topic)
    expect(read(text).areasForImprovement[0]?.section).toBe(section)
  })

  it('says what it does not find', () => {
    const bare = FOCUSED.replace('20 March 2019', '').replace(/ on 26 and 27\s+February 2019/, '')
    const without = read(bare.replace(/What needs[\s\S]*(?=Findings)/, ''))
    expect([without.inspectedFrom, without.published, without.areasForImprovement]).toEqual([null, null, []])
    expect(without.unsure).toEqual([
      'The days of the visit could not be read from the letter.',
      'The day of publication is not printed on the letter.',
      'No list of areas for improvement was found in this letter.',
    ])
  })

  it('takes no day of before the visit for that of publication', () => {
    expect(read(FOCUSED.replace('20 March 2019', '20 February 2019')).published).toBeNull()
  })
})

describe('the days of a visit', () => {
  it.each([
    ['on 26 and 27 February 2019', '2019-02-26', '2019-02-27'],
    ['on 31 January and 1 February 2024', '2024-01-31', '2024-02-01'],
    ['on 4, 5 and 6 March 2020', '2020-03-04', '2020-03-06'],
    ['between 11 November and 26 November 2020', '2020-11-11', '2020-11-26'],
    ['from 4 to 6 July 2023', '2023-07-04', '2023-07-06'],
    ['on Tuesday 4 and Wednesday 5 July 2023', '2023-07-04', '2023-07-05'],
    ['on 10 May 2018', '2018-05-10', '2018-05-10'],
  ])('%s', (said, from, to) => {
    const letter = read(FOCUSED.replace(/on 26 and 27\s+February 2019/, said))
    expect([letter.inspectedFrom, letter.inspectedTo]).toEqual([from, to])
  })
})

describe('the council of a letter', () => {
  it.each([
    ['Fenton and Ash', 'Fenton and Ash'],
    ['Royal Borough of Fenton and Ash', 'Fenton and Ash'],
    ['Fenwick Children First', 'Fenwick'],
    ['Fenwick Children’s Services Trust', 'Fenwick'],
    ['Fenwick local authority', 'Fenwick'],
    ['the London Borough of Fenwick', 'Fenwick'],
  ])('%s is %s', (printed, name) => {
    expect(read(FOCUSED.replaceAll('to Fenwick County Council', `to ${printed}`)).authority).toBe(name)
  })
})

describe('however a letter is laid out', () => {
  it('reads the same with lines of another length and pages ending anywhere', () => {
    const whole = read(FOCUSED)
    const [head = '', body = ''] = FOCUSED.split(/(?=This letter)/)
    const again = (line: string, width: number) => line.replace(new RegExp(`(.{${width},}?) `, 'g'), '$1\n')
    const paragraphs = body.split('\n\n')
    const places = fc.uniqueArray(fc.integer({ min: 1, max: paragraphs.length - 3 }), { maxLength: 4 })
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 140 }),
        fc.constantFrom('\n', '\r\n'),
        places,
        (width, end, breaks) => {
          const wrapped = paragraphs.flatMap((p, i) => [
            again(p.replaceAll('\n', ' '), width),
            ...(breaks.includes(i) ? [String(i)] : []),
          ])
          expect(read((head + wrapped.join('\n\n')).replaceAll('\n', end))).toEqual(whole)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('is no letter only because an inspection tells of a visit, wherever its line ends', () => {
    const report = (said: string) =>
      `Inspection of Fenwick local authority children’s services\n\nInspection dates: 6 to 17 May 2019\n\nOverall effectiveness\tGood\n\nServices are better than at the\n${said} in March 2018, and leaders know why that is so.\n\nWhat needs to improve\n\n• Plans.`
    for (const said of [
      'focused visit to Fenwick',
      'monitoring visit of Fenwick',
      'joint targeted area inspection of Fenwick',
    ])
      expect(read(report(said))).toMatchObject({ kind: 'standard', overall: 'Good' })
  })

  it('is a letter though it names the framework', () => {
    const named = FOCUSED.replace('Overview', 'Inspection of local authority children’s services\n\nOverview')
    expect(read(named).kind).toBe('focused-visit')
  })
})
