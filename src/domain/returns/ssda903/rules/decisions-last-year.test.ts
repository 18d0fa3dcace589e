import { describe, expect, test } from 'vitest'
import { decisionsLastYearRules } from './decisions-last-year.ts'
import { answerOf, failing } from './sample.ts'

const head = 'CHILD,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED'
const asked = (code: string, now: readonly string[], last: readonly string[]) =>
  failing(decisionsLastYearRules, code, 2025, {
    PlacedAdoption: [head, ...now],
    PlacedAdoption_last: [head, ...last],
  })

describe('decisions beside those of last year’s return', () => {
  test('559: one of an earlier year was in last year’s return', () => {
    const now = ['A,31/03/2025,,', 'B,31/03/2025,,', 'C,01/04/2025,,', 'D,31/03/2025,,', 'E,,,']
    const last = ['A,31/03/2025,,', 'B,,01/02/2025,RD1', 'C,,,']
    expect(asked('559', now, last)).toEqual({ PlacedAdoption: [1, 3] })
  })

  test('560: one that stood last year keeps its day', () => {
    const now = [
      'A,01/05/2024,,',
      'B,02/05/2024,,',
      'C,02/05/2024,,',
      'D,,,',
      'E,01/05/2024,01/06/2025,RD1',
      'E,01/07/2025,,',
    ]
    const last = [
      'A,01/05/2024,,',
      'B,01/05/2024,,',
      'C,01/05/2024,01/06/2024,RD1',
      'D,01/05/2024,,',
      'E,01/05/2024,,',
    ]
    expect(asked('560', now, last)).toEqual({ PlacedAdoption: [1] })
  })

  test('561: one that was changed last year is not reported again', () => {
    const now = ['A,01/05/2024,,', 'B,01/05/2024,,', 'C,01/05/2024,,', 'D,,,', 'E,01/05/2025,,']
    const last = [
      'A,01/05/2024,,',
      'B,01/05/2024,01/06/2024,',
      'C,01/05/2024,,RD1',
      'D,,01/06/2024,RD1',
      'E,01/05/2024,01/06/2024,RD1',
    ]
    expect(asked('561', now, last)).toEqual({ PlacedAdoption: [1, 2] })
  })

  test('584: after one that was changed comes a later one', () => {
    const now = [
      'A,01/07/2025,,',
      'B,01/05/2024,,',
      'C,30/04/2024,,',
      'D,,,',
      'E,30/04/2024,,',
      'F,15/05/2024,,',
      'G,01/06/2024,,',
    ]
    const last = ['A', 'B', 'C', 'D', 'F', 'G'].map(child => `${child},01/05/2024,01/06/2024,RD1`)
    expect(asked('584', now, [...last, 'E,01/05/2024,,'])).toEqual({ PlacedAdoption: [1, 2, 3, 5] })
  })

  test('none is asked where last year’s return is not there', () => {
    for (const code of ['559', '560', '561', '584'])
      expect(
        answerOf(decisionsLastYearRules, code, 2025, {
          tables: { PlacedAdoption: [head, 'A,01/05/2020,,'] },
        }),
      ).toMatchObject({ asked: false })
  })
})
