import { expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { instantAt } from '../kernel/london.ts'
import type { Entry } from '../records/entry.ts'
import type { Answers } from '../records/kinds/field.ts'
import { knownRecordType } from '../records/registry.ts'
import { codesIn, foldRisk } from './fold-risks.ts'
import { DEGREES, gravestFirst, heatMap, levelOf, type Risk, reviewOverdue } from './risk.ts'

const said = (type: string, answers: Answers): Entry => {
  const on = knownRecordType(type).happened(answers) ?? day('2026-01-05')
  return {
    id: `${type} ${on}`,
    subject: 's',
    seq: 1,
    type,
    happened: on,
    recorded: instantAt(on, '12:00'),
    author: 'somebody',
    answers,
    amends: null,
    sensitivity: 'ordinary',
    source: null,
  }
}
const described = said('risk-described', {
  title: 'Posts',
  cause: 'Six posts are vacant',
  event: 'Assessments wait.',
  consequence: 'Children are not seen in time',
  owner: 'Ada Low, head of service',
  mitigation: 'Hiring',
  actions: 'a1, A4 A1',
})
const rated = (on: string, likelihood: string, impact: string, review: string) =>
  said('risk-rated', {
    on: day(on),
    likelihood,
    impact,
    targetLikelihood: '2',
    targetImpact: '2',
    review: day(review),
  })
const risk = (...entries: readonly Entry[]): Risk => {
  const made = foldRisk('s', 'R1', [described, ...entries])
  if (!made) throw new Error('There is no risk.')
  return made
}

test('a risk is as its latest rating says, by the day it was given', () => {
  const r = risk(rated('2026-03-01', '4', '5', '2026-06-01'), rated('2026-02-01', '3', '3', '2026-03-01'))
  expect(r).toMatchObject({ likelihood: 4, impact: 5, review: '2026-06-01', target: { likelihood: 2 } })
  expect(r.ratings.map(x => x.on)).toEqual(['2026-02-01', '2026-03-01'])
  expect(r.description).toBe('Six posts are vacant. Assessments wait. Children are not seen in time.')
  expect(r.actions).toEqual(['A1', 'A4'])
})

test('a risk that was never rated is none yet', () => {
  expect(foldRisk('s', 'R1', [described])).toBeUndefined()
  expect(foldRisk('s', 'R1', [rated('2026-02-01', '3', '3', '2026-03-01')])).toBeUndefined()
})

test('a closed risk is not overdue, and a later rating opens it again', () => {
  const first = rated('2026-02-01', '3', '3', '2026-03-01')
  const closed = said('risk-closed', { on: day('2026-04-01'), why: 'All posts filled' })
  expect(reviewOverdue(risk(first), day('2026-03-01'))).toBe(false)
  expect(reviewOverdue(risk(first), day('2026-03-02'))).toBe(true)
  expect(risk(first, closed).closed?.why).toBe('All posts filled')
  expect(reviewOverdue(risk(first, closed), day('2026-05-01'))).toBe(false)
  expect(risk(first, closed, rated('2026-05-01', '2', '2', '2026-08-01')).closed).toBeUndefined()
})

test('the heat map holds every open risk once, in the cell of its grade', () => {
  const open = DEGREES.flatMap(l => DEGREES.map(i => risk(rated('2026-02-01', `${l}`, `${i}`, '2026-09-01'))))
  const closed = open.map(r => ({ ...r, closed: { on: day('2026-03-01'), why: 'Past' } }))
  const map = heatMap([...open, ...closed])
  expect(map.flat().map(c => c.risks.length)).toEqual(Array(25).fill(1))
  expect(map[0]?.[0]).toMatchObject({ likelihood: 5, impact: 1 })
  expect(map[4]?.[4]).toMatchObject({ likelihood: 1, impact: 5 })
})

test.each([
  [1, 1, 'low'],
  [1, 4, 'medium'],
  [2, 3, 'medium'],
  [2, 4, 'high'],
  [3, 4, 'high'],
  [3, 5, 'very-high'],
  [5, 5, 'very-high'],
] as const)('%i × %i is %s', (likelihood, impact, level) => {
  expect(levelOf({ likelihood, impact })).toBe(level)
})

test('the gravest stand first; of equals the one to be looked at sooner; closed ones last', () => {
  const later = { ...risk(rated('2026-02-01', '3', '3', '2026-09-01')), code: 'R1' }
  const sooner = { ...risk(rated('2026-02-01', '3', '3', '2026-04-01')), code: 'R2' }
  const grave = { ...risk(rated('2026-02-01', '4', '4', '2026-09-01')), code: 'R3' }
  const over = { ...grave, code: 'R4', closed: { on: day('2026-03-01'), why: 'Past' } }
  expect(gravestFirst([over, later, sooner, grave]).map(r => r.code)).toEqual(['R3', 'R2', 'R1', 'R4'])
})

test('codes are read out of what people write, each once', () => {
  expect(codesIn('a1,A4 , a1')).toEqual(['A1', 'A4'])
  expect(codesIn(undefined)).toEqual([])
})
