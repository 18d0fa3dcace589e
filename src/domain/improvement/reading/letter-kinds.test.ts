import { describe, expect, it } from 'vitest'
import { areas, END, FOCUSED } from './test-letters.ts'
import { read } from './test-reading.ts'

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
