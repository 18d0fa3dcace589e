import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import type { Spell, SpellKindCode } from '../records/spell.ts'
import { withoutWorker } from './unheld.ts'

const spell = (kind: SpellKindCode, from: string, to: string | null = null, key = ''): Spell => ({
  subject: 'a',
  kind,
  key,
  from: day(from),
  to: to === null ? null : day(to),
  facts: {},
  openedBy: `${kind} ${from}`,
  closedBy: to === null ? null : `end of ${kind} ${to}`,
})
const open = (from: string, to: string | null = null) => spell('in-need', from, to)
const held = (from: string, to: string | null = null) => spell('allocation', from, to, 'worker')
const times = (...spells: readonly Spell[]) =>
  withoutWorker('a', spells).map(s => [s.from, s.to, s.openedBy, s.closedBy])

describe('the times without a worker', () => {
  it('run from the opening of the case until somebody is allocated', () => {
    expect(times(open('2026-03-02'), held('2026-03-04'))).toEqual([
      ['2026-03-02', '2026-03-04', 'in-need 2026-03-02', 'allocation 2026-03-04'],
    ])
  })
  it('are none where somebody is allocated on the day, or no case runs', () => {
    expect(times(open('2026-03-02'), held('2026-03-02'))).toEqual([])
    expect(times(held('2026-03-02', '2026-03-09'))).toEqual([])
    expect(times()).toEqual([])
  })
  it('go on while nobody is allocated, and end with the case', () => {
    expect(times(open('2024-02-29'))).toEqual([['2024-02-29', null, 'in-need 2024-02-29', null]])
    expect(times(open('2026-03-02', '2026-03-30'))).toEqual([
      ['2026-03-02', '2026-03-30', 'in-need 2026-03-02', 'end of in-need 2026-03-30'],
    ])
  })
  it('lie between one worker and the next, and not where one follows on the day', () => {
    expect(
      times(
        open('2026-03-02'),
        held('2026-03-02', '2026-03-10'),
        held('2026-03-10', '2026-04-01'),
        held('2026-04-08'),
      ),
    ).toEqual([['2026-04-01', '2026-04-08', 'end of allocation 2026-04-01', 'allocation 2026-04-08']])
  })
  it('are one while one case passes into another', () => {
    expect(times(spell('referral', '2026-03-02', '2026-03-03'), open('2026-03-02'))).toEqual([
      ['2026-03-02', null, 'referral 2026-03-02', null],
    ])
    expect(times(spell('referral', '2026-03-02', '2026-03-03'), open('2026-03-03'))).toHaveLength(1)
  })
  it('end ahead where somebody is allocated from a day to come', () => {
    expect(times(open('2026-03-02'), held('2026-03-20'))[0]?.[1]).toBe('2026-03-20')
  })
  it('take a team or a reviewing officer for no worker', () => {
    expect(times(open('2026-03-02'), spell('allocation', '2026-03-02', null, 'reviewing'))).toHaveLength(1)
  })
})
