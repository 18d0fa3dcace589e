import { describe, expect, test } from 'vitest'
import { earliestOrder } from './order-date.ts'
import { previousRules } from './previous.ts'
import { failing } from './sample.ts'

const prev = (...rows: string[]) => ['CHILD,PREV_PERM,LA_PERM,DATE_PERM', ...rows]

describe('earlier permanence', () => {
  test('630: whoever came this year has an option with date and authority, or none', () => {
    const Episodes = [
      'CHILD,DECOM,RNE',
      ...['A,01/04/2025,S', 'B,31/03/2025,S', 'C,01/04/2025,P', 'D,02/04/2025,S', 'E,02/04/2025,S', 'F,,S'],
    ]
    const PrevPerm = prev('D,Z1,,', 'E,P1,352,', 'F,,,')
    expect(failing(previousRules, '630', 2025, { Episodes, PrevPerm })).toEqual({ Episodes: [0, 4] })
  })

  test('631 and 633: codes of the lists, where they are given', () => {
    const PrevPerm = prev('A,P4,839,', 'B,P5,WAL,', 'C,,,', 'D,z1,999,', 'E,Z1,wal,')
    expect(failing(previousRules, '631', 2025, { PrevPerm })).toEqual({ PrevPerm: [1, 3] })
    expect(failing(previousRules, '633', 2025, { PrevPerm })).toEqual({ PrevPerm: [3, 4] })
  })

  test('632: the order was made before the child came; parts of its date may be unknown', () => {
    const start = (child: string) => `${child},05/05/2025,S`
    const Episodes = [
      'CHILD,DECOM,RNE',
      ...'ABCDEFG'.split('').map(start),
      'D,01/05/2024,S',
      'A,06/05/2025,P',
    ]
    const PrevPerm = prev(
      ...['A,P1,352,04/05/2025', 'B,P1,352,05/05/2025', 'C,P1,352,zz/05/2025', 'D,P1,352,ZZ/zz/2024'],
      ...[
        'E,P1,352,01/zz/2020',
        'F,P1,352,',
        'G,P1,352,zz/zz/zzzz',
        'X,P1,352,31/04/2020',
        'Y,P1,352,30/04/2020',
      ],
    )
    expect(failing(previousRules, '632', 2025, { Episodes, PrevPerm })).toEqual({
      PrevPerm: [1, 4, 7],
      Episodes: [1, 4],
    })
  })

  test('a date of an order that is not wholly known', () => {
    expect(earliestOrder('zz/02/2020')).toBe(earliestOrder('01/02/2020'))
    expect(earliestOrder('zz/zz/2020')).toBe(earliestOrder('1/1/2020'))
    expect(earliestOrder('zz/zz/zzzz')).toBe(Number.NEGATIVE_INFINITY)
    for (const no of ['zz/13/2020', '2020', '05/zz/2020', 'zz/05/zzzz', '2020-02-01', ''])
      expect(earliestOrder(no)).toBeNaN()
  })

  test('634: it is not asked of who came before 1 April 2016', () => {
    const Episodes = [
      'CHILD,DECOM',
      'A,31/03/2016',
      'A,01/01/2015',
      'B,31/03/2016',
      'B,01/04/2016',
      'C,01/01/2015',
      'D,',
    ]
    const PrevPerm = prev('A,Z1,,', 'B,Z1,,', 'C,,,', 'D,Z1,,', 'X,Z1,,')
    expect(failing(previousRules, '634', 2025, { Episodes, PrevPerm })).toEqual({
      PrevPerm: [0],
      Episodes: [0, 1],
    })
  })

  test('635: no date and authority without an option', () => {
    const PrevPerm = prev(
      'A,Z1,352,01/01/2020',
      'B,,352,',
      'C,,,zz/zz/2020',
      'D,P1,352,01/01/2020',
      'E,Z1,,',
      'F,,,',
    )
    expect(failing(previousRules, '635', 2025, { PrevPerm })).toEqual({ PrevPerm: [0, 1, 2] })
  })
})
