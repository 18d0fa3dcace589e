import { describe, expect, test } from 'vitest'
import { episodeCodeRules } from './episode-codes.ts'
import { failing } from './sample.ts'

const wrong = (code: string, year: number, Episodes: readonly string[]) =>
  failing(episodeCodeRules, code, year, { Episodes }).Episodes

describe('the codes of an episode', () => {
  test.each([
    ['1009', 'REASON_PLACE_CHANGE', 'CUSTOD', 'custod'],
    ['143', 'RNE', 'U', 'X'],
    ['144', 'LS', 'J3', 'V1'],
    ['145', 'CIN', 'N8', 'N9'],
    ['149', 'REC', 'E17', 'E4'],
  ])('%s: %s may be %s, may be blank, and not %s', (code, column, good, bad) => {
    expect(wrong(code, 2026, [`CHILD,${column}`, `A,${good}`, `B,${bad}`, 'C,'])).toEqual([1])
  })

  test('146: placement types change with the years', () => {
    const Episodes = ['CHILD,PLACE', 'A,H5', 'B,P2', 'C,K3', 'D,Z1', 'E,Z11', 'F,U6', 'G,']
    expect(wrong('146', 2023, Episodes)).toEqual([2, 4])
    expect(wrong('146', 2024, Episodes)).toEqual([0, 1, 4])
    expect(wrong('146', 2025, Episodes)).toEqual([0, 1, 3])
  })

  test('178: the provider is one of PR0 to PR5, and none where nobody provides; a blank is not for it', () => {
    const Episodes = [
      'PLACE,PLACE_PROVIDER',
      'U6,PR5',
      'U6,PR6',
      'U6,',
      'T3,PR1',
      'T4,PR1',
      'Z1,PR1',
      'Z12,PR1',
      ',PR2',
    ]
    expect(wrong('178', 2024, Episodes)).toEqual([1, 3, 5])
    expect(wrong('178', 2025, Episodes)).toEqual([1, 3, 6])
  })

  test('213: no provider, whatever its code, where nobody provides', () => {
    const Episodes = [
      'PLACE,PLACE_PROVIDER',
      'T0,PR1',
      'T1,',
      'T3,none',
      'T4,PR1',
      'Z1,PR1',
      'Z14,PR1',
      'K1,PR1',
      ',PR1',
    ]
    expect(wrong('213', 2024, Episodes)).toEqual([0, 2, 4])
    expect(wrong('213', 2025, Episodes)).toEqual([0, 2, 5])
  })
})
