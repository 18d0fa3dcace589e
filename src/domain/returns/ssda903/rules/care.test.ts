import { describe, expect, test } from 'vitest'
import type { Frame } from '../../check/frame.ts'
import type { Lines } from '../../check/lines.ts'
import { carePeriods, inCareAllYear, inCareAtEnd, inCareBeyondBreaks, inCareThisYear } from './care.ts'
import { type ColumnOf, return903 } from './data.ts'
import { linesFrame } from './sample.ts'

const of = (...rows: Lines) => {
  const Episodes: Frame<ColumnOf<'Episodes'>> = linesFrame(['CHILD,DECOM,DEC,REC,RNE,LS', ...rows])
  return return903({ year: 2025, now: { Episodes } })
}
const children = (set: ReadonlySet<string>) => [...set].sort()

describe('periods of care', () => {
  test('an episode goes on in the next on the same day or the day after, where it ceased with X1', () => {
    const r = of(
      'A,01/05/2025,01/06/2025,X1,P,C2',
      'A,01/01/2025,30/04/2025,X1,S,C2',
      'A,03/06/2025,01/07/2025,E3,P,C2',
    )
    const day = (iso: string) => Date.parse(iso) / 86_400_000
    expect(carePeriods(r).get('A')).toEqual([
      { from: day('2025-01-01'), to: day('2025-06-01') },
      { from: day('2025-06-03'), to: day('2025-07-01') },
    ])
    expect(carePeriods(r)).toBe(carePeriods(r))
  })

  test('twelve months at 31 March: from 1 April or before, to 31 March or after', () => {
    const r = of(
      'A,01/04/2025,,,S,C2',
      'B,02/04/2025,,,S,C2',
      'C,01/01/2025,31/03/2026,E3,S,C2',
      'D,01/01/2025,30/03/2026,E3,S,C2',
      'E,01/01/2025,30/03/2026,X1,S,C2',
      'F,01/01/2025,,,S,V3',
      'G,,,,S,C2',
    )
    expect(children(inCareAllYear(r))).toEqual(['A', 'C', 'E'])
  })

  test('care that ended and began again is broken, and so it is where the next episode says that care started', () => {
    const r = of(
      'A,01/01/2025,01/10/2025,X1,S,C2',
      'A,01/10/2025,,,L,C2',
      'B,01/01/2025,01/10/2025,E4A,S,C2',
      'B,01/10/2025,,,L,C2',
      'C,01/01/2025,01/10/2025,X1,S,C2',
      'C,01/10/2025,,,S,C2',
      'D,01/01/2025,01/10/2025,X1,S,C2',
      'D,03/10/2025,,,L,C2',
      'E,01/01/2025,,,S,C2',
      'E,03/10/2025,,,L,C2',
    )
    expect(children(inCareAllYear(r))).toEqual(['A', 'E'])
  })

  test('at the end of the year, and in the year at all', () => {
    const r = of(
      'A,01/01/2026,31/03/2026,E3,S,C2',
      'B,01/01/2026,30/03/2026,X1,S,C2',
      'C,01/01/2026,,,S,V4',
      'D,01/04/2026,,,S,C2',
      'E,,31/03/2025,E3,S,C2',
      'F,,,,,',
    )
    expect(children(inCareAtEnd(r))).toEqual(['A', 'F'])
    expect(children(inCareThisYear(r))).toEqual(['A', 'B', 'C', 'F'])
    expect(children(inCareBeyondBreaks(r))).toEqual(['A', 'B', 'F'])
  })
})
