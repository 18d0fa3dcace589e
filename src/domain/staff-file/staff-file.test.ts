import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { planStaff, type StaffNow } from './plan.ts'
import { readStaffFile } from './read.ts'

const today = day('2026-03-10')
const HEAD = 'User name,E-mail,Name,Role,Team,Registered,From,Until'
const rowsOf = (...lines: readonly string[]) => [HEAD, ...lines].map(l => l.split(','))
const read = (...lines: readonly string[]) => readStaffFile(rowsOf(...lines), today)
const people = (...lines: readonly string[]) => {
  const { people, faults } = read(...lines)
  expect(faults).toEqual([])
  return people
}

const amy: StaffNow = {
  id: 'a',
  code: 'W0',
  username: 'amy',
  email: 'amy@thimble.example',
  name: 'Amy Thistle',
  role: 'social-worker',
  team: 'Oak',
  registered: true,
  registration: 'SW1234',
  working: true,
  typed: {
    name: 'Amy Thistle',
    role: 'social-worker',
    team: 'Oak',
    registered: 'yes',
    registration: 'SW1234',
    reach: 'Room 2',
  },
  children: 3,
}
const AMY = 'amy,amy@thimble.example,Amy Thistle,Social worker,Oak,SW1234,,'
const plan = (lines: readonly string[], staff: readonly StaffNow[] = [amy]) =>
  planStaff(people(...lines), staff, today)

describe('a staff file', () => {
  test('is read by the names of its columns, in any order, with roles in words or as codes', () => {
    const rows = [
      ['Role', 'NAME', ' username ', 'end date'],
      ['director of children’s services', ' Ivy Stone ', 'IVY', '31/3/2026'],
    ]
    expect(readStaffFile(rows, today)).toEqual({
      people: [
        {
          line: 2,
          username: 'ivy',
          email: undefined,
          name: 'Ivy Stone',
          role: 'director',
          team: undefined,
          registered: undefined,
          registration: undefined,
          from: undefined,
          until: '2026-03-31',
        },
      ],
      faults: [],
    })
  })

  test('without its columns says which are missing', () =>
    expect(readStaffFile([['who', 'role']], today).faults[0]?.say).toContain('username, name are not there'))

  test('tells every fault with its line', () => {
    const { faults } = read(
      ',,No Name,social-worker,,,,',
      'x1,,,social-worker,,,,',
      'x2,not-an-address,A,wizard,,maybe,31/2/2026,',
      'x3,,B,inspector,,,,',
      'x4,,C,auditor,,,1/3/2026,1/2/2026',
      '',
      'x5,c@d.example,C,auditor,,,,',
      'x5,c@d.example,D,auditor,,,,',
    )
    expect(faults.map(f => [f.line, f.say.slice(0, 30)])).toEqual([
      [2, '“” is no user name. Use letter'],
      [3, 'Say the name, in 100 letters a'],
      [4, '“wizard” is no role. Roles: so'],
      [4, '“not-an-address” is no e-mail '],
      [4, '“maybe”: say yes, no, or the r'],
      [4, '“31/2/2026” is no day. Write i'],
      [5, '“inspector” is no role. Roles:'],
      [6, 'The last day is before the fir'],
      [9, 'The user name x5 stands in lin'],
      [9, 'The e-mail address c@d.example'],
    ])
  })

  test('whatever it holds, is read without a fault of ours', () =>
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 9 }), { maxLength: 6 }), rows => {
        const { people, faults } = readStaffFile([HEAD.split(','), ...rows], today)
        const { changes } = planStaff(people, [amy], today)
        expect(people.length + faults.length).toBeGreaterThanOrEqual(0)
        expect(changes.length).toBeLessThanOrEqual(people.length)
      }),
    ))
})

describe('what it would do', () => {
  test('nothing, to whoever is as it says', () =>
    expect(plan([AMY])).toMatchObject({ changes: [], absent: [] }))

  test('new people join', () => {
    const { changes, absent } = plan([
      AMY,
      'bo,bo@thimble.example,Bo Larch,social-worker,Elm,SW99999,2/3/2026,',
    ])
    expect(absent).toEqual([])
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({
      kind: 'joins',
      says: 'Bo Larch joins: Social worker, Elm, signs in as bo.',
      answers: { from: '2026-03-02', working: true, registered: true, registration: 'SW99999', team: 'Elm' },
    })
  })

  test('moves keep what the file does not say, and sign out where rights change', () => {
    const [move] = plan(['amy,,Amy Thistle,team-manager,Elm,,,']).changes
    expect(move).toMatchObject({
      kind: 'moves',
      again: true,
      answers: {
        role: 'team-manager',
        team: 'Elm',
        registered: true,
        registration: 'SW1234',
        reach: 'Room 2',
      },
    })
    expect(move?.says).toBe('Amy Thistle: Social worker, Oak becomes Team manager, Elm.')
    expect(plan(['amy,,Amy Larch,social-worker,Oak,,,']).changes[0]).toMatchObject({
      kind: 'moves',
      again: false,
    })
  })

  test('a last day is worked; the day after they have left, and whom they hold is said', () => {
    expect(plan([`${AMY}10/3/2026`]).changes).toEqual([])
    const [left] = plan([`${AMY}9/3/2026`]).changes
    expect(left).toMatchObject({
      kind: 'leaves',
      again: true,
      answers: { working: false, from: '2026-03-10' },
    })
    expect(left?.says).toContain('Still the worker of 3 children: move them.')
  })

  test('whoever is in no line stays, and is named', () =>
    expect(plan([])).toMatchObject({ changes: [], absent: [{ id: 'a' }] }))

  test('whoever begins later, or was never here, is left; who left comes back', () => {
    expect(plan([AMY, 'bo,,Bo,auditor,,,1/4/2026,', 'cy,,Cy,auditor,,,,1/1/2026']).waiting).toHaveLength(2)
    expect(plan([AMY], [{ ...amy, working: false }]).changes[0]).toMatchObject({
      kind: 'comes-back',
      answers: { working: true, from: '2026-03-10' },
    })
  })

  test('an account of their own, where there was none', () =>
    expect(
      plan([AMY.replace('amy,', 'w0,')], [{ ...amy, username: null, email: null }]).changes[0],
    ).toMatchObject({
      kind: 'account',
      answers: null,
    }))

  test('nobody takes another’s e-mail address, and no inspector comes by a file', () => {
    expect(plan([AMY.replace('amy,', 'bo,')]).faults[0]?.say).toContain('is that of Amy Thistle')
    expect(plan([AMY], [{ ...amy, role: 'inspector' }]).faults[0]?.say).toContain('a visit lets them in')
  })
})
