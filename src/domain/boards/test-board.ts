import { type Day, day } from '../kernel/day.ts'
import { instantAt } from '../kernel/london.ts'
import type { Entry } from '../records/entry.ts'
import type { Answers } from '../records/kinds/field.ts'
import { knownRecordType } from '../records/registry.ts'
import type { Board } from './board.ts'
import { foldBoard } from './fold-board.ts'

/** An entry of a test's file: its id is what the test calls it. */
export function said(id: string, type: string, answers: Answers, recorded = '2026-01-05'): Entry {
  const on: Day = knownRecordType(type).happened(answers) ?? day(recorded)
  return {
    id,
    subject: 'file',
    seq: 1,
    type,
    happened: on,
    recorded: instantAt(on, '12:00'),
    author: 'somebody',
    answers,
    amends: null,
    sensitivity: 'ordinary',
    source: null,
  }
}

export const described = said('d', 'board-described', {
  kind: 'improvement',
  name: 'Improvement Board',
  purpose: 'To see that children are better helped.',
})

export const member = (id: string, more: Answers = {}): Entry =>
  said(id, 'board-member', {
    name: `Member ${id}`,
    post: 'Post',
    agency: 'Police',
    place: 'member',
    votes: true,
    from: day('2025-01-01'),
    ...more,
  })

export const meeting = (id: string, on: string, more: Answers = {}): Entry =>
  said(id, 'board-meeting', { on: day(on), starts: '10:00', place: 'Room 1', ...more })

export function boardOf(entries: readonly Entry[]): Board {
  const board = foldBoard('file', 'B1', [described, ...entries])
  if (!board) throw new Error('The board was not described.')
  return board
}
