import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day, type Instant } from '../kernel/day.ts'
import type { PlanEntry, PlanFacts, PlanFactType } from './facts.ts'
import { foldPlan } from './fold-plan.ts'
import { dueNow, isOverdue, markOn } from './plan.ts'

let made = 0
function entry<T extends PlanFactType>(
  subject: string,
  type: T,
  on: string,
  answers: PlanFacts[T],
): PlanEntry {
  made += 1
  const recorded = `${on}T09:00:00.000Z` as Instant
  return {
    id: `e${made}`,
    subject,
    type,
    happened: day(on),
    recorded,
    author: 'Ada Finch',
    answers: { ...answers },
  }
}

const loaded = entry('insp', 'inspection-report-loaded', '2026-06-12', {
  file: 'eastmere.txt',
  framework: 'slac-2009',
  authority: 'Eastmere',
  inspectedFrom: day('2026-05-11'),
  inspectedTo: day('2026-05-22'),
  published: day('2026-06-12'),
  judgements: [{ section: 'safeguarding', area: 'Overall effectiveness', grade: 'Adequate' }],
  areasForImprovement: [
    {
      section: 'looked-after',
      band: 'three-months',
      due: day('2026-09-12'),
      text: 'hold reviews on time',
      agencies: ['Eastmere Council'],
    },
  ],
  unsure: [],
})
const planned = entry('act', 'action-planned', '2026-06-20', {
  inspection: 'insp',
  finding: '1',
  what: 'Book every review a month ahead',
  outcome: 'Plans for children are looked at in time',
  lead: 'Bo Marsh',
  partners: 'School nursing\nReviewing officers',
  due: day('2026-09-12'),
})
const bound = entry('act', 'measure-bound', '2026-06-21', {
  indicator: 'NI 66',
  baseline: 62.5,
  baselineOn: day('2026-05-31'),
  target: 90,
  targetBy: day('2026-09-12'),
  good: 'high',
})
const mark = (on: string, brag: 'blue' | 'green' | 'amber' | 'red') =>
  entry('act', 'delivery-marked', on, { brag })

describe('the plan folded from entries', () => {
  it('holds findings as read until a person confirms or corrects them', () => {
    const before = foldPlan([loaded]).inspections[0]?.findings[0]
    expect(before).toMatchObject({ id: '1', text: 'hold reviews on time', due: '2026-09-12' })
    expect(before?.confirmed).toBeUndefined()
    const right = entry('insp', 'finding-confirmed', '2026-06-15', { finding: '1', agencies: ['NHS Wold'] })
    const after = foldPlan([loaded, right]).inspections[0]?.findings[0]
    expect(after).toMatchObject({ text: 'hold reviews on time', agencies: ['NHS Wold'] })
    expect(after?.confirmed).toEqual({ by: 'Ada Finch', on: '2026-06-15' })
  })

  it('takes in a finding the reader missed, and sets one aside with its reason', () => {
    const added = entry('insp', 'finding-added', '2026-06-15', {
      section: 'safeguarding',
      text: 'answer sooner',
    })
    const aside = entry('insp', 'finding-set-aside', '2026-06-16', { finding: '1', why: 'Printed twice' })
    const findings = foldPlan([loaded, added, aside]).inspections[0]?.findings
    expect(findings?.map(f => [f.id, f.setAside?.why])).toEqual([
      ['1', 'Printed twice'],
      [added.id, undefined],
    ])
  })

  it('builds an action with its measure, marks and notes', () => {
    const step = entry('act', 'milestone-set', '2026-06-22', { what: 'List agreed', by: day('2026-07-01') })
    const met = entry('act', 'milestone-met', '2026-07-02', { milestone: step.id })
    const note = entry('act', 'action-progress', '2026-07-03', { note: 'The list is in use' })
    const plan = foldPlan([loaded, planned, bound, step, met, note, mark('2026-07-04', 'green')])
    expect(plan.faults).toEqual([])
    expect(plan.actions).toHaveLength(1)
    expect(plan.actions[0]).toMatchObject({
      id: 'act',
      source: { inspection: 'insp', finding: '1', text: 'hold reviews on time', band: 'three-months' },
      partners: ['School nursing', 'Reviewing officers'],
      measures: [{ kind: 'indicator', indicator: 'NI 66', baseline: { value: 62.5 }, target: { value: 90 } }],
      milestones: [{ what: 'List agreed', met: '2026-07-02' }],
      progress: [{ text: 'The list is in use', author: 'Ada Finch' }],
      deliveries: [{ brag: 'green' }],
    })
  })

  it('keeps the first due day, with every change, who agreed it and why', () => {
    const later = entry('act', 'due-date-revised', '2026-09-01', {
      due: day('2026-10-31'),
      why: 'Two posts empty',
      agreedBy: 'Improvement board',
    })
    const again = {
      ...planned,
      id: 'again',
      answers: { ...planned.answers, lead: 'Cy Reed', due: '2027-01-01' },
    }
    const [action] = foldPlan([loaded, planned, later, again]).actions
    expect(action && [action.due, dueNow(action), action.lead]).toEqual([
      '2026-09-12',
      '2026-10-31',
      'Cy Reed',
    ])
    expect(action?.revisions).toMatchObject([
      { due: '2026-10-31', why: 'Two posts empty', agreedBy: 'Improvement board', on: '2026-09-01' },
    ])
    expect(action && isOverdue(action, day('2026-11-01'))).toBe(true)
  })

  it('puts an amended entry in the place of the first', () => {
    const wrong = { ...planned, id: 'wrong' }
    const right = {
      ...planned,
      id: 'right',
      amends: 'wrong',
      answers: { ...planned.answers, due: '2026-12-12' },
    }
    const righter = {
      ...right,
      id: 'righter',
      amends: 'right',
      answers: { ...right.answers, lead: 'Di Vale' },
    }
    const [action] = foldPlan([loaded, wrong, bound, right, righter]).actions
    expect(action).toMatchObject({ due: '2026-12-12', lead: 'Di Vale', measures: [{ indicator: 'NI 66' }] })
  })

  it('tells of entries that cannot stand, and folds the rest', () => {
    const stray = entry('other', 'action-progress', '2026-07-01', { note: 'No such action' })
    const poor = { ...planned, id: 'poor', subject: 'act2', answers: { ...planned.answers, due: '31 June' } }
    const nobody = entry('insp', 'finding-confirmed', '2026-07-01', { finding: '9' })
    const alien = { ...stray, id: 'alien', type: 'case-note' }
    const plan = foldPlan([loaded, planned, stray, poor, nobody, alien])
    expect(plan.actions.map(a => a.id)).toEqual(['act'])
    expect(plan.faults.map(f => f.entry)).toEqual([stray.id, 'poor', nobody.id])
    expect(plan.faults[1]?.why).toContain('due')
  })

  it('takes in no report with a finding that has no words', () => {
    const areas = [{ section: 'safeguarding', band: null, due: null, text: ' ', agencies: [] }]
    const hollow = { ...loaded, id: 'hollow', answers: { ...loaded.answers, areasForImprovement: areas } }
    expect(foldPlan([hollow])).toMatchObject({ inspections: [], faults: [{ entry: 'hollow' }] })
  })

  it('claims completion only while the last mark is blue, from the first of that run', () => {
    const brags = fc.constantFrom('blue' as const, 'green' as const, 'amber' as const, 'red' as const)
    fc.assert(
      fc.property(fc.array(brags, { maxLength: 8 }), list => {
        const from: Day = day('2026-07-01')
        const marks = list.map((brag, i) => mark(addDays(from, i), brag))
        const [action] = foldPlan([loaded, planned, ...marks]).actions
        const run = list.length - 1 - list.findLastIndex(b => b !== 'blue')
        const expected = run > 0 ? addDays(from, list.length - run) : undefined
        expect(action?.claimedComplete).toBe(expected)
        expect(markOn(action?.deliveries ?? [], addDays(from, 3))?.brag).toBe(list.slice(0, 4).at(-1))
      }),
    )
  })

  it('changes no entry it is given', () => {
    const entries = [loaded, planned, bound, mark('2026-07-01', 'blue')]
    const copy = JSON.stringify(entries)
    foldPlan(entries)
    expect(JSON.stringify(entries)).toBe(copy)
  })
})
