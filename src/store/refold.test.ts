import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { details, given, givenChild } from '../../test/support/given.ts'
import { memoryStore } from '../../test/support/memory.ts'
import { day } from '../domain/kernel/day.ts'
import type { NewEntry } from '../domain/records/entry.ts'
import type { Store } from './connection.ts'
import { EVER } from './indicators/kept/reach.ts'
import { append, startFile } from './ledger.ts'
import type { ProjectedTable } from './projected.ts'
import { refold } from './refold.ts'

const TABLES = ['happening', 'spell', 'clock', 'person'] as const satisfies readonly ProjectedTable[]

describe('what a write touches', () => {
  let store: Store
  const subject = { ...givenChild(), kind: 'child' } as const
  const visit = (on: string) => given(subject.id, 'statutory-visit', { visitedOn: day(on), seen: 'alone' })
  const note = (n: number) =>
    given(subject.id, 'case-note', {
      on: day('2026-02-01'),
      what: 'call',
      about: `Call ${n}`,
      note: 'All well.',
    })
  const write = async (...entries: readonly NewEntry[]) =>
    await store.db.transaction().execute(tx => append(tx, subject, entries))

  /** Each row of the file by where it lies: a row that is written again lies elsewhere. */
  async function rows(): Promise<Readonly<Record<(typeof TABLES)[number], readonly string[]>>> {
    const of = async (table: ProjectedTable) =>
      (
        await sql<{
          at: string
        }>`select ctid::text as at from ${sql.table(table)} where subject = ${subject.id}
          order by 1`.execute(store.db)
      ).rows.map(r => r.at)
    return {
      happening: await of('happening'),
      spell: await of('spell'),
      clock: await of('clock'),
      person: await of('person'),
    }
  }
  const left = (before: readonly string[], after: readonly string[]) =>
    before.filter(at => after.includes(at)).length

  beforeAll(async () => {
    store = await memoryStore()
    await store.db.transaction().execute(tx => startFile(tx, subject, '2026-01-01T00:00:00.000Z'))
    await write(
      given(subject.id, 'person-details', details('2015-02-28', { asOf: day('2026-01-01') })),
      given(subject.id, 'became-looked-after', { from: day('2026-01-05'), need: 'N1' }),
      ...[1, 2, 3, 4, 5].map(note),
      visit('2026-01-09'),
    )
  })
  afterAll(() => store.close())

  test('a note is one row more, and no other row is written', async () => {
    const before = await rows()
    await write(note(6))
    const after = await rows()
    expect(after.happening).toHaveLength(before.happening.length + 1)
    for (const table of TABLES) expect(left(before[table], after[table])).toBe(before[table].length)
  })

  test('a visit writes the clocks that it meets and begins, and leaves the rest', async () => {
    const before = await rows()
    await write(visit('2026-01-30'))
    const after = await rows()
    expect(after.happening).toHaveLength(before.happening.length + 1)
    expect(left(before.happening, after.happening)).toBe(before.happening.length)
    expect(left(before.spell, after.spell)).toBe(before.spell.length)
    const kept = left(before.clock, after.clock)
    expect(kept).toBeLessThan(before.clock.length)
    expect(kept).toBeGreaterThan(before.clock.length / 2)
  })

  test('a withdrawal writes the row of what it withdraws', async () => {
    const wrong = note(7)
    await write(wrong)
    const before = await rows()
    await write(given(subject.id, 'withdrawal', { why: 'Another child.' }, { amends: wrong.id }))
    expect(left(before.happening, (await rows()).happening)).toBe(before.happening.length - 1)
  })

  describe('where a table does not hold what it should', () => {
    const held = async () => {
      const of = (table: ProjectedTable) =>
        sql`select * from ${sql.table(table)} where subject = ${subject.id}`.execute(store.db)
      return await Promise.all(TABLES.map(async t => (await of(t)).rows.map(r => JSON.stringify(r)).sort()))
    }
    const whole = async () => {
      const found = await held()
      await store.db.transaction().execute(tx => refold(tx, subject))
      return [found, await held()]
    }

    test('a row that is missing where it goes: the whole file is made anew, and figures are counted again', async () => {
      const wrong = visit('2026-02-03')
      await write(wrong)
      await sql`delete from happening where entry = ${wrong.id}`.execute(store.db)
      await sql`delete from clock where subject = ${subject.id}`.execute(store.db)
      const before = await sql`select 1 from figure_change where day = ${EVER}::date`.execute(store.db)
      await write(given(subject.id, 'withdrawal', { why: 'Another child.' }, { amends: wrong.id }))
      const [found, expected] = await whole()
      expect(found).toEqual(expected)
      const after = await sql`select 1 from figure_change where day = ${EVER}::date`.execute(store.db)
      expect(after.rows.length).toBe(before.rows.length + 1)
    })

    test('a row that stands where one comes gives way', async () => {
      const next = note(8)
      await sql`insert into happening select ${next.id}::uuid, subject, 99, type, happened, recorded, author, answers,
        marks, 'Of another', chronology, sensitivity, source, amended, withdrawn, needs_signature, signed_by, sent_back, amends
        from happening where subject = ${subject.id} limit 1`.execute(store.db)
      await write(next)
      const [found, expected] = await whole()
      expect(found).toEqual(expected)
      expect(JSON.stringify(found)).not.toContain('Of another')
    })
  })
})
