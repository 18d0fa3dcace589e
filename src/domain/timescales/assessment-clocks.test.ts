import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { accepted, fileOf, one, referred, type Said } from './test-front-door.ts'

const assessed = (on: string, outcome = 'child-in-need', kind = 'single'): Said => [
  'assessment',
  { on: day(on), kind, seen: 'alone', seenOn: day(on), outcome },
  `${on}T10:00:00Z`,
]
const signed = (on: string, which: number): Said => ['signature', {}, `${on}T15:00:00Z`, which]

describe('an assessment counts once it is signed off', () => {
  const begun = [referred('2026-03-02'), accepted('2026-03-02')] as const

  test('finished is not done; signed is, on the day of the signature', () => {
    const open = fileOf(...begun, assessed('2026-04-01'))
    expect(one(open, 'single-assessment').met).toBeNull()
    expect(open.file.spells.some(s => s.kind === 'assessment' && s.to === null)).toBe(true)
    const done = fileOf(...begun, assessed('2026-04-01'), signed('2026-04-09', 3))
    expect(one(done, 'single-assessment').met).toBe('2026-04-09')
    expect(one(done, 'single-assessment').metBy).toBe(done.entries[3]?.id)
    expect(done.file.spells.find(s => s.kind === 'assessment')?.to).toBe('2026-04-09')
  })

  test('changed after the signature it must be signed again', () => {
    const becomes = {
      on: day('2026-04-01'),
      kind: 'single',
      seen: 'alone',
      seenOn: day('2026-04-01'),
      outcome: 'close',
    }
    const f = fileOf(...begun, assessed('2026-04-01'), signed('2026-04-09', 3), [
      'amendment',
      { why: 'More is known', becomes },
      '2026-04-10T10:00:00Z',
      3,
    ])
    expect(one(f, 'single-assessment').met).toBeNull()
    const again = fileOf(
      ...begun,
      assessed('2026-04-01'),
      signed('2026-04-09', 3),
      ['amendment', { why: 'More is known', becomes }, '2026-04-10T10:00:00Z', 3],
      signed('2026-04-13', 3),
    )
    expect(one(again, 'single-assessment').met).toBe('2026-04-13')
  })

  test('sent back it waits for its author, until it is changed', () => {
    const back: Said = ['sent-back', { why: 'Thin', next: 'See the father' }, '2026-04-02T10:00:00Z', 3]
    const state = (f: ReturnType<typeof fileOf>) =>
      f.file.happenings.find(e => e.type === 'assessment')?.sentBack
    expect(state(fileOf(...begun, assessed('2026-04-01'), back))?.answers.why).toBe('Thin')
    const change: Said = [
      'amendment',
      { why: 'Changed', becomes: { on: day('2026-04-01'), kind: 'single', seen: 'no', outcome: 'close' } },
      '2026-04-03T10:00:00Z',
      3,
    ]
    expect(state(fileOf(...begun, assessed('2026-04-01'), back, change))).toBeNull()
    expect(state(fileOf(...begun, assessed('2026-04-01'), back, signed('2026-04-03', 3)))).toBeNull()
  })

  test('an initial assessment that asks for a core one begins its 35 days at the signature', () => {
    const f = fileOf(
      referred('2011-03-01'),
      accepted('2011-03-01', undefined, 'initial'),
      assessed('2011-03-10', 'core', 'initial'),
      signed('2011-03-14', 3),
    )
    const core = one(f, 'core-assessment')
    expect([core.starts, core.startedBy, core.due]).toEqual(['2011-03-14', f.entries[3]?.id, '2011-05-06'])
  })

  test('withdrawn, neither it nor its signature counts', () => {
    const f = fileOf(...begun, assessed('2026-04-01'), signed('2026-04-09', 3), [
      'withdrawal',
      { why: 'Another child' },
      '2026-04-10T10:00:00Z',
      3,
    ])
    expect(one(f, 'single-assessment').met).toBeNull()
  })
})
