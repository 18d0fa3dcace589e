import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import { actionsOwned, chairOn, held, isLate, membershipOf, openActions, toCome } from './board.ts'
import { foldBoard } from './fold-board.ts'
import { boardOf, meeting, member, said } from './test-board.ts'

const TODAY = day('2026-05-01')

describe('members', () => {
  test('stand chair first, then by agency and name; a correction keeps the day they left', () => {
    const board = boardOf([
      member('b', { agency: 'Police' }),
      member('a', { agency: 'Health' }),
      member('c', { place: 'chair', independent: true, agency: 'None' }),
      said('l', 'board-member-left', { member: 'a', on: day('2026-02-01') }),
      member('x', { member: 'a', agency: 'Health', name: 'New name' }),
    ])
    expect(board.members.map(m => m.id)).toEqual(['c', 'a', 'b'])
    expect(board.members[1]).toMatchObject({ name: 'New name', to: '2026-02-01' })
    expect(chairOn(board, TODAY)?.independent).toBe(true)
  })

  test('whoever signs in finds the boards they sit on, up to their last day', () => {
    const board = boardOf([
      member('a', { worker: 'w1' }),
      said('l', 'board-member-left', { member: 'a', on: day('2026-02-01') }),
    ])
    expect(membershipOf(board, 'w1', day('2026-02-01'))).toHaveLength(1)
    expect(membershipOf(board, 'w1', day('2026-02-02'))).toHaveLength(0)
    expect(membershipOf(board, 'w2', day('2026-01-01'))).toHaveLength(0)
  })
})

describe('meetings', () => {
  test('stand by their day, keep their number, and say whence they were moved', () => {
    const board = boardOf([
      meeting('m1', '2026-04-10'),
      meeting('m2', '2026-06-10'),
      said('v', 'board-meeting-moved', {
        meeting: 'm1',
        on: day('2026-07-01'),
        starts: '14:00',
        place: 'A call',
        why: 'The chair was ill',
      }),
      meeting('m3', '2026-03-01'),
      said('c', 'board-meeting-cancelled', { meeting: 'm2', why: 'Election' }),
    ])
    expect(board.meetings.map(m => [m.id, m.number])).toEqual([
      ['m3', 3],
      ['m2', 2],
      ['m1', 1],
    ])
    expect(board.meetings[2]?.moved).toEqual([{ from: '2026-04-10', why: 'The chair was ill' }])
    expect(toCome(board, TODAY).map(m => m.id)).toEqual(['m1'])
    expect(held(board, TODAY).map(m => m.id)).toEqual(['m3'])
  })

  test('another time or room on the same day is no move', () => {
    const board = boardOf([
      meeting('m1', '2026-04-10', { ends: '12:00' }),
      said('v', 'board-meeting-moved', {
        meeting: 'm1',
        on: day('2026-04-10'),
        starts: '14:00',
        place: 'Room 2',
        why: 'Room taken',
      }),
    ])
    expect(board.meetings[0]).toMatchObject({ starts: '14:00', place: 'Room 2', moved: [] })
    expect(board.meetings[0]).not.toHaveProperty('ends')
  })

  test('what is said of a meeting that is not there changes nothing', () => {
    const board = boardOf([said('x', 'board-decision', { meeting: 'none', what: 'To do it' })])
    expect(board.meetings).toEqual([])
  })
})

const item = (id: string, answers: Readonly<Record<string, unknown>>) =>
  said(id, 'board-item', {
    title: id,
    lead: 'Somebody',
    kind: 'spoken',
    asks: 'note',
    why: 'To know',
    ...answers,
  })

test('the forward plan is by meeting, those without one last; an item moved or taken off is so everywhere', () => {
  const board = boardOf([
    meeting('late', '2026-09-01'),
    meeting('soon', '2026-06-01'),
    item('loose', {}),
    item('i2', { meeting: 'late' }),
    item('i1', { meeting: 'late', paper: 'p7' }),
    item('again', { item: 'i1', meeting: 'soon', paper: 'p7' }),
    item('gone', { meeting: 'soon' }),
    said('r', 'board-item-removed', { item: 'gone', why: 'Not ready' }),
  ])
  expect(board.forwardPlan.map(i => i.id)).toEqual(['i1', 'i2', 'loose'])
  expect(board.meetings.map(m => m.items.map(i => i.id))).toEqual([['i1'], ['i2']])
  expect(board.forwardPlan[0]?.paper).toBe('P7')
})

describe('actions', () => {
  const set = (id: string, due: string, more: Readonly<Record<string, unknown>> = {}) =>
    said(id, 'board-action', { what: `Do ${id}`, owner: 'A clerk', due: day(due), ...more })

  test('are carried over with the days they were due before, and end', () => {
    const board = boardOf([
      set('a', '2026-02-01'),
      set('b', '2026-04-30'),
      said('c', 'board-action-carried', {
        action: 'a',
        on: day('2026-02-05'),
        due: day('2026-06-01'),
        why: 'Vacancy',
      }),
      set('d', '2026-01-01'),
      said('e', 'board-action-ended', { action: 'd', on: day('2026-01-09'), as: 'dropped', how: 'Moot' }),
    ])
    expect(openActions(board).map(a => a.number)).toEqual([2, 1])
    expect(board.actions[0]).toMatchObject({
      due: '2026-06-01',
      carried: [{ from: '2026-02-01', why: 'Vacancy', on: '2026-02-05' }],
    })
    expect(board.actions.map(a => isLate(a, TODAY))).toEqual([false, true, false])
    expect(board.actions[2]?.ended).toMatchObject({ dropped: true })
  })

  test('a new day by correction is not taken: only carrying over moves it', () => {
    const board = boardOf([set('a', '2026-02-01'), set('x', '2027-02-01', { action: 'a', what: 'Better' })])
    expect(board.actions).toHaveLength(1)
    expect(board.actions[0]).toMatchObject({ what: 'Better', due: '2026-02-01' })
  })

  test('are found by who signs in, though they have left', () => {
    const board = boardOf([
      member('m', { worker: 'w1' }),
      set('a', '2026-06-01', { member: 'm', owner: undefined }),
      said('l', 'board-member-left', { member: 'm', on: day('2026-02-01') }),
    ])
    expect(actionsOwned(board, 'w1').map(a => a.owner)).toEqual(['Member m'])
    expect(actionsOwned(board, 'w2')).toEqual([])
  })
})

test('a file in which no board was described is none', () => {
  expect(foldBoard('f', 'B9', [meeting('m', '2026-01-05')])).toBeUndefined()
})
