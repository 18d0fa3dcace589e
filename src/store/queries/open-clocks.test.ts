import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenFile, subjectsOf } from '../../../test/support/children.ts'
import { details } from '../../../test/support/given.ts'
import { memoryStore } from '../../../test/support/memory.ts'
import { cast, workerEntry, workerSubject } from '../../../test/support/people.ts'
import { addDays, type Day, day, type Instant } from '../../domain/kernel/day.ts'
import { prepare } from '../../domain/oversight/prepare.ts'
import { stillAsked as askedOfFile } from '../../domain/timescales/timescale.ts'
import type { Store } from '../connection.ts'
import { appendAll } from '../ledger.ts'
import { deskLines } from './desk.ts'
import { stillAsked } from './open-clocks.ts'
import { casesOf } from './supervision-cases.ts'
import { work } from './work.ts'

// In care since 5 January 2026, so that the questionnaire is due within a year; 17, and too old for it, seven weeks later.
const DUE = day('2027-01-05')
const GROWN = day('2027-02-20')

const wren = givenFile()
const aged = wren.entries.map(e =>
  e.type === 'person-details' ? { ...e, answers: details('2010-02-20') } : e,
)

let store: Store
beforeAll(async () => {
  store = await memoryStore()
  const people = [cast.worker, cast.manager]
  await appendAll(
    store.db,
    [...people.map(workerSubject), ...subjectsOf([wren])],
    [...people.map(workerEntry), ...aged],
  )
})
afterAll(async () => await store.close())

const SDQ = 'sdq'
const at = (today: Day) => ({ now: `${today}T12:00:00.000Z` as Instant, today })
const page = { limit: 100, offset: 0 }

/** The questionnaire among a worker’s tasks, on the team’s desk as late, and in what a supervision is prepared from. */
async function found(today: Day) {
  const { tasks } = await work(store.db, cast.worker, [], 'mine', at(today), page)
  const desk = { viewer: cast.manager, team: cast.manager.team, drift: 28, ...at(today) }
  const late = await deskLines(store.db, 'late', desk, page)
  const cases = await casesOf(store.db, cast.manager, cast.worker.id, at(today))
  const stuck = cases.flatMap(c => prepare(c, addDays(today, -28), today).stuck)
  return {
    task: tasks.some(t => t.what === SDQ && t.due === DUE),
    late: late.lines.some(l => l.what === SDQ && l.due === DUE),
    stuck: stuck.some(p => p.clock?.series === SDQ),
  }
}

test.each([
  ['long before', addDays(DUE, -60), { task: false, late: false, stuck: false }],
  ['some weeks before', addDays(DUE, -20), { task: true, late: false, stuck: false }],
  ['on its day', DUE, { task: true, late: false, stuck: false }],
  ['a day late', addDays(DUE, 1), { task: true, late: true, stuck: true }],
  ['on the last day of sixteen', addDays(GROWN, -1), { task: true, late: true, stuck: true }],
  ['on the birthday', GROWN, { task: false, late: false, stuck: false }],
])('what is asked for until a birthday is work until then: %s', async (_, today, expected) => {
  expect(await found(today)).toEqual(expected)
})

test('the statement and the domain say the same of every clock, on every day', async () => {
  const { db } = store
  const clocks = await db.selectFrom('clock').select(['series', 'met', 'ended']).execute()
  expect(clocks.filter(c => c.ended !== null).map(c => c.series)).toContain(SDQ)
  for (const today of [day('2026-01-05'), addDays(GROWN, -1), GROWN, addDays(GROWN, 1)]) {
    const asked = await db.selectFrom('clock').select('series').where(stillAsked('clock', today)).execute()
    expect(asked.length, today).toBe(clocks.filter(c => askedOfFile(c, today)).length)
  }
})
