import { describe, expect, it } from 'vitest'
import type { Role } from '../src/domain/access/roles.ts'
import { attendanceOf, neverCame } from '../src/domain/boards/attendance.ts'
import { chairOn, isLate, membershipOf, toCome } from '../src/domain/boards/board.ts'
import { foldBoard } from '../src/domain/boards/fold-board.ts'
import { foldRisk } from '../src/domain/improvement/fold-risks.ts'
import { reviewOverdue } from '../src/domain/improvement/risk.ts'
import { england } from '../src/domain/kernel/calendar.ts'
import { addMonths, day } from '../src/domain/kernel/day.ts'
import { londonDay } from '../src/domain/kernel/london.ts'
import type { Entry } from '../src/domain/records/entry.ts'
import { parse, rawAnswers } from '../src/domain/records/parse.ts'
import { knownRecordType } from '../src/domain/records/registry.ts'
import { boardsEntries } from './boards.ts'

const roles: readonly Role[] = [
  'team-manager',
  'reviewing-officer',
  'performance-analyst',
  'director',
  'elected-member',
]
const setting = {
  staff: roles.map((role, i) => ({
    id: `0000000${i}-0000-7000-8000-000000000000`,
    name: `Person ${i}`,
    role,
  })),
  planned: true,
}
const today = day('2026-11-21')
const made = boardsEntries(setting, today)
const entriesOf = (id: string): Entry[] =>
  made.entries.filter(e => e.subject === id).map((e, i) => ({ ...e, seq: i + 1 }))
const boards = made.subjects.flatMap(s => foldBoard(s.id, s.code, entriesOf(s.id)) ?? [])
const risks = made.subjects.flatMap(s => foldRisk(s.id, s.code, entriesOf(s.id)) ?? [])

describe('the invented boards', () => {
  it('are the same every time, and nothing of them was written after today', () => {
    expect(boardsEntries(setting, today)).toEqual(made)
    expect(made.entries.filter(e => londonDay(e.recorded) > today || e.happened > today)).toEqual([])
    expect(new Set(made.entries.map(e => e.id)).size).toBe(made.entries.length)
  })

  it('say nothing that a form would not take', () => {
    for (const e of made.entries) {
      const type = knownRecordType(e.type)
      const on = { today: londonDay(e.recorded), born: null, unborn: false }
      expect(parse(type, rawAnswers(type, e.answers), on)).toMatchObject({ ok: true })
    }
  })

  it('are three with a chair each, a year of meetings on working days, and more to come', () => {
    expect(boards.map(b => b.meetings.length)).toEqual([18, 7, 15])
    for (const b of boards) {
      expect(chairOn(b, today)).toBeDefined()
      expect(toCome(b, today).length).toBeGreaterThanOrEqual(3)
      expect(b.meetings.every(m => england.isWorking(m.on))).toBe(true)
    }
    expect(boards.flatMap(b => b.meetings.filter(m => m.cancelled))).toHaveLength(1)
    expect(boards.flatMap(b => b.meetings.filter(m => m.moved.length > 0))).toHaveLength(1)
  })

  it('show who never comes, actions past their date, and the councillor who chairs one and sits on another', () => {
    const never = boards.map(b =>
      attendanceOf(b, addMonths(today, -13), today).members.filter(r => neverCame(r.tally)),
    )
    expect(never[0]?.map(r => r.member.name)).toEqual(['Cassius Orme'])
    expect(boards.flatMap(b => b.actions.filter(a => isLate(a, today))).length).toBeGreaterThan(1)
    expect(boards.flatMap(b => b.actions.filter(a => a.carried.length > 0)).length).toBeGreaterThan(2)
    const theirs = boards.map(b => membershipOf(b, setting.staff[4]?.id ?? '', today).length)
    expect(theirs[0]).toBe(1)
  })
})

it('the invented risks are six with a history, one closed, and one not looked at in time', () => {
  expect(risks).toHaveLength(6)
  expect(Math.min(...risks.map(r => r.ratings.length))).toBeGreaterThan(1)
  expect(risks.filter(r => r.closed)).toHaveLength(1)
  expect(risks.filter(r => reviewOverdue(r, today)).length).toBeGreaterThan(0)
})
