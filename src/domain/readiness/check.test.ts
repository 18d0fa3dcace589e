import { describe, expect, test } from 'vitest'
import { day, type Instant } from '../kernel/day.ts'
import { asks, asksOf } from './asks.ts'
import { byWords, check, dueBy, type ReadyFacts } from './check.ts'
import { readEvidence } from './evidence.ts'
import { visitKinds } from './visit-kinds.ts'

const empty: ReadyFacts = {
  on: day('2026-03-10'),
  lists: null,
  figures: { all: 30, nobody: 30 },
  audits: { finished: 0 },
  plan: { actions: 0, overdue: 0 },
  evaluation: { written: 0, of: 4, oldest: null },
  supervision: { workers: 0, overdue: 0 },
  staff: { people: 0, teams: 0, withoutPosts: [] },
  caseloads: { workers: 0, over: 0, unallocated: 0 },
  boards: null,
  documents: [],
}
const full: ReadyFacts = {
  on: empty.on,
  lists: { rows: 200, blank: 0, at: '2026-03-10T09:00:00.000Z' as Instant },
  figures: { all: 30, nobody: 0 },
  audits: { finished: 12 },
  plan: { actions: 8, overdue: 0 },
  evaluation: { written: 4, of: 4, oldest: day('2025-09-01') },
  supervision: { workers: 20, overdue: 0 },
  staff: { people: 25, teams: 3, withoutPosts: [] },
  caseloads: { workers: 20, over: 0, unallocated: 0 },
  boards: { boards: 2, meetings: 9 },
  documents: (
    ['policy', 'strategy', 'structure', 'minutes', 'complaints', 'feedback', 'review'] as const
  ).map(kind => ({ kind, review: day('2026-12-31') })),
}
const stands = (code: string, facts: ReadyFacts) => {
  const ask = asks.find(a => a.code === code)
  if (!ask) throw new Error(code)
  return check(ask, facts)
}

describe('green only where it is so', () => {
  test('an empty record has nothing ready', () => {
    for (const ask of asks) expect([ask.code, check(ask, empty).is]).not.toEqual([ask.code, 'ready'])
  })

  test('a whole one has everything ready but what is not kept', () => {
    for (const ask of asks)
      expect([ask.code, check(ask, full).is]).toEqual([
        ask.code,
        ask.answers.is === 'not-kept' ? 'not-kept' : 'ready',
      ])
  })

  test.each<[string, Partial<ReadyFacts>]>([
    ['lists', { lists: { rows: 200, blank: 1, at: '2026-03-10T09:00:00.000Z' as Instant } }],
    ['plan', { plan: { actions: 8, overdue: 1 } }],
    ['evaluation', { evaluation: { written: 3, of: 4, oldest: day('2026-03-01') } }],
    ['evaluation', { evaluation: { written: 4, of: 4, oldest: day('2025-03-09') } }],
    ['supervision', { supervision: { workers: 20, overdue: 1 } }],
    ['staff', { staff: { people: 25, teams: 3, withoutPosts: ['Oak'] } }],
    ['caseloads', { caseloads: { workers: 20, over: 0, unallocated: 1 } }],
    ['caseloads', { caseloads: { workers: 20, over: 1, unallocated: 0 } }],
    ['boards', { boards: { boards: 2, meetings: 0 } }],
    ['policies', { documents: [{ kind: 'policy', review: day('2026-03-09') }] }],
  ])('%s is to be looked at where one thing is amiss: %j', (code, amiss) => {
    expect(stands(code, { ...full, ...amiss }).is).toBe('look')
  })
})

test('every kind of visit asks for the lists, the figures and the plan', () => {
  for (const { code } of visitKinds)
    expect(asksOf(code).map(a => a.code)).toEqual(expect.arrayContaining(['lists', 'figures', 'plan']))
})

test('days of notice are working days', () => {
  // Notice on the Thursday before Easter 2026: Friday and Monday are holidays.
  expect(dueBy({ hours: 24 }, day('2026-04-02'))).toBe('2026-04-07')
  expect(dueBy({ workingDay: 2 }, day('2026-04-02'))).toBe('2026-04-08')
  expect(byWords({ hours: 24 })).toBe('within 24 hours of notice')
})

test('evidence leads to where it is, and never off by a trick', () => {
  expect(
    readEvidence('A4 Plans\n\ni1\n/audits What audits say\n//elsewhere.example\nhttps://a.example/x\nWords'),
  ).toEqual([
    { text: 'A4 Plans', href: '/plan/action/A4' },
    { text: 'i1', href: '/plan/inspection/I1' },
    { text: 'What audits say', href: '/audits' },
    { text: '//elsewhere.example', href: null },
    { text: 'https://a.example/x', href: 'https://a.example/x' },
    { text: 'Words', href: null },
  ])
  expect(readEvidence('javascript:alert(1)')).toEqual([{ text: 'javascript:alert(1)', href: null }])
})
