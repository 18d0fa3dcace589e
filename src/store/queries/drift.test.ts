import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GivenFile, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { memoryStore } from '../../../test/support/memory.ts'
import { cast, workerEntry, workerSubject } from '../../../test/support/people.ts'
import { foldFile } from '../../domain/casework/file.ts'
import { addDays, type Day, day, type Instant } from '../../domain/kernel/day.ts'
import { instantAt } from '../../domain/kernel/london.ts'
import { lastMove, moveOf } from '../../domain/oversight/moves.ts'
import type { NewEntry } from '../../domain/records/entry.ts'
import type { Store } from '../connection.ts'
import { appendAll } from '../ledger.ts'
import { deskLines } from './desk.ts'

// Whom a desk says drifts is found by what the child’s row says, and then looked at closely: held here to the file itself,
// on days after all was written down.

const START = day('2026-01-05')

/** A visit or a call; seen or not; put right to another day, even one to come when it was written; taken out. */
const written = fc.record({
  on: fc.integer({ min: 0, max: 90 }),
  seen: fc.constantFrom('alone', 'no'),
  becomes: fc.option(
    fc.record({ on: fc.integer({ min: 0, max: 130 }), seen: fc.constantFrom('alone', 'no') }),
  ),
  withdrawn: fc.boolean(),
})
type Written = typeof written extends fc.Arbitrary<infer W> ? W : never

function entriesFor(child: string, all: readonly Written[]): readonly NewEntry[] {
  const later = { recorded: instantAt(addDays(START, 91), '12:00') }
  return all.flatMap(w => {
    const visit = given(child, 'statutory-visit', { visitedOn: addDays(START, w.on), seen: w.seen })
    const about = { amends: visit.id, ...later }
    const becomes = w.becomes && { visitedOn: addDays(START, w.becomes.on), seen: w.becomes.seen }
    return [
      visit,
      ...(becomes ? [given(child, 'amendment', { why: 'Another day', becomes }, about)] : []),
      ...(w.withdrawn ? [given(child, 'withdrawal', { why: 'Another child' }, about)] : []),
    ]
  })
}

/** The file as the ledger would hold it. */
const foldOf = (f: GivenFile) =>
  foldFile(
    f.subject.id,
    f.entries.map((e, i) => ({ ...e, seq: i + 1 })),
  )

/** Since when nothing has moved, by the file: its last move by a day, else the day it became looked after. */
function stillSince(f: GivenFile, today: Day): Day {
  const moved = foldOf(f).happenings.filter(
    h => !h.withdrawn && h.happened <= today && moveOf(h.type, h.answers) !== undefined,
  )
  return moved.reduce<Day>((last, h) => (h.happened > last ? h.happened : last), START)
}

const files = fc
  .sample(fc.array(written, { maxLength: 4 }), { numRuns: 120, seed: 7 })
  .map(all => givenFile({ more: child => entriesFor(child, all) }))

let store: Store
beforeAll(async () => {
  store = await memoryStore()
  const people = [cast.worker, cast.manager, cast.director]
  await appendAll(
    store.db,
    [...people.map(workerSubject), ...subjectsOf(files)],
    [...people.map(workerEntry), ...files.flatMap(f => f.entries)],
  )
})
afterAll(async () => await store.close())

test.each([91, 100, 120, 140])('nobody is missed and nobody is named who moved, %i days on', async n => {
  const today = addDays(START, n)
  const now = `${today}T12:00:00.000Z` as Instant
  for (const drift of [14, 28, 56])
    for (const [viewer, team] of [
      [cast.director, null],
      [cast.manager, cast.manager.team],
    ] as const) {
      const { lines } = await deskLines(
        store.db,
        'drift',
        { viewer, team, drift, now, today },
        { limit: 500, offset: 0 },
      )
      const expected = files.filter(f => stillSince(f, today) < addDays(today, -drift))
      expect(lines.map(l => [l.code, l.since]).sort()).toEqual(
        expected.map(f => [f.code, stillSince(f, today)]).sort(),
      )
    }
})

test('what a row says is never later than the truth, and most often is the truth', async () => {
  const { db } = store
  const rows = await db.selectFrom('person').select(['code', 'moved']).execute()
  const said = new Map(rows.map(r => [r.code, r.moved]))
  const ends = addDays(START, 140)
  for (const f of files) {
    expect(said.get(f.code) ?? null).toBe(lastMove(foldOf(f).happenings))
    expect(String(said.get(f.code)) <= stillSince(f, ends)).toBe(true)
  }
  const same = files.filter(f => said.get(f.code) === stillSince(f, ends))
  expect(same.length).toBeGreaterThan(files.length / 2)
  expect(same.length).toBeLessThan(files.length)
})
