import { describe, expect, test } from 'vitest'
import { placedAdoptionRules } from './placed-adoption.ts'
import { placedAgainRules } from './placed-again.ts'
import { failing } from './sample.ts'

describe('the decision to place a child for adoption', () => {
  test('115, 116, 120: days and reasons are ones that exist, or blank', () => {
    const PlacedAdoption = [
      'CHILD,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED',
      'A,29/02/2024,30/04/2025,RD1',
      'B,29/02/2025,31/04/2025,RD5',
      'C,,,',
      'D,1/5/25,soon,rd2',
    ]
    const asked = (code: string) => failing(placedAdoptionRules, code, 2025, { PlacedAdoption })
    for (const code of ['115', '116', '120']) expect(asked(code)).toEqual({ PlacedAdoption: [1, 3] })
  })

  test('119: its end has both a day and a reason; 563: and a beginning', () => {
    const PlacedAdoption = [
      'CHILD,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED',
      'A,01/05/2025,,',
      'B,01/05/2025,01/06/2025,RD1',
      'C,01/05/2025,01/06/2025,',
      'D,,,RD1',
      'E,,01/06/2025,RD1',
      'F,,,',
    ]
    expect(failing(placedAdoptionRules, '119', 2025, { PlacedAdoption })).toEqual({ PlacedAdoption: [2, 3] })
    expect(failing(placedAdoptionRules, '563', 2025, { PlacedAdoption })).toEqual({ PlacedAdoption: [3, 4] })
  })

  test('184: it does not come before birth', () => {
    const Header = ['CHILD,DOB', 'A,01/05/2025', 'B,01/05/2025', 'C,']
    const PlacedAdoption = [
      'CHILD,DATE_PLACED',
      'B,30/04/2025',
      'A,01/05/2025',
      'C,30/04/2025',
      'D,30/04/2025',
      'A,',
    ]
    expect(failing(placedAdoptionRules, '184', 2025, { Header, PlacedAdoption })).toEqual({
      Header: [1],
      PlacedAdoption: [0],
    })
  })

  test('522: it does not end before it was made', () => {
    const PlacedAdoption = [
      'CHILD,DATE_PLACED,DATE_PLACED_CEASED',
      'A,02/05/2025,02/05/2025',
      'B,02/05/2025,01/05/2025',
      'C,,01/05/2025',
      'D,02/05/2025,',
    ]
    expect(failing(placedAdoptionRules, '522', 2025, { PlacedAdoption })).toEqual({ PlacedAdoption: [1] })
  })
})

describe('several decisions', () => {
  const head = 'CHILD,DATE_PLACED,DATE_PLACED_CEASED'

  test('579: none is made before every earlier one has ended; one may end on the day of the next', () => {
    const PlacedAdoption = [
      head,
      'A,01/06/2025,',
      'A,01/05/2025,01/06/2025',
      'B,01/05/2025,01/09/2025',
      'B,02/05/2025,03/05/2025',
      'B,01/07/2025,',
      'C,01/05/2025,',
      'C,02/05/2025,',
      'D,,',
      'D,02/05/2025,',
    ]
    expect(failing(placedAgainRules, '579', 2025, { PlacedAdoption })).toEqual({ PlacedAdoption: [3, 4, 6] })
  })

  test('583: an earlier one without an end is asked about', () => {
    const PlacedAdoption = [
      head,
      'A,01/06/2025,',
      'A,01/05/2025,',
      'B,01/05/2025,01/06/2025',
      'B,01/06/2025,',
      'C,01/05/2025,',
      'D,01/05/2025,',
      'D,01/05/2025,',
      'E,,',
      'E,01/05/2025,',
    ]
    expect(failing(placedAgainRules, '583', 2025, { PlacedAdoption })).toEqual({ PlacedAdoption: [1] })
  })
})
