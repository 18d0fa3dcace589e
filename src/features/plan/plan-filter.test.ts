import { describe, expect, it } from 'vitest'
import { anAction } from '../../../test/support/plan.ts'
import type { PlanLine } from '../../domain/improvement/plan-lines.ts'
import { type Day, day } from '../../domain/kernel/day.ts'
import { brags, filtered, filterOf, ordered, orderOf, statesOf, valuesOf } from './plan-filter.ts'

const today = day('2026-10-05')

function line(ref: string, lead: string, due: Day, brag?: 'blue' | 'red'): PlanLine {
  return {
    ref,
    action: anAction({
      id: ref,
      source: { inspection: 'i', finding: ref, text: '', section: 'safeguarding', band: null },
      lead,
      due,
      deliveries: brag ? [{ brag, on: day('2026-09-01'), by: 'x' }] : [],
    }),
    measures: [],
  }
}

const lines = [
  line('1', 'Ada', day('2026-12-01'), 'blue'),
  line('2', 'Bo', day('2026-09-01')),
  line('3', 'Ada', day('2026-10-01'), 'red'),
]
const refs = (list: readonly PlanLine[]) => list.map(l => l.ref)

describe('the plan narrowed and sorted', () => {
  it('takes from an address what it knows, and passes over the rest', () => {
    expect(filterOf({ lead: 'Ada', sort: 'due', delivery: '', other: 'x' })).toEqual({ lead: 'Ada' })
  })

  it('keeps the lines that answer to everything asked', () => {
    expect(refs(filtered(lines, { lead: 'Ada' }, today))).toEqual(['1', '3'])
    expect(refs(filtered(lines, { lead: 'Ada', delivery: 'red' }, today))).toEqual(['3'])
    expect(refs(filtered(lines, { delivery: 'none', band: 'none' }, today))).toEqual(['2'])
    expect(filtered(lines, { section: 'looked-after' }, today)).toEqual([])
  })

  it('sorts by the day due, first or last', () => {
    expect(refs(ordered(lines, 'due'))).toEqual(['2', '3', '1'])
    expect(refs(ordered(lines, 'due-last'))).toEqual(['1', '3', '2'])
    expect(refs(ordered(lines, 'ref'))).toEqual(['1', '2', '3'])
  })

  it('counts every line under one mark or none, as they stood on the day', () => {
    expect(brags(lines, 'delivery', today).map(b => b.count)).toEqual([1, 0, 0, 1, 1])
    expect(brags(lines, 'delivery', day('2026-08-31')).map(b => b.count)).toEqual([0, 0, 0, 0, 3])
    expect(valuesOf('lead', lines, today)).toEqual(['Ada', 'Bo'])
  })
})

describe('what an action is', () => {
  const one = line('9', 'Cy', day('2026-09-01'))
  const other = { inspection: 'peer', finding: '2', text: '', section: 'leadership' as const, band: null }
  const rich = {
    ...one,
    action: {
      ...one.action,
      also: [other],
      theme: 'Recording',
      challenges: [
        { id: 'c', question: 'Why?', askedBy: 'Chair', on: day('2026-09-02'), by: 'x', answers: [] },
      ],
    },
  }
  const shut = {
    ...one,
    action: { ...one.action, theme: 'recording ', state: 'closed' as const, retestDue: today },
  }
  const all = [rich, shut]

  it('is told in states, as many as hold', () => {
    expect(statesOf(rich, today)).toEqual(['overdue', 'asked', 'open'])
    expect(statesOf(shut, today)).toEqual(['retest', 'closed'])
  })

  it('is found by any source it answers, by its theme however written, and by a state', () => {
    expect(filtered(all, { source: 'peer' }, today)).toEqual([rich])
    expect(filtered(all, { source: 'i' }, today)).toEqual(all)
    expect(filtered(all, { theme: 'recording' }, today)).toEqual(all)
    expect(filtered(all, { theme: 'none' }, today)).toEqual([])
    expect(filtered(all, { state: 'retest' }, today)).toEqual([shut])
    expect(filtered(all, filterOf({ state: 'tea' }), today)).toEqual([])
    expect(valuesOf('section', all, today)).toEqual(['safeguarding', 'leadership'])
  })

  it('is ordered by who owns it, either way', () => {
    const refs = (order: 'lead' | 'lead-last') => ordered(lines, order).map(l => l.action.lead)
    expect(refs('lead')).toEqual(refs('lead-last').toReversed())
    expect(orderOf('tea')).toBe('ref')
  })
})
