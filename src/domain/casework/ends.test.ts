import { describe, expect, test } from 'vitest'
import { given, givenChild } from '../../../test/support/given.ts'
import { day } from '../kernel/day.ts'
import { knownRecordType } from '../records/registry.ts'
import { endsNothing } from './ends.ts'
import { foldFile } from './file.ts'

const { id } = givenChild()
type Said = readonly [string, Record<string, unknown>]
const fileOf = (...said: readonly Said[]) =>
  foldFile(
    id,
    said.map(([type, answers], i) => ({ ...given(id, type, answers), seq: i + 1 })),
  )

const opened: readonly Said[] = [
  ['referral-received', { receivedOn: day('2026-01-05'), source: '6', concern: 'Alone' }],
  [
    'referral-decided',
    { decidedOn: day('2026-01-06'), decision: 'assess', need: 'N1', reasons: 'Alone', next: 'x' },
  ],
]
const worker: Said = ['allocation', { from: day('2026-01-07'), as: 'worker', worker: id, team: 'Oak' }]
const care: Said = ['became-looked-after', { from: day('2026-02-02'), need: 'N1' }]
const ceased: Said = ['ceased-looked-after', { on: day('2026-02-20'), reason: 'E4A' }]
const plan: Said = [
  'protection-plan-started',
  { conferenceOn: day('2026-02-02'), category: 'NEG', change: 'Food', ifNot: 'Court' },
]
const planEnded: Said = [
  'protection-plan-ended',
  { endedOn: day('2026-02-20'), reason: 'safe', analysis: 'Well' },
]

const closing = (on: string, ...said: readonly Said[]) =>
  endsNothing(fileOf(...said), knownRecordType('case-closed'), { on: day(on), reason: 'RC7', why: 'Safe' })

describe('closing a case', () => {
  test.each<[string, readonly Said[]]>([
    ['with a worker', [...opened, worker]],
    ['without a worker', [...opened]],
    ['after care', [...opened, care, ceased]],
    ['after a plan', [...opened, plan, planEnded]],
    ['of a child brought in without a referral', [worker]],
  ])('%s', (_, said) => expect(closing('2026-03-02', ...said)).toEqual({}))

  test('of a looked after child is refused, and says what to do', () => {
    expect(closing('2026-03-02', ...opened, worker, care).on).toMatch(
      /is looked after on 2 March 2026.*ceased/,
    )
    expect(closing('2026-02-19', ...opened, care, ceased).on).toMatch(/check the day/)
    expect(closing('2026-02-20', ...opened, care, ceased)).toEqual({})
  })

  test('of a child with a plan is refused until the plan has ended', () => {
    expect(closing('2026-03-02', ...opened, plan).on).toMatch(/protection plan.*end of the plan first/)
    expect(closing('2026-02-19', ...opened, plan, planEnded).on).toMatch(/goes on/)
  })

  test('of what is not open says so', () => {
    expect(closing('2026-03-02').on).toMatch(/does not say that this had begun/)
    expect(closing('2026-01-02', ...opened).on).toMatch(/began on 5 January 2026/)
  })
})

test('what is told from its beginning to its end in one record begins with it', () => {
  const type = knownRecordType('pre-proceedings')
  const told = { from: day('2026-01-05'), why: 'Not safe', outcome: 'down', decidedOn: day('2026-03-02') }
  expect(endsNothing(fileOf(), type, told)).toEqual({})
  expect(
    endsNothing(fileOf(), knownRecordType('need-plan-ended'), { on: day('2026-03-02'), reason: 'met' }),
  ).toEqual({
    on: expect.stringMatching(/had begun/),
  })
})
