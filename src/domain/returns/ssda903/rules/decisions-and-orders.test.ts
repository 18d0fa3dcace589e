import { describe, expect, test } from 'vitest'
import { decisionsAndOrdersRules } from './decisions-and-orders.ts'
import { failing } from './sample.ts'

const head = 'CHILD,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED'

describe('placements and orders come after a decision', () => {
  test('551: a placement for adoption has one', () => {
    const Episodes = ['CHILD,PLACE', 'A,A3', 'B,A6', 'C,A4', 'D,U1', 'E,A5']
    const PlacedAdoption = [head, 'A,01/05/2025,,', 'B,,,', 'C,,,', 'C,01/05/2025,,']
    expect(failing(decisionsAndOrdersRules, '551', 2025, { Episodes, PlacedAdoption })).toEqual({
      Episodes: [1, 4],
    })
  })

  const early = [
    'A,01/05/2025,,',
    'B,02/05/2025,,',
    'C,02/05/2025,,',
    'C,01/01/2025,02/05/2025,RD1',
    'D,02/05/2025,,',
    'D,01/01/2025,30/04/2025,RD1',
    'E,,,',
  ]
  const both = { Episodes: [1, 3], PlacedAdoption: [1, 4] }

  test('552: it began on or after the day of a decision that stood', () => {
    const Episodes = [
      'CHILD,DECOM,PLACE',
      ...['A', 'B', 'C', 'D', 'E', 'F'].map(c => `${c},01/05/2025,A3`),
      'B,01/01/2025,U1',
      'B,,A3',
    ]
    expect(
      failing(decisionsAndOrdersRules, '552', 2025, { Episodes, PlacedAdoption: [head, ...early] }),
    ).toEqual(both)
  })

  test('554 and 556: so did a placement order, and a freeing order', () => {
    const orders = (code: string) => [
      'CHILD,DECOM,LS',
      ...['A', 'B', 'C', 'D', 'E', 'F'].map(c => `${c},01/05/2025,${code}`),
      'B,01/01/2025,C2',
    ]
    const PlacedAdoption = [head, ...early]
    expect(failing(decisionsAndOrdersRules, '554', 2025, { Episodes: orders('E1'), PlacedAdoption })).toEqual(
      both,
    )
    expect(failing(decisionsAndOrdersRules, '556', 2023, { Episodes: orders('D1'), PlacedAdoption })).toEqual(
      {
        Episodes: [1, 3],
      },
    )
    expect(() => failing(decisionsAndOrdersRules, '556', 2024, {})).toThrow('no rule 556')
  })

  test('553 and 555: an order has one, and what there is of it is whole', () => {
    const PlacedAdoption = [
      head,
      'A,01/05/2025,,',
      'B,01/05/2025,01/06/2025,RD1',
      'C,,,',
      'D,01/05/2025,,RD1',
      'E,01/05/2025,01/06/2025,',
      'Z,,,',
    ]
    for (const [code, status] of [
      ['553', 'E1'],
      ['555', 'D1'],
    ] as const) {
      const Episodes = ['CHILD,LS', ...['A', 'B', 'C', 'D', 'E', 'F'].map(c => `${c},${status}`), 'G,C2']
      expect(failing(decisionsAndOrdersRules, code, 2023, { Episodes, PlacedAdoption })).toEqual({
        Episodes: [5],
        PlacedAdoption: [2, 3, 4],
      })
    }
  })
})
