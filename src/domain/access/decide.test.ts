import { describe, expect, test } from 'vitest'
import { decide, reasonWouldHelp, type Target } from './decide.ts'
import { grants } from './grants.ts'
import {
  type Action,
  actions,
  type Relationship,
  type Role,
  relationships,
  roles,
  sensitivities,
} from './roles.ts'

const as = (role: Role) => ({ id: 'x', name: 'Ada', role, team: 'Oak' })
const ordinary = (...relationships: readonly Relationship[]): Target => ({
  sensitivity: 'ordinary',
  relationships,
})
const confidential = (...relationships: readonly Relationship[]): Target => ({
  sensitivity: 'confidential',
  relationships,
})
const restricted = (...relationships: readonly Relationship[]): Target => ({
  sensitivity: 'restricted',
  relationships,
})

describe('who may do what', () => {
  test.each<[Role, Action, Target, boolean]>([
    ['social-worker', 'open', ordinary('allocated'), true],
    ['social-worker', 'record', ordinary('team'), true],
    ['social-worker', 'open', ordinary(), false],
    ['social-worker', 'open', ordinary('unallocated'), false],
    ['social-worker', 'open', ordinary('reason'), true],
    ['social-worker', 'open', confidential('reason'), false],
    ['social-worker', 'open', confidential('team'), true],
    ['social-worker', 'decide', ordinary('allocated'), false],
    ['social-worker', 'sign', ordinary('allocated'), false],
    ['social-worker', 'read-log', ordinary('allocated'), false],
    ['social-worker', 'list', ordinary(), true],
    ['social-worker', 'list', restricted('allocated', 'team'), false],
    ['social-worker', 'open', restricted('allocated', 'team', 'reason'), false],
    ['social-worker', 'open', restricted('named'), true],
    ['social-worker', 'plan-edit', ordinary(), false],
    ['team-manager', 'decide', ordinary('team'), true],
    ['team-manager', 'sign', ordinary('unallocated'), true],
    ['team-manager', 'open', ordinary(), false],
    ['team-manager', 'sign', ordinary('reason'), false],
    ['team-manager', 'decide', ordinary('reason'), true],
    ['team-manager', 'read-log', restricted('team'), false],
    ['team-manager', 'read-log', restricted('named'), true],
    ['reviewing-officer', 'open', ordinary('reviewing'), true],
    ['reviewing-officer', 'open', ordinary('allocated'), false],
    ['reviewing-officer', 'sign', ordinary('reviewing'), false],
    ['out-of-hours', 'record', ordinary(), true],
    ['out-of-hours', 'record', confidential(), true],
    ['out-of-hours', 'record', restricted(), false],
    ['out-of-hours', 'decide', ordinary(), false],
    ['performance-analyst', 'children-behind', ordinary(), true],
    ['performance-analyst', 'find', ordinary(), true],
    ['performance-analyst', 'open', ordinary('reason'), false],
    ['director', 'open', ordinary(), true],
    ['director', 'open', restricted(), false],
    ['director', 'record', ordinary(), false],
    ['director', 'sign', ordinary(), true],
    ['elected-member', 'figures', ordinary(), true],
    ['elected-member', 'plan-read', ordinary(), true],
    ['elected-member', 'children-behind', ordinary(), false],
    ['elected-member', 'find', ordinary(), false],
    ['elected-member', 'list', ordinary(), false],
  ])('%s, %s, %o: %s', (role, action, target, allow) => {
    const decision = decide(as(role), action, target)
    expect(decision.allow).toBe(allow)
    expect(decision.because.length).toBeGreaterThan(10)
  })

  test('an elected member may do nothing to a child, whatever the file says of them', () => {
    const all = Object.keys(relationships) as Relationship[]
    for (const action of ['list', 'open', 'record', 'decide', 'sign', 'read-log'] as const)
      for (const sensitivity of Object.keys(sensitivities) as (keyof typeof sensitivities)[])
        expect(decide(as('elected-member'), action, { sensitivity, relationships: all }).allow).toBe(false)
  })

  test('a restricted file is open to nobody who is not named', () => {
    for (const role of Object.keys(roles) as Role[])
      for (const action of Object.keys(actions) as Action[])
        expect(
          decide(as(role), action, restricted('allocated', 'reviewing', 'team', 'unallocated', 'reason'))
            .allow,
          `${role} ${action}`,
        ).toBe(false)
  })

  test('a yes says why, a no says whom to ask', () => {
    expect(decide(as('social-worker'), 'open', ordinary('allocated')).because).toBe(
      'Social worker: you are the allocated worker',
    )
    expect(decide(as('social-worker'), 'open', ordinary()).because).toMatch(/Give your reason for looking/)
    expect(decide(as('director'), 'open', restricted()).because).toMatch(/restricted to named people. Ask/)
    expect(decide(as('elected-member'), 'find').because).toMatch(/may not search for a child by name. Ask/)
    expect(decide(as('reviewing-officer'), 'open', confidential()).because).toMatch(
      /only for children you work with/,
    )
  })

  test('a reason is asked for only where it would open the file', () => {
    expect(reasonWouldHelp(as('social-worker'), 'open', ordinary())).toBe(true)
    expect(reasonWouldHelp(as('social-worker'), 'open', ordinary('allocated'))).toBe(false)
    expect(reasonWouldHelp(as('social-worker'), 'open', restricted())).toBe(false)
    expect(reasonWouldHelp(as('performance-analyst'), 'open', ordinary())).toBe(false)
  })
})

describe('the table of grants', () => {
  test('says everything once', () => {
    const keys = grants.map(g => `${g.role} ${g.action} ${g.relationship} ${g.sensitivity}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('every role may do something, and everything is done by someone', () => {
    for (const role of Object.keys(roles))
      expect(
        grants.some(g => g.role === role),
        role,
      ).toBe(true)
    for (const action of Object.keys(actions))
      expect(
        grants.some(g => g.action === action),
        action,
      ).toBe(true)
  })

  test('a restricted file is reached by being named and in no other way', () => {
    for (const g of grants) if (g.sensitivity === 'restricted') expect(g.relationship).toBe('named')
  })

  test('whoever may open a file may see its name in a list', () => {
    for (const g of grants.filter(o => o.action === 'open'))
      expect(
        grants.some(
          l =>
            l.role === g.role &&
            l.action === 'list' &&
            l.sensitivity === g.sensitivity &&
            (l.relationship === 'any' || l.relationship === g.relationship),
        ),
        `${g.role} ${g.relationship} ${g.sensitivity}`,
      ).toBe(true)
  })
})
