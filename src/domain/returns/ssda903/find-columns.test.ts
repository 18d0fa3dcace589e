import { expect, test } from 'vitest'
import { nearest } from '../../kernel/column-names.ts'
import { columnFaults } from './find-columns.ts'
import { tables } from './tables.ts'

const REVIEWS = Object.keys(tables.reviews.columns)

test('takes the names in any order and case, and others beside them', () => {
  expect(columnFaults('reviews', 'reviews.csv', ['review code', 'Child', 'dob', 'REVIEW', 'NOTES'])).toEqual(
    [],
  )
})

test('names a missing column and the header most like it', () => {
  const renamed = REVIEWS.map(name => (name === 'REVIEW_CODE' ? 'REVIEWCODE' : name))
  const [fault, ...rest] = columnFaults('reviews', 'reviews.csv', renamed)
  expect(rest).toEqual([])
  expect(fault?.wrong).toBe('The column REVIEW_CODE is missing.')
  expect(fault?.todo).toContain('“REVIEWCODE”')
})

test('has no nearest where nothing is like it', () => {
  expect(nearest('DECOM', ['COLOUR_OF_EYES'])).toBeUndefined()
  const [fault] = columnFaults('reviews', 'reviews.csv', ['CHILD', 'DOB', 'REVIEW', 'COLOUR_OF_EYES'])
  expect(fault?.todo).toContain('COLOUR_OF_EYES')
  expect(fault?.todo).not.toContain('nearest')
})

test('says once that a file has no names of columns at all', () => {
  expect(columnFaults('reviews', 'reviews.csv', ['E101', '14/11/2012', '05/06/2024', 'PN1'])).toHaveLength(1)
})

test('tells of a column that stands twice', () => {
  const [fault] = columnFaults('reviews', 'reviews.csv', [...REVIEWS, 'review'])
  expect(fault?.wrong).toBe('The column REVIEW stands twice.')
})
