import { describe, expect, test } from 'vitest'
import { episodeChainRules } from './episode-chain.ts'
import { episodeDayRules } from './episode-days.ts'
import { failing } from './sample.ts'

const rules = [...episodeDayRules, ...episodeChainRules]
const wrong = (code: string, Episodes: readonly string[]) => failing(rules, code, 2025, { Episodes }).Episodes

describe('the days of an episode', () => {
  test('141 and 147: a day that is written is a day', () => {
    const Episodes = [
      'DECOM,DEC',
      '29/02/2024,29/02/2023',
      '31/06/2025,',
      ',30/06/2025',
      '2025-06-01,1/7/2025',
    ]
    expect(wrong('141', Episodes)).toEqual([1, 3])
    expect(wrong('147', Episodes)).toEqual([0])
  })

  test('148: how it ended goes with when it ended', () => {
    expect(wrong('148', ['DEC,REC', '01/05/2025,X1', '01/05/2025,', ',X1', ',', 'soon,X1'])).toEqual([1, 2])
  })

  test('353: nothing began before the Children Act', () => {
    expect(wrong('353', ['DECOM', '13/10/1991', '14/10/1991', ''])).toEqual([0])
  })

  test('354 and 385: nothing begins or ends after 31 March', () => {
    const Episodes = ['DECOM,DEC', '31/03/2026,01/04/2026', '01/04/2026,31/03/2026', ',']
    expect(wrong('354', Episodes)).toEqual([1])
    expect(wrong('385', Episodes)).toEqual([0])
  })

  test('355 and 356: it ends on a later day', () => {
    const Episodes = [
      'DECOM,DEC',
      '02/05/2025,01/05/2025',
      '02/05/2025,02/05/2025',
      '02/05/2025,03/05/2025',
      '02/05/2025,',
    ]
    expect(wrong('355', Episodes)).toEqual([1])
    expect(wrong('356', Episodes)).toEqual([0])
  })
})

describe('one episode after another', () => {
  test('142: whatever is followed has ended, in any order of rows', () => {
    const rows = [
      'A,01/06/2025,,',
      'A,01/05/2025,01/06/2025,',
      'A,01/04/2025,01/05/2025,X1',
      'B,01/04/2025,,',
      ',01/04/2025,,',
    ]
    expect(wrong('142', ['CHILD,DECOM,DEC,REC', ...rows])).toEqual([1])
    expect(wrong('142', ['CHILD,DECOM,DEC,REC', ...rows.toReversed()])).toEqual([3])
    expect(wrong('142', ['CHILD,DECOM,DEC,REC', 'A,01/04/2025,,X1', 'A,02/04/2025,,'])).toEqual([0])
  })

  test('142: an episode without a start is neither before nor after', () => {
    expect(wrong('142', ['CHILD,DECOM,DEC,REC', 'A,,,', 'A,01/04/2025,,'])).toBeUndefined()
  })

  test('357: the first of the year begins with S, unless it began before', () => {
    const Episodes = [
      'CHILD,DECOM,RNE',
      ...['A,02/05/2025,P', 'A,01/04/2025,L', 'B,31/03/2025,L', 'C,01/04/2025,S', 'D,01/04/2025,', 'E,,P'],
    ]
    expect(wrong('357', Episodes)).toEqual([1, 4])
  })

  test('388: X1 where another begins that day, and nowhere else', () => {
    const Episodes = [
      'CHILD,DECOM,DEC,REC',
      ...['A,01/04/2025,01/05/2025,X1', 'A,01/05/2025,01/06/2025,X1', 'A,02/06/2025,01/07/2025,X1'],
      ...['B,01/04/2025,01/05/2025,E4A', 'B,01/05/2025,,', 'C,01/04/2025,01/05/2025,E4A', 'C,02/05/2025,,'],
      ...['D,01/04/2025,01/05/2025,', 'D,01/05/2025,,'],
    ]
    expect(wrong('388', Episodes)).toEqual([1, 2, 3])
  })
})
