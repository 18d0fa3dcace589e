import { describe, expect, test } from 'vitest'
import type { Role } from '../access/roles.ts'
import { coverFault, isCovered } from './cover.ts'

const person = (id: string, role: Role, more: Partial<Parameters<typeof coverFault>[0]> = {}) => ({
  id,
  name: id === 'a' ? 'Amy' : 'Bo',
  role,
  working: true,
  registered: role !== 'reviewing-officer',
  ...more,
})

describe('who may stand in for whom', () => {
  test.each<[Role, Role, boolean]>([
    ['social-worker', 'social-worker', true],
    ['social-worker', 'team-manager', true],
    ['social-worker', 'out-of-hours', false],
    ['social-worker', 'director', false],
    ['team-manager', 'team-manager', true],
    ['team-manager', 'social-worker', false],
    ['reviewing-officer', 'reviewing-officer', true],
    ['reviewing-officer', 'social-worker', false],
    ['elected-member', 'elected-member', false],
  ])('%s by %s: %s', (away, by, may) => {
    expect(coverFault(person('a', away), person('b', by), false) === undefined).toBe(may)
  })

  test('not oneself, not somebody who has left, is not registered, or is away', () => {
    const amy = person('a', 'social-worker')
    expect(coverFault(amy, amy, false)).toMatch(/for themselves/)
    expect(coverFault(amy, person('b', 'social-worker', { working: false }), false)).toMatch(
      /no longer works/,
    )
    expect(coverFault(amy, person('b', 'social-worker', { registered: false }), false)).toMatch(
      /not recorded as/,
    )
    expect(coverFault(amy, person('b', 'social-worker'), true)).toMatch(/away in that time too/)
  })

  test('only work with children is covered', () => {
    expect([isCovered('social-worker'), isCovered('director'), isCovered('elected-member')]).toEqual([
      true,
      false,
      false,
    ])
  })
})
