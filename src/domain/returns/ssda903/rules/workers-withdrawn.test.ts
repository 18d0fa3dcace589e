import { describe, expect, test } from 'vitest'
import { ask } from '../../check/answer.ts'
import { inForce } from '../../check/rule.ts'
import { allTables } from './ask.ts'
import { return903 } from './data.ts'
import { linesFrame } from './sample.ts'
import { workerWithdrawnRules } from './workers-withdrawn.ts'

const NOW = [
  'CHILD,SW_ID,SW_DECOM,SW_DEC,SW_REASON',
  'A,SW1,01/04/2023,,FCONTA',
  'A,SW9,01/06/2024,,',
  'B,SW2,01/04/2022,,',
  'C,SW3,,,OTHERS',
  'D,SW4,31/03/2023,,',
]
const LAST = [
  'CHILD,SW_ID,SW_DECOM,SW_DEC,SW_REASON',
  'A,SW1,01/04/2023,,MANAGE',
  'B,SW1,01/04/2022,,',
  'C,SW1,01/04/2022,,MANAGE',
  'D,SW1,01/04/2022,01/05/2022,',
]

const found = (code: string) => {
  const rule = workerWithdrawnRules.find(r => r.code === code)
  if (!rule) throw new Error(code)
  const data = return903({
    year: 2024,
    now: { SWEpisodes: linesFrame(NOW) },
    last: { SWEpisodes: linesFrame(LAST) },
  })
  const answer = ask(rule, data, { year: 2024, tables: allTables(data), lookups: data.lookups })
  if (!answer.asked) throw new Error(answer.because)
  return answer.found
}

describe('rules that were withdrawn in the year that brought them', () => {
  test('are in force in no year', () => {
    for (const rule of workerWithdrawnRules)
      expect(
        [2022, 2023, 2024, 2025, 2026].some(y => inForce(rule, y)),
        rule.code,
      ).toBe(false)
  })

  test('SW15: a reason, from a year before this year began', () =>
    expect(found('SW15STG2')).toEqual({ SWEpisodes: [1] }))

  test('SW16: the first of this year is the open one of last year; one without a start is not held against it', () => {
    expect(found('SW16aSTG2')).toEqual({ SWEpisodes: [2] })
    expect(found('SW16bSTG2')).toEqual({})
    expect(found('SW16cSTG2')).toEqual({ SWEpisodes: [0] })
  })
})
