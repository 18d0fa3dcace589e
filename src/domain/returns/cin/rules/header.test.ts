import { expect, test } from 'vitest'
import { headerRules } from './header.ts'
import { failing } from './sample.ts'

test('100: the reference date is the last day of the census year', () => {
  const Header = ['ReferenceDate', '2026-03-31', '', '2026-03-30', '2025-03-31', '31 March 2026']
  expect(failing(headerRules, '100', 2025, { Header })).toEqual({ Header: [1, 2, 3, 4] })
})
