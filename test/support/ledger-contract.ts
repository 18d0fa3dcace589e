import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, type Instant } from '../../src/domain/kernel/day.ts'
import type { Store } from '../../src/store/connection.ts'
import { append, appendAll, readEntries, startFile } from '../../src/store/ledger.ts'
import { projectionDigests, rebuild } from '../../src/store/rebuild.ts'
import { isTaken } from '../../src/store/taken.ts'
import { verify } from '../../src/store/verify.ts'
import { details, given, givenChild } from './given.ts'

/** What the ledger promises, whatever the database: run on both. */
export function ledgerContract(open: () => Promise<Store>): void {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(async () => await store.close())

  const write = async (...[subject, entries]: [ReturnType<typeof givenChild>, ReturnType<typeof given>[]]) =>
    await store.db.transaction().execute(async tx => {
      await startFile(tx, subject, '2024-01-01T00:00:00.000Z')
      return await append(tx, { ...subject }, entries)
    })

  const lookedAfter = (id: string) => [
    given(id, 'person-details', details('2015-02-28')),
    given(id, 'became-looked-after', { from: day('2025-03-03'), need: 'N1' }),
    given(id, 'placement', { from: day('2025-03-03'), type: 'U6', provider: 'PR1' }),
    given(id, 'statutory-visit', {
      visitedOn: day('2025-03-05'),
      seen: 'alone',
      views: 'Said hello',
      next: 'Visit',
    }),
  ]

  test('an entry with the id of one that stands, in whatever file, is not taken, and nothing of it is kept', async () => {
    const [child, other] = [givenChild(), givenChild()]
    const [first] = await write(child, lookedAfter(child.id))
    await write(other, lookedAfter(other.id))
    const before = await readEntries(store.db, other.id)
    const forged = [
      given(other.id, 'statutory-visit', { visitedOn: day('2025-04-02'), seen: 'alone' }),
      {
        ...given(other.id, 'case-note', { on: day('2025-04-01'), what: 'call', about: 'A', note: 'B' }),
        id: first?.id ?? '',
      },
    ]
    const error = await store.db
      .transaction()
      .execute(tx => append(tx, other, forged))
      .catch((e: unknown) => e)
    expect(isTaken(error)).toBe(true)
    expect(isTaken(new Error('Another fault'))).toBe(false)
    expect(await readEntries(store.db, other.id)).toEqual(before)
  })

  test('what is appended is read back as written, folded in the same transaction', async () => {
    const child = givenChild()
    const entries = lookedAfter(child.id)
    const placed = await write(child, entries)
    expect(placed.map(e => e.seq)).toEqual([1, 2, 3, 4])
    expect(await readEntries(store.db, child.id)).toEqual(placed)
    const spells = await store.db
      .selectFrom('spell')
      .select(['kind', 'starts', 'ends'])
      .where('subject', '=', child.id)
      .orderBy('kind')
      .execute()
    expect(spells).toEqual([
      { kind: 'looked-after', starts: '2025-03-03', ends: null },
      { kind: 'placement', starts: '2025-03-03', ends: null },
      { kind: 'without-worker', starts: '2025-03-03', ends: null },
    ])
    const visit = await store.db
      .selectFrom('clock')
      .select(['due', 'met'])
      .where('subject', '=', child.id)
      .where('series', '=', 'looked-after-visit')
      .orderBy('starts')
      .execute()
    expect(visit).toEqual([
      { due: '2025-03-10', met: '2025-03-05' },
      { due: '2025-04-16', met: null },
    ])
  })

  test('the application may not change or take out an entry, nor the log', async () => {
    const child = givenChild()
    await write(child, lookedAfter(child.id))
    for (const statement of [
      sql`update entry set author = subject where subject = ${child.id}`,
      sql`delete from entry where subject = ${child.id}`,
      sql`truncate entry`,
      sql`delete from access_log`,
      sql`update access_log set page = ''`,
    ])
      await expect(statement.execute(store.db)).rejects.toThrow(/permission denied/)
    expect(await readEntries(store.db, child.id)).toHaveLength(4)
  })

  test('a transaction that fails leaves neither entry nor fold', async () => {
    const child = givenChild()
    await expect(
      store.db.transaction().execute(async tx => {
        await startFile(tx, child, '2024-01-01T00:00:00.000Z')
        await append(tx, child, lookedAfter(child.id))
        throw new Error('the power went')
      }),
    ).rejects.toThrow('the power went')
    expect(await readEntries(store.db, child.id)).toEqual([])
    expect(await store.db.selectFrom('spell').selectAll().where('subject', '=', child.id).execute()).toEqual(
      [],
    )
  })

  test('the same entry sent twice is refused by its id', async () => {
    const child = givenChild()
    const entries = lookedAfter(child.id)
    await write(child, entries)
    await expect(
      store.db.transaction().execute(tx => append(tx, child, entries.slice(0, 1))),
    ).rejects.toThrow(/duplicate key/)
  })

  test('rebuilding gives the same tables, whether written one by one or together', async () => {
    const many = Array.from({ length: 30 }, () => givenChild())
    await store.db.transaction().execute(tx =>
      appendAll(
        tx,
        many,
        many.flatMap(c => lookedAfter(c.id)),
      ),
    )
    const before = await projectionDigests(store.db)
    const counts = await store.db.transaction().execute(tx => rebuild(tx))
    expect(counts.files).toBeGreaterThanOrEqual(30)
    expect(await projectionDigests(store.db)).toEqual(before)
  })

  test('every chain verifies', async () => {
    const { entries, faults } = await verify(store.db)
    expect(faults).toEqual([])
    expect(entries).toBeGreaterThan(100)
  })

  test('two people writing in one file at once come one after the other', async () => {
    const child = givenChild()
    await write(child, lookedAfter(child.id))
    const note = (n: number) =>
      given(
        child.id,
        'case-note',
        { on: day('2025-04-01'), what: 'call', about: `Call ${n}`, note: 'Spoke', significant: 'no' },
        {
          recorded: '2025-04-01T10:00:00.000Z' as Instant,
        },
      )
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => store.db.transaction().execute(tx => append(tx, child, [note(n)]))),
    )
    const seqs = (await readEntries(store.db, child.id)).map(e => e.seq)
    expect(seqs).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
    expect((await verify(store.db)).faults).toEqual([])
  })
}
