import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReport } from '../read-report.ts'
import type { Report } from './report.ts'

function read(text: string): Report {
  const result = readReport(text)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const HEAD = `Ofsted
Example House
1 Marsh Road
Holt HT1 1AA

20 March 2019

Ms R Reeve
Director of Children’s Services
Fenwick County Council

Dear Ms Reeve`
const END = `Ofsted will take the findings from this visit into account when it plans the next inspection.

Yours sincerely

A. Nother
Her Majesty’s Inspector`

const FOCUSED = `${HEAD}

Focused visit to Fenwick County Council children’s services

This letter summarises the findings of a focused visit to Fenwick County Council children’s services on 26 and 27
February 2019. The inspectors were A. Nother, HMI, and B. Else, HMI.

Inspectors looked at the local authority’s arrangements for children in need and those with a child protection plan.

Inspectors looked at a range of evidence, and spoke to workers.

Overview

Services on the marsh have become better since the last inspection, though not for every child who needs them.

What needs to improve in this area of social work practice

◼ The record of visits to children
on the marsh.

◼ Management oversight of plans; and

◼ The quality of letters before proceedings.

Findings

◼ Children are seen often. Their workers know them, and write down what they say.

◼ Plans are too long, and families do not understand them.

${END}`

const areas = (r: Report) => r.areasForImprovement.map(a => [a.section, a.band, a.text])

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

const MONITORING = `6 November 2017

Dear Ms Reeve

Monitoring visit of Fenwick children’s services

I am writing to summarise the findings of the monitoring visit to Fenwick children’s services on 10 and 11 October 2017.
The visit was the third monitoring visit since the local authority was judged inadequate in June 2016. The inspectors
were A. Nother, HMI, and B. Else, HMI.

Areas covered by the visit

During the course of this visit, inspectors reviewed the progress made in the area of care leavers, with a focus on:

• plans for young people

• where they live.

Summary of findings

• The local authority has begun to do better for young people who leave its care.

Evaluation of progress

Young people have workers who know them, and most of them have a plan that they helped to write.

${END}`

describe('a letter after a monitoring visit', () => {
  it('takes what was visited for no area for improvement', () => {
    const letter = read(MONITORING)
    expect(letter).toMatchObject({ framework: 'sif-2013', kind: 'monitoring-visit', authority: 'Fenwick' })
    expect([letter.inspectedFrom, letter.published, letter.areasForImprovement]).toEqual([
      '2017-10-10',
      '2017-11-06',
      [],
    ])
    expect(letter.unsure).toHaveLength(1)
    expect(letter.evidence.map(e => [e.section, e.heading])).toEqual([
      ['looked-after', 'Summary of findings'],
      ['looked-after', 'Evaluation of progress'],
    ])
  })

  it('belongs to the framework of its day', () => {
    const later = MONITORING.replaceAll('2017', '2022').replace('2016', '2021')
    expect(read(later).framework).toBe('ilacs-2018')
  })
})

describe('an assurance visit', () => {
  it('is told from a focused visit by what it says of the pandemic', () => {
    const text = FOCUSED.replaceAll('2019', '2021').replace(
      'Inspectors looked at a range',
      'The way of working was adapted to reflect the COVID-19 context. Inspectors looked at a range',
    )
    expect(read(text).kind).toBe('assurance-visit')
    expect(read(FOCUSED.replace('Focused visit to', 'COVID-19 focused visit to')).kind).toBe(
      'assurance-visit',
    )
  })
})

const JOINT = `2 February 2017

Ms R Reeve, Director of Children’s Services, Fenwick

Dear local partnership

Joint targeted area inspection of the multi-agency response to abuse and neglect in Fenwick

Between 5 December and 9 December 2016, Ofsted, the Care Quality Commission and others undertook a joint inspection of
the multi-agency response to abuse and neglect in Fenwick. This letter to all the service leaders in the area outlines
our findings about how well they work together.

Key strengths

• Partners in Fenwick meet each week, and they know which children they should talk about.

Case study: area for improvement

A child was seen by four agencies in a week, and none of them asked the others what they knew.

Areas for improvement

• Health staff do not always know who leads a plan.

• The police should say when a child
was present.

Next steps

The director of children’s services should prepare a written statement of proposed action.

Yours sincerely`

describe('a letter after a joint inspection', () => {
  it('is read without grades, and its case studies are no areas', () => {
    const letter = read(JOINT)
    expect(letter).toMatchObject({
      framework: 'jtai-2016',
      kind: 'joint',
      authority: 'Fenwick',
      inspectedFrom: '2016-12-05',
      inspectedTo: '2016-12-09',
      published: '2017-02-02',
      judgements: [],
    })
    expect(areas(letter)).toEqual([
      ['overall', null, 'Health staff do not always know who leads a plan'],
      ['overall', null, 'The police should say when a child was present'],
    ])
    expect(letter.evidence.map(e => e.heading)).toEqual(['Key strengths'])
  })

  it('may list its areas agency by agency', () => {
    const by = JOINT.replace('• The police', 'Police and probation\n\n• The police')
    expect(areas(read(by))).toEqual(areas(read(JOINT)))
  })

  it('is read in the later form', () => {
    const later = `Joint targeted area inspection of Fenwick\n\nInspection dates: 16 to 20 May 2022\n\nHeadline findings\n\nPartners work well together, and children on the marsh are seen by somebody who knows them.\n\nWhat needs to improve?\n\n◼ Attendance of partners at strategy meetings.\n\nStrengths\n\n◼ The partnership listens to children and changes what it does.`
    expect(read(later)).toMatchObject({ authority: 'Fenwick', inspectedFrom: '2022-05-16', published: null })
    expect(areas(read(later))).toEqual([['overall', null, 'Attendance of partners at strategy meetings']])
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
