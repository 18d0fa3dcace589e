import { describe, expect, test } from 'vitest'
import { distanceRules } from './distances.ts'
import { answerOf, failing } from './sample.ts'

const of = (code: string, tables: Parameters<typeof failing>[3], more?: Parameters<typeof failing>[4]) =>
  failing(distanceRules, code, 2025, tables, more)

describe('home, placement and distance', () => {
  const children = {
    Header: ['CHILD,UASC', 'A,0', 'B,1', 'C,0', 'D,0', 'E,0'],
    Header_last: ['CHILD,UASC', 'C,1'],
    UASC: ['CHILD,DUC', 'F,'],
    UASC_last: ['CHILD,DUC', 'D,01/05/2024', 'E,'],
  }
  const rows = ['A', 'B', 'C', 'D', 'E', 'F']

  test('392a, 406 and 454: whoever is or was an unaccompanied asylum seeker has no distance', () => {
    const blank = ['CHILD,LS,PL_DISTANCE', ...rows.map(c => `${c},C2,`), 'A,V3,', 'A,V4,', 'A,,']
    expect(of('392a', { ...children, Episodes: blank })).toEqual({ Episodes: [0, 4, 8] })
    const far = ['CHILD,PL_DISTANCE', ...rows.map(c => `${c},350.1`), 'A,350', 'A,', 'B,']
    expect(of('406', { ...children, Episodes: far })).toEqual({ Episodes: [1, 2, 3, 5] })
    expect(of('454', { ...children, Episodes: far })).toEqual({ Episodes: [0, 4] })
  })

  test('rules about distance are not asked without it', () => {
    const tables = { ...children, Episodes: ['CHILD,LS,PL_POST', 'A,V3,ZA1 1AA'] }
    for (const code of ['392a', '406', '420', '454'])
      expect(answerOf(distanceRules, code, 2025, { tables }).asked).toBe(false)
  })

  test('392b: both postcodes are there, unless for a short break', () => {
    const Episodes = [
      'CHILD,LS,HOME_POST,PL_POST',
      'A,C2,ZA1 1AA,ZA1 1AB',
      'A,C2,,ZA1 1AB',
      'A,C2,ZA1 1AA,',
      'A,V3,,',
      'B,C2,,',
    ]
    expect(of('392b', { ...children, Episodes })).toEqual({ Episodes: [1, 2] })
  })

  test('392c: a postcode is written in full, with a space or without', () => {
    const Episodes = [
      'HOME_POST,PL_POST',
      'ZA1 1AA,',
      'za11aa,z1a 1AA',
      'ZA1,',
      ',ZA1 1A',
      ',ZA1 1AAA',
      ',ZA12 1AA',
    ]
    expect(of('392c', { Episodes })).toEqual({ Episodes: [2, 3, 4] })
  })

  test('392d: home and placement differ, unless with parents', () => {
    const Episodes = [
      'HOME_POST,PL_POST,PLACE',
      'ZA1 1AA,za11aa,U1',
      'ZA1 1AA,ZA1 1AA,P1',
      'ZA1 1AA,ZA1 1AB,U1',
      ',,U1',
    ]
    expect(of('392d', { Episodes })).toEqual({ Episodes: [0] })
  })

  test('398 and 420: a short break has no postcode and no authority', () => {
    const Episodes = [
      'LS,HOME_POST,PL_POST,PL_LA',
      'V3,ZA1 1AA,,',
      'V4,,ZA1 1AA,E1',
      'V3,,,',
      'C2,ZA1 1AA,ZA1 1AA,E1',
    ]
    expect(of('398', { Episodes })).toEqual({ Episodes: [0, 1] })
    expect(of('420', { Episodes })).toEqual({ Episodes: [1] })
  })

  test('411: inside our area is in our authority, outside is in another', () => {
    const Episodes = ['PL_LOCATION,PL_LA', 'IN,E1', 'IN,E2', 'OUT,E1', 'OUT,E2', 'IN,', ',E1']
    expect(of('411', { Episodes }, { authority: 'E1' })).toEqual({ Episodes: [1, 2] })
    expect(answerOf(distanceRules, '411', 2025, { tables: { Episodes } }).asked).toBe(false)
  })
})
