import { describe, expect, test } from 'vitest'
import { legalSpellRules } from './legal-spells.ts'
import { failing } from './sample.ts'
import { shortBreakRules } from './short-breaks.ts'

const rules = [...legalSpellRules, ...shortBreakRules]
const wrong = (code: string, Episodes: readonly string[]) => failing(rules, code, 2025, { Episodes }).Episodes

describe('how long a legal status may last', () => {
  test.each([
    ['361', 'L1', '04/05/2025', '05/05/2025'],
    ['362', 'L2', '22/05/2025', '23/05/2025'],
    ['363', 'L3', '08/05/2025', '09/05/2025'],
    ['364', 'J2', '22/05/2025', '23/05/2025'],
  ])('%s: from 1 May, %s may last to %s, and not to %s', (code, ls, good, bad) => {
    const Episodes = [
      'CHILD,LS,DECOM,DEC',
      ...[`A,${ls},01/05/2025,${good}`, `B,${ls},01/05/2025,${bad}`, `C,C2,01/05/2025,${bad}`],
      ...[`D,${ls},01/05/2025,`, `E,${ls},31/03/2026,`, `F,${ls},,${bad}`, `G,${ls},01/05/2025,later`],
    ]
    expect(wrong(code, Episodes)).toEqual([1, 3])
  })

  test('361: a move does not begin it anew; a day between does', () => {
    const Episodes = [
      'CHILD,LS,DECOM,DEC',
      ...['A,L1,03/05/2025,05/05/2025', 'A,L1,01/05/2025,03/05/2025', 'A,C1,05/05/2025,'],
      ...['B,L1,01/05/2025,03/05/2025', 'B,L1,04/05/2025,06/05/2025'],
      ...['C,L1,01/05/2025,03/05/2025', 'C,L2,03/05/2025,05/05/2025'],
    ]
    expect(wrong('361', Episodes)).toEqual([0, 1])
  })
})

describe('short breaks', () => {
  test('365: each is of 17 days at most', () => {
    const Episodes = [
      'CHILD,LS,DECOM,DEC',
      ...['A,V3,01/05/2025,18/05/2025', 'B,V3,01/05/2025,19/05/2025', 'C,V4,01/05/2025,19/06/2025'],
      ...['D,V3,14/03/2026,', 'E,V3,13/03/2026,', 'A,V3,18/05/2025,20/05/2025'],
    ]
    expect(wrong('365', Episodes)).toEqual([1, 4])
  })

  test('366: each begins with S', () => {
    expect(wrong('366', ['LS,RNE', 'V3,S', 'V3,P', 'V4,P', 'V3,', ',P'])).toEqual([1, 3])
  })

  test('367: 75 days of the year at most, whatever came before it', () => {
    const head = 'CHILD,LS,DECOM,DEC'
    const before = ['A,V3,01/01/2025,11/04/2025', 'A,V3,01/05/2025,05/07/2025']
    expect(wrong('367', [head, ...before])).toBeUndefined()
    expect(wrong('367', [head, ...before, 'A,V3,01/08/2025,02/08/2025'])).toEqual([0, 1, 2])
    expect(wrong('367', [head, ...before, 'A,V4,01/08/2025,02/08/2025'])).toBeUndefined()
    expect(
      wrong('367', [head, 'B,V3,15/01/2026,', 'C,V3,14/01/2026,', 'C,V3,01/02/2025,01/03/2025']),
    ).toEqual([1])
  })

  test('382 and 384: neither in temporary nor in long-term foster placements', () => {
    const Episodes = ['LS,PLACE', 'V3,T0', 'V4,T4', 'C2,T1', 'V3,U1', 'V4,U4', 'V3,U6', 'C2,U4', ',T0', 'V3,']
    expect(wrong('382', Episodes)).toEqual([0, 1])
    expect(wrong('384', Episodes)).toEqual([3, 4])
  })
})
