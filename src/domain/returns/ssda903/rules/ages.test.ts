import { expect, test } from 'vitest'
import { day, dayNumber } from '../../../kernel/day.ts'
import { atLeast, birthdayOf, under } from './ages.ts'

const on = (text: string) => dayNumber(day(text))

test('ages by the birthday, whichever century; nothing is known of who has no birth', () => {
  expect(birthdayOf(on('1963-04-02'), 17)).toBe(on('1980-04-02'))
  expect(birthdayOf(on('2008-02-29'), 17)).toBe(on('2025-03-01'))
  expect(atLeast(on('2008-04-01'), 17, on('2025-04-01'))).toBe(true)
  expect(under(on('2008-04-02'), 17, on('2025-04-01'))).toBe(true)
  expect(atLeast(Number.NaN, 0, on('2025-04-01')) || under(Number.NaN, 99, on('2025-04-01'))).toBe(false)
})
