import { expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { attendanceOf, neverCame, shareOf } from './attendance.ts'
import { boardOf, meeting, member, said } from './test-board.ts'

const came = (id: string, at: string, answers: Readonly<Record<string, string>>) =>
  said(id, 'board-attendance', { meeting: at, ...answers })

const board = boardOf([
  member('old'),
  member('new', { agency: 'Health', from: day('2026-03-01') }),
  member('shy', { agency: 'School' }),
  member('gone', { agency: 'School' }),
  said('l', 'board-member-left', { member: 'gone', on: day('2026-02-10') }),
  meeting('m1', '2026-02-10'),
  meeting('m2', '2026-03-10'),
  meeting('m3', '2026-04-10'),
  meeting('m4', '2026-05-10'),
  meeting('off', '2026-03-20'),
  said('x', 'board-meeting-cancelled', { meeting: 'off', why: 'Snow' }),
  came('c0', 'off', { absent: 'old' }),
  came('c1', 'm1', { present: 'old gone new', absent: 'shy' }),
  came('c2', 'm2', { present: 'new', deputy: 'old', apologies: 'shy', absent: 'gone' }),
  came('c3', 'm3', { present: 'old', absent: 'new', apologies: 'shy' }),
])
const table = attendanceOf(board, day('2026-01-01'), day('2026-12-31'))
const row = (id: string) => table.members.find(r => r.member.id === id)

test('only meetings that were held and recorded count', () => {
  expect(table.meetings.map(m => m.id)).toEqual(['m1', 'm2', 'm3'])
  expect(table.whole.map(t => t.of)).toEqual([3, 3, 3])
})

test('a member who joined in between counts from then, one who left until then', () => {
  expect(row('new')?.came).toEqual([null, 'present', 'absent'])
  expect(row('new')?.tally).toEqual({ of: 2, present: 1, deputy: 0, apologies: 0, absent: 1 })
  expect(row('gone')?.tally).toMatchObject({ of: 1, present: 1, absent: 0 })
})

test('a deputy counts as coming; who never came stands out', () => {
  expect(shareOf(row('old')?.tally ?? { of: 0, present: 0, deputy: 0, apologies: 0, absent: 0 })).toBe(100)
  const flagged = table.members.filter(r => neverCame(r.tally)).map(r => r.member.id)
  expect(flagged).toEqual(['shy'])
})

test('an agency was represented where anybody of theirs was', () => {
  expect(table.agencies.map(a => [a.agency, a.represented.at, a.represented.of])).toEqual([
    ['Health', 1, 2],
    ['Police', 3, 3],
    ['School', 1, 3],
  ])
})

test('nobody has no share', () => {
  expect(shareOf({ of: 0, present: 0, deputy: 0, apologies: 0, absent: 0 })).toBeNull()
})

test('attendance recorded again takes the place of what was recorded', () => {
  const again = boardOf([
    member('a'),
    meeting('m', '2026-02-10'),
    came('c1', 'm', { absent: 'a' }),
    came('c2', 'm', { present: 'a', others: 'A visitor' }),
  ])
  const attended = again.meetings[0]?.attended
  expect([...(attended?.came ?? [])]).toEqual([['a', 'present']])
  expect(attended?.others).toBe('A visitor')
})
