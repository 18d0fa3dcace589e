import { describe, expect, test } from 'vitest'
import { born, care, ceased, health, placed, review, visited } from '../indicators/test-file.ts'
import { day } from '../kernel/day.ts'
import { brief, clocks, dues, OLD, sdq } from './test-clocks.ts'
import { clockState } from './timescale.ts'

const longTerm = (from: string) => ['placement', { from: day(from), type: 'U4', longTerm: true }] as const

describe('looked after reviews', () => {
  test('the first within 20 working days, over Christmas and New Year', () =>
    expect(dues('looked-after-review', OLD, care('2025-12-15'))).toEqual(['2026-01-15']))

  test('the second three months on, later ones six, each from the one before', () => {
    const all = clocks(
      'looked-after-review',
      OLD,
      care('2025-01-06'),
      review('2025-01-30'),
      review('2025-04-15'),
    )
    expect(all.map(brief)).toEqual([
      ['2025-01-06', '2025-02-03', '2025-01-30', null],
      ['2025-01-30', '2025-04-30', '2025-04-15', null],
      ['2025-04-15', '2025-10-15', null, null],
    ])
    expect(all.map(c => c.row)).toEqual([
      'looked-after-review.first',
      'looked-after-review.second',
      'looked-after-review.later',
    ])
  })

  test('a review that was late meets its clock late, and the next counts from it', () => {
    const [first, second] = clocks('looked-after-review', OLD, care('2025-01-06'), review('2025-03-03'))
    if (!first) throw new Error('no clock')
    expect(clockState(first, day('2025-03-04'))).toEqual({
      is: 'met-late',
      on: '2025-03-03',
      due: '2025-02-03',
    })
    expect(clockState(first, day('2025-03-02'))).toEqual({ is: 'overdue', due: '2025-02-03' })
    expect(clockState(first, day('2025-02-03'))).toEqual({ is: 'running', due: '2025-02-03' })
    expect(second?.due).toBe('2025-06-03')
  })

  test('the end of care stops the clock; what was held on the last day still counts', () => {
    const left = [OLD, care('2025-01-06'), ceased('2025-01-20')] as const
    expect(clocks('looked-after-review', ...left).map(brief)).toEqual([
      ['2025-01-06', '2025-02-03', null, '2025-01-20'],
    ])
    const [only] = clocks('looked-after-review', ...left)
    if (!only) throw new Error('no clock')
    expect(clockState(only, day('2025-01-19')).is).toBe('running')
    expect(clockState(only, day('2026-01-19'))).toEqual({ is: 'ended', on: '2025-01-20' })
    expect(clocks('looked-after-review', ...left, review('2025-01-20'))[0]?.met).toBe('2025-01-20')
    expect(clocks('looked-after-review', ...left, review('2025-01-21'))[0]?.met).toBeNull()
  })

  test('coming into care again begins again', () =>
    expect(
      dues(
        'looked-after-review',
        OLD,
        care('2024-01-08'),
        review('2024-01-30'),
        ceased('2024-03-01'),
        care('2025-01-06'),
      ),
    ).toEqual(['2024-02-05', '2024-04-30', '2025-02-03']))

  test('a review on the day when one period ends and the next begins is counted once, for the next', () => {
    const again = [
      OLD,
      care('2025-01-06'),
      ceased('2025-01-20'),
      care('2025-01-20'),
      review('2025-01-20'),
    ] as const
    expect(clocks('looked-after-review', ...again).map(brief)).toEqual([
      ['2025-01-06', '2025-02-03', null, '2025-01-20'],
      ['2025-01-20', '2025-02-17', '2025-01-20', null],
      ['2025-01-20', '2025-04-20', null, null],
    ])
  })
})

describe('visits', () => {
  test('within seven days of a placement, then every six weeks', () => {
    expect(
      clocks('looked-after-visit', OLD, care('2025-01-06'), placed('2025-01-06'), visited('2025-01-10')).map(
        brief,
      ),
    ).toEqual([
      ['2025-01-06', '2025-01-13', '2025-01-10', null],
      ['2025-01-10', '2025-02-21', null, null],
    ])
  })

  test('a move begins them again: the old clock ends, and a visit on that day is for the new placement', () => {
    const moved = [
      OLD,
      care('2025-01-06'),
      placed('2025-01-06'),
      visited('2025-01-10'),
      placed('2025-02-03'),
    ] as const
    expect(clocks('looked-after-visit', ...moved, visited('2025-02-03')).map(brief)).toEqual([
      ['2025-01-06', '2025-01-13', '2025-01-10', null],
      ['2025-01-10', '2025-02-21', null, '2025-02-03'],
      ['2025-02-03', '2025-02-10', '2025-02-03', null],
      ['2025-02-03', '2025-03-17', null, null],
    ])
  })

  test('a child not seen was not visited', () =>
    expect(
      clocks('looked-after-visit', OLD, care('2025-01-06'), visited('2025-01-10', 'no'))[0]?.met,
    ).toBeNull())

  test('in a placement meant to last, every three months after its first year, and not before', () => {
    const early = [OLD, care('2023-01-09'), longTerm('2023-01-09'), visited('2023-01-12')] as const
    expect(dues('looked-after-visit', ...early, visited('2023-02-20'))).toContain('2023-04-03')
    expect(dues('looked-after-visit', ...early, visited('2024-01-09'))).toContain('2024-04-09')
    expect(
      dues('looked-after-visit', OLD, care('2023-01-09'), placed('2023-01-09'), visited('2024-01-09')),
    ).toContain('2024-02-20')
  })

  test('the rule in force when a clock started governs it', () => {
    const rows = clocks(
      'looked-after-visit',
      born('2003-01-01'),
      care('2011-03-30'),
      visited('2011-03-31'),
      visited('2011-05-10'),
    )
    expect(rows.map(c => [c.starts, c.row])).toEqual([
      ['2011-03-30', 'looked-after-visit.first.earlier'],
      ['2011-03-31', 'looked-after-visit.later.earlier'],
      ['2011-05-10', 'looked-after-visit.later'],
    ])
    expect(clocks('looked-after-visit', born('2003-01-01'), care('2011-04-01'))[0]?.row).toBe(
      'looked-after-visit.first',
    )
  })
})

describe('health', () => {
  test('reviews every six months under five, every twelve from five: by the age when it falls due', () => {
    const child = born('2020-06-15')
    const first = [child, care('2024-06-03'), health('2024-06-20')] as const
    expect(clocks('health-assessment', ...first).map(c => [c.row, c.due])).toEqual([
      ['health-assessment.first', '2024-07-01'],
      ['health-assessment.under-5', '2024-12-20'],
    ])
    // Six months from 14 December fall on the eve of the fifth birthday; from the 15th, on the birthday itself.
    expect(dues('health-assessment', ...first, health('2024-12-14')).at(-1)).toBe('2025-06-14')
    expect(dues('health-assessment', ...first, health('2024-12-15')).at(-1)).toBe('2025-12-15')
  })

  test('one that was missed meets nothing', () =>
    expect(
      clocks('health-assessment', OLD, care('2025-01-06'), health('2025-01-20', 'missed'))[0]?.met,
    ).toBeNull())

  test('where the birth is not known, the longer time is taken and nobody is told late too soon', () =>
    expect(dues('health-assessment', care('2025-01-06'), health('2025-01-20')).at(-1)).toBe('2026-01-20'))
})

describe('the questionnaire, ages 4 to 16', () => {
  test('begins on the fourth birthday', () =>
    expect(clocks('sdq', born('2021-03-10'), care('2024-01-08')).map(brief)).toEqual([
      ['2025-03-10', '2026-03-10', null, '2038-03-10'],
    ]))

  test('ends on the seventeenth', () =>
    expect(clocks('sdq', born('2008-03-10'), care('2024-01-08'), sdq('2024-06-03')).map(brief)).toEqual([
      ['2024-01-08', '2025-01-08', '2024-06-03', null],
      ['2024-06-03', '2025-06-03', null, '2025-03-10'],
    ]))

  test('is not asked of one already older, nor where the birth is not known', () => {
    expect(clocks('sdq', born('2006-03-10'), care('2024-01-08'))).toEqual([])
    expect(clocks('sdq', care('2024-01-08'))).toEqual([])
  })

  test('a score before the fourth birthday meets nothing', () =>
    expect(clocks('sdq', born('2021-03-10'), care('2024-01-08'), sdq('2025-03-09'))[0]?.met).toBeNull())
})
