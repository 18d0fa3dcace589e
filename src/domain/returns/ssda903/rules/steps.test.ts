import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failing } from './sample.ts'
import { stepRules } from './steps.ts'
import { wholeCareRules } from './whole-care.ts'

const of = (code: string, Episodes: string[]) => failing(stepRules, code, 2025, { Episodes })

describe('each episode beside the one before', () => {
  const Episodes = [
    'CHILD,RNE,DECOM,DEC,REC',
    'A,S,01/05/2025,02/05/2025,X1',
    'A,S,02/05/2025,03/05/2025,E4A',
    'A,P,04/05/2025,,',
    'A,P,05/05/2025,,',
    'B,L,01/05/2025,02/05/2025,X1',
    'B,L,02/05/2025,,',
    'C,,03/05/2025,,',
    'C,S,01/05/2025,02/05/2025,E3',
    'D,P,,,',
  ]

  test('431: no start of care on the day on which the episode before ended', () => {
    expect(of('431', Episodes)).toEqual({ Episodes: [1] })
  })
  test('432: after the end of care there is a start of care', () => {
    expect(of('432', Episodes)).toEqual({ Episodes: [2, 6] })
  })
  test('433: what carries on begins where the other ended; a first episode has none before it', () => {
    expect(of('433', Episodes)).toEqual({ Episodes: [2, 3] })
  })

  test('434, 435 and 436: the reason says what changed', () => {
    const row = (child: string, rne: string, change: 'nothing' | 'status' | 'placement' | 'both') => [
      `${child},S,01/05/2025,C2,U1,ZA1 1AA,,PR1`,
      `${child},${rne},02/05/2025,${change === 'status' || change === 'both' ? 'E1' : 'C2'},U1,${
        change === 'placement' || change === 'both' ? 'ZA2 2AA' : 'za11aa'
      },,PR1`,
    ]
    const failed = (code: string, rne: string) => {
      const head = 'CHILD,RNE,DECOM,LS,PLACE,PL_POST,URN,PLACE_PROVIDER'
      const changes = ['nothing', 'status', 'placement', 'both'] as const
      const rows = changes.flatMap((change, i) => row(String(i), rne, change))
      return of(code, [head, ...rows]).Episodes?.map(i => changes[(i - 1) / 2])
    }
    expect(failed('434', 'L')).toEqual(['nothing', 'placement', 'both'])
    expect(failed('435', 'P')).toEqual(['nothing', 'status', 'both'])
    expect(failed('435', 'T')).toEqual(['nothing', 'status', 'both'])
    expect(failed('436', 'B')).toEqual(['nothing', 'status', 'placement'])
    expect(failed('436', 'U')).toEqual(['nothing', 'status', 'placement'])
    expect(failed('436', 'L')).toBeUndefined()
  })

  test.each(['PLACE', 'URN', 'PLACE_PROVIDER'])('435: %s alone makes a change of placement', column => {
    expect(of('435', [`CHILD,RNE,DECOM,${column}`, 'A,S,01/05/2025,', 'A,P,02/05/2025,Q'])).toEqual({})
  })

  test('437: nothing follows a death or an 18th birthday', () => {
    const rows = [
      'CHILD,DECOM,REC',
      'A,01/05/2025,E2',
      'A,01/06/2025,X1',
      'B,01/05/2025,X1',
      'B,01/06/2025,E15',
      'C,,E2',
      'C,01/06/2025,X1',
    ]
    expect(of('437', rows)).toEqual({ Episodes: [0] })
  })

  test('501: an episode begins when the one before has ended, or on that day', () => {
    const rows = [
      'CHILD,DECOM,DEC',
      'A,01/06/2025,',
      'A,01/05/2025,01/06/2025',
      'B,31/05/2025,',
      'B,01/05/2025,01/06/2025',
      'C,01/05/2025,',
      'C,02/05/2025,',
    ]
    expect(of('501', rows)).toEqual({ Episodes: [2] })
  })

  test('the order of the rows does not matter', () => {
    const day = fc.integer({ min: 1, max: 28 })
    const row = fc.record({
      child: fc.constantFrom('A', 'B'),
      from: day,
      to: day,
      rne: fc.constantFrom('S', 'P'),
    })
    const rows = fc.uniqueArray(row, { selector: r => `${r.child} ${r.from}`, maxLength: 12 })
    const line = (r: { child: string; from: number; to: number; rne: string }) =>
      `${r.child},${r.rne},${r.from}/05/2025,${r.to}/05/2025,X1`
    const head = 'CHILD,RNE,DECOM,DEC,REC'
    fc.assert(
      fc.property(rows, fc.constantFrom('431', '433', '501'), (given, code) => {
        const lines = given.map(line)
        const failed = (order: string[]) =>
          (of(code, [head, ...order]).Episodes ?? []).map(i => order[i]).sort()
        expect(failed([...lines].reverse())).toEqual(failed(lines))
      }),
    )
  })
})

describe('through all of care', () => {
  const whole = (code: string, Episodes: string[], last?: string[]) =>
    failing(wholeCareRules, code, 2025, { Episodes, ...(last ? { Episodes_last: last } : {}) })

  test('199: no episode after an adoption, of this year’s return or last year’s', () => {
    const head = 'CHILD,DECOM,REC'
    const rows = [
      head,
      'A,01/06/2025,',
      'A,01/05/2025,E11',
      'A,01/04/2025,X1',
      'B,01/06/2025,',
      'C,01/06/2025,',
    ]
    const last = [head, 'B,01/05/2024,E12', 'C,01/05/2024,E4A']
    expect(whole('199', rows)).toEqual({ Episodes: [0] })
    expect(whole('199', rows, last)).toEqual({ Episodes: [0, 3] })
  })

  test('426: short breaks under one of V3 and V4', () => {
    const rows = ['CHILD,LS', 'A,V3', 'A,V4', 'A,C2', 'B,V3', 'B,V3', 'C,V4', ',V3', ',V4']
    expect(whole('426', rows)).toEqual({ Episodes: [0, 1] })
  })

  test('504: the category of need with which the period of care began', () => {
    const rows = [
      'CHILD,DECOM,DEC,REC,CIN',
      'A,01/05/2025,02/05/2025,X1,N1',
      'A,02/05/2025,03/05/2025,X1,N2',
      'A,03/05/2025,04/05/2025,E4A,N1',
      'A,04/05/2025,05/05/2025,X1,N3',
      'A,06/05/2025,07/05/2025,X1,N4',
      'A,07/05/2025,,,',
      'B,01/05/2025,02/05/2025,X1,',
      'B,02/05/2025,,,',
    ]
    expect(whole('504', rows)).toEqual({ Episodes: [1, 5] })
  })
})
