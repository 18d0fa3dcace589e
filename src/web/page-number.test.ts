import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageNumber } from './page.ts'

describe('the number of a page', () => {
  test.each([
    ['2', 2],
    ['100000', 100_000],
    ['100001', 1],
    ['0', 1],
    ['-1', 1],
    ['1.5', 1],
    ['2 AND 5=5', 1],
    ["2' OR '1'='1", 1],
    ['2;select 1', 1],
    ['', 1],
    [undefined, 1],
  ])('%s is read as %s', (page, number) => expect(pageNumber({ page })).toBe(number))

  test('whatever is written, a whole number from one to a hundred thousand goes into the question', () => {
    fc.assert(
      fc.property(fc.string(), page => {
        const n = pageNumber({ page })
        expect(Number.isInteger(n) && n >= 1 && n <= 100_000).toBe(true)
      }),
    )
  })
})
