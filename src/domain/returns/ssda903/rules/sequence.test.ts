import { expect, test } from 'vitest'
import { return903 } from './data.ts'
import { linesFrame } from './sample.ts'
import { eachCarriedOver, sequenceOf } from './sequence.ts'

const rows = [
  'CHILD,DECOM,DEC',
  'A,03/05/2025,',
  'A,01/05/2025,03/05/2025',
  'A,01/05/2025,01/05/2025',
  'A,,',
  'B,31/02/2025,',
  ',01/05/2025,',
]

test('a child’s episodes follow each other by their start, then by their end; without a start they have no place', () => {
  const { before, after, first, last } = sequenceOf(
    return903({ year: 2025, now: { Episodes: linesFrame(rows) } }),
  )
  expect([...before]).toEqual([1, 2, -1, -1, -1, -1])
  expect([...after]).toEqual([-1, 0, 1, -1, -1, -1])
  expect([...first]).toEqual([['A', 2]])
  expect([...last]).toEqual([['A', 0]])
})

test('whoever was in care when last year ended is carried over to the first episode of this year', () => {
  const r = return903({
    year: 2025,
    now: {
      Episodes: linesFrame(['CHILD,DECOM,DEC', 'A,03/05/2025,', 'A,03/05/2024,03/05/2025', 'B,03/05/2024,']),
    },
    last: {
      Episodes: linesFrame(['CHILD,DECOM,DEC', 'B,03/05/2024,04/05/2024', 'A,03/05/2024,', 'C,03/05/2024,']),
    },
  })
  const pairs: number[][] = []
  eachCarriedOver(r, (last, first) => pairs.push([last, first]))
  expect(pairs).toEqual([[1, 1]])
})
