import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, type Instant } from '../../src/domain/kernel/day.ts'
import type { NewEntry, NewSubject } from '../../src/domain/records/entry.ts'
import type { Db, Store } from '../../src/store/connection.ts'
import { append, appendAll, readEntries } from '../../src/store/ledger.ts'
import { projectionDigests, rebuild } from '../../src/store/rebuild.ts'
import { refold } from '../../src/store/refold.ts'
import { verify } from '../../src/store/verify.ts'
import { details, given, givenChild } from './given.ts'

/** What files of one child that are joined promise, whatever the database: run on both. */
export function joinedContract(open: () => Promise<Store>): void {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(async () => await store.close())

  const entries = (id: string, name: string, from: string): readonly NewEntry[] => [
    given(id, 'person-details', details('2015-02-28', { givenName: name, asOf: day(from) })),
    given(id, 'became-looked-after', { from: day(from), need: 'N1' }),
    given(id, 'placement', { from: day(from), type: 'U6', provider: 'PR1' }),
    given(id, 'case-note', {
      on: day(from),
      what: 'call',
      about: `Rang ${name}`,
      note: 'All well',
      significant: 'yes',
    }),
  ]

  let hour = 8
  /** Each of these is recorded an hour after the one before, in the spring after. */
  const later = (): { readonly recorded: Instant } => {
    hour += 1
    return {
      recorded:
        `2026-03-${String(9 + Math.floor(hour / 24)).padStart(2, '0')}T${String(hour % 24).padStart(2, '0')}:00:00.000Z` as Instant,
    }
  }
  const into = (id: string, other: string) =>
    given(id, 'merged', { into: other, why: 'One NHS number' }, later())
  const parted = (id: string) => given(id, 'unmerged', { why: 'Cousins after all' }, later())
  const write = async (subject: NewSubject, ...list: NewEntry[]) =>
    await store.db.transaction().execute(tx => append(tx, { ...subject }, list))

  async function files(...names: readonly string[]): Promise<readonly NewSubject[]> {
    const made = names.map(() => givenChild())
    const all = made.flatMap((c, i) => entries(c.id, names[i] ?? '', `2025-0${i + 3}-03`))
    await store.db.transaction().execute(tx => appendAll(tx, made, all))
    return made
  }

  /** The rows of some tables about some files, without the two entries that joined and parted them. */
  async function rowsOf(db: Db, subjects: readonly NewSubject[]) {
    const ids = `{${subjects.map(s => s.id).join(',')}}`
    const read = async (query: ReturnType<typeof sql<{ line: string }>>) =>
      (await query.execute(db)).rows.map(r => r.line)
    return {
      person: await read(
        sql`select to_jsonb(t)::text as line from person t where subject = any (${ids}::uuid[]) order by subject`,
      ),
      happening: await read(sql`select to_jsonb(t)::text as line from happening t
        where subject = any (${ids}::uuid[]) and type not in ('merged', 'unmerged') order by entry`),
      spell: await read(sql`select to_jsonb(t)::text as line from spell t
        where subject = any (${ids}::uuid[]) and kind <> 'merged' order by 1`),
      clock: await read(
        sql`select to_jsonb(t)::text as line from clock t where subject = any (${ids}::uuid[]) order by 1`,
      ),
    }
  }

  /** Rebuilding, and folding one file anew, change nothing; and every chain holds. */
  async function holds(subject: NewSubject): Promise<void> {
    const before = await projectionDigests(store.db)
    await store.db.transaction().execute(tx => refold(tx, { ...subject }))
    expect(await projectionDigests(store.db)).toEqual(before)
    await store.db.transaction().execute(tx => rebuild(tx))
    expect(await projectionDigests(store.db)).toEqual(before)
    expect((await verify(store.db)).faults).toEqual([])
  }

  const countIn = async (table: 'happening' | 'spell' | 'clock', subject: NewSubject) =>
    (await store.db.selectFrom(table).select('subject').where('subject', '=', subject.id).execute()).length

  test('a joined file is read, folded and counted in the other alone', async () => {
    const [a, b] = await files('Wren', 'Ren')
    if (!a || !b) throw new Error('two files')
    await write(a, into(a.id, b.id))
    const read = await readEntries(store.db, b.id)
    expect(read.map(e => e.seq)).toEqual(Array.from({ length: 9 }, (_, i) => i + 1))
    expect(new Set(read.map(e => e.subject))).toEqual(new Set([a.id, b.id]))
    expect(read.map(e => e.recorded)).toEqual(read.map(e => e.recorded).toSorted())
    expect(await countIn('happening', a)).toBe(0)
    expect(await countIn('clock', a)).toBe(0)
    expect(await countIn('happening', b)).toBe(9)
    const person = await store.db
      .selectFrom('person')
      .select(['merged', 'names', 'keys'])
      .where('subject', '=', a.id)
      .executeTakeFirst()
    expect(person).toEqual({ merged: b.id, names: '', keys: [] })
    await holds(a)
    await holds(b)
  })

  test('parted again, both are as they were before, but for the two entries', async () => {
    const [a, b] = await files('Wren', 'Ren')
    if (!a || !b) throw new Error('two files')
    const before = await rowsOf(store.db, [a, b])
    await write(a, into(a.id, b.id))
    expect(await rowsOf(store.db, [a, b])).not.toEqual(before)
    await write(a, parted(a.id))
    expect(await rowsOf(store.db, [a, b])).toEqual(before)
    expect((await readEntries(store.db, a.id)).map(e => e.type).slice(-2)).toEqual(['merged', 'unmerged'])
    await holds(a)
    await holds(b)
  })

  test('what corrects an entry stands in the ledger of that entry, and goes with it', async () => {
    const [a, b] = await files('Wren', 'Ren')
    if (!a || !b) throw new Error('two files')
    const note = (await readEntries(store.db, a.id)).find(e => e.type === 'case-note')
    await write(a, into(a.id, b.id))
    await write(
      b,
      given(b.id, 'withdrawal', { why: 'Another child' }, { amends: note?.id ?? '', ...later() }),
    )
    await holds(b)
    await write(a, parted(a.id))
    const own = await store.db.selectFrom('happening').selectAll().where('subject', '=', a.id).execute()
    expect(own.find(h => h.entry === note?.id)?.withdrawn).toBe(true)
    expect(await countIn('happening', b)).toBe(4)
    await holds(a)
  })

  test('a file that was joined to one that was joined is read in the last, and comes back with what it had', async () => {
    const [a, b, c] = await files('Wren', 'Ren', 'Wrenn')
    if (!a || !b || !c) throw new Error('three files')
    const alone = await rowsOf(store.db, [a, b, c])
    await write(a, into(a.id, b.id))
    const two = await rowsOf(store.db, [a, b, c])
    await write(b, into(b.id, c.id))
    expect(await readEntries(store.db, c.id)).toHaveLength(14)
    const ends = await store.db
      .selectFrom('person')
      .select('merged')
      .where('subject', 'in', [a.id, b.id])
      .execute()
    expect(ends).toEqual([{ merged: c.id }, { merged: c.id }])
    await holds(c)
    await write(b, parted(b.id))
    expect(await rowsOf(store.db, [a, b, c])).toEqual(two)
    await holds(b)
    await write(a, parted(a.id))
    expect(await rowsOf(store.db, [a, b, c])).toEqual(alone)
    await holds(a)
  })

  test('files that come in together already joined are folded the same', async () => {
    const [a, b] = [givenChild(), givenChild()]
    const all = [...entries(a.id, 'Wren', '2025-03-03'), ...entries(b.id, 'Ren', '2025-04-03')]
    await store.db.transaction().execute(tx => appendAll(tx, [a, b], [...all, into(a.id, b.id)]))
    expect(await countIn('happening', a)).toBe(0)
    expect(await countIn('happening', b)).toBe(9)
    await holds(b)
  })
}
