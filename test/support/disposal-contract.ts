import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foldFile } from '../../src/domain/casework/file.ts'
import { day } from '../../src/domain/kernel/day.ts'
import { londonDay } from '../../src/domain/kernel/london.ts'
import type { NewEntry } from '../../src/domain/records/entry.ts'
import { retentionOf } from '../../src/domain/rights/retention.ts'
import type { Db, Store } from '../../src/store/connection.ts'
import { append, appendAll, readEntries } from '../../src/store/ledger.ts'
import { writeLog } from '../../src/store/log.ts'
import { projectionDigests, rebuild } from '../../src/store/rebuild.ts'
import { dispose, filesTogether } from '../../src/store/rights/dispose.ts'
import { verify } from '../../src/store/verify.ts'
import { details, given, givenChild, givenSubject, HERE } from './given.ts'
import { cast } from './people.ts'

const TODAY = londonDay(HERE)
let made = 0
const token = () => {
  made += 1
  return `zq${made}x`
}

/** A closed file whose time is over, every word of it with a mark by which it would be found again. */
function oldFile(mark: string, more: (id: string) => readonly NewEntry[] = () => []) {
  const subject = givenChild()
  const { id } = subject
  const who = details('1985-02-01', { givenName: `Wren${mark}`, familyName: `Pebble${mark}` })
  return {
    subject,
    entries: [
      given(id, 'person-details', { ...who, address: `1 ${mark} Lane` }),
      given(id, 'case-note', {
        on: day('1999-03-01'),
        what: 'call',
        about: `Rang ${mark}`,
        note: `Said ${mark}, at length.`,
        significant: 'no',
      }),
      ...more(id),
    ],
  }
}
type OldFile = ReturnType<typeof oldFile>

/** Every table of the database that holds the text anywhere, documents too. */
export async function tablesWith(db: Db, text: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db)
  const found: string[] = []
  for (const { name } of rows) {
    const hit = await sql<{ n: string }>`select count(*)::text as n from ${sql.table(name)} t
      where position(${text.toLowerCase()} in lower(to_jsonb(t)::text)) > 0
        or position(${Buffer.from(text).toString('hex')} in to_jsonb(t)::text) > 0`.execute(db)
    if (hit.rows[0]?.n !== '0') found.push(name)
  }
  return found
}

/** What disposal promises, whatever the database: run on both. */
export function disposalContract(open: () => Promise<Store>): void {
  let store: Store
  let holds = 0
  beforeAll(async () => {
    store = await open()
  })
  afterAll(async () => await store.close())

  const write = async (files: readonly OldFile[]) =>
    await store.db.transaction().execute(tx =>
      appendAll(
        tx,
        files.map(f => f.subject),
        files.flatMap(f => f.entries),
      ),
    )

  interface Way {
    readonly agreedBy?: string
    readonly outcome?: string
    readonly about?: string
  }

  /** Proposes, agrees and disposes, as two people do. */
  const disposeOf = async ({ subject }: OldFile, way: Way = {}) =>
    await store.db.transaction().execute(async tx => {
      made += 1
      const disposal = givenSubject('disposal', `D${made}`)
      const retention = retentionOf(foldFile(subject.id, await readEntries(tx, subject.id)), TODAY)
      if (retention.is !== 'due') throw new Error(retention.because)
      const { row, until, because } = retention
      const proposed = { child: way.about ?? subject.id, rule: row.code, due: until, because, why: 'Looked.' }
      const decided = { outcome: way.outcome ?? 'agreed', why: 'Agreed.' }
      const by = way.agreedBy ?? cast.director.id
      await appendAll(
        tx,
        [disposal],
        [
          given(disposal.id, 'disposal-proposed', proposed, { author: cast.auditor.id }),
          given(disposal.id, 'disposal-decided', decided, { author: by }),
        ],
      )
      const files = await filesTogether(tx, subject)
      await dispose(tx, { disposal, files, rule: row.code, due: until, by, now: HERE })
      return disposal
    })

  const wholeAgain = async () => {
    const before = await projectionDigests(store.db)
    await store.db.transaction().execute(async tx => await rebuild(tx))
    expect(await projectionDigests(store.db)).toEqual(before)
    expect((await verify(store.db)).faults).toEqual([])
  }

  test('nothing that a file said is left; its chain is, and a rebuild gives the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ notes: fc.nat(3), gone: fc.boolean() }), { minLength: 1, maxLength: 4 }),
        async plan => {
          const files = plan.map(p => {
            const mark = token()
            const notes = (id: string) =>
              Array.from({ length: p.notes }, (_, i) =>
                given(id, 'significant-event', {
                  on: day('2000-01-01'),
                  what: `${mark} ${i}`,
                  title: mark,
                  line: mark,
                }),
              )
            return { ...p, mark, ...oldFile(mark, notes) }
          })
          await write(files)
          for (const f of files) if (f.gone) await disposeOf(f)
          for (const f of files)
            expect([f.gone, (await tablesWith(store.db, f.mark)).length > 0]).toEqual([f.gone, !f.gone])
          await wholeAgain()
        },
      ),
      { numRuns: 4 },
    )
  })

  test('documents, drafts, reasons, letters and the words of searches go too; who looked and when stays', async () => {
    const mark = token()
    const file = oldFile(mark)
    await write([file])
    const { id, code } = file.subject
    const { db } = store
    const bytes = Buffer.from(`the letter of ${mark}`)
    await db
      .insertInto('document')
      .values({ subject: id, hash: 'ab', type: 'text/plain', size: 9, bytes, scanned: null, at: HERE })
      .execute()
    await db
      .insertInto('draft')
      .values({
        owner: cast.worker.id,
        subject: id,
        form: 'case-note',
        typed: JSON.stringify({ note: mark }),
        basis: 1,
        saved: HERE,
      })
      .execute()
    await db
      .insertInto('access_reason')
      .values({ viewer: cast.worker.id, subject: id, reason: mark, given: HERE, until: HERE })
      .execute()
    const look = { at: HERE, viewer: cast.worker.id, allowed: true, because: 'Social worker' }
    const q = `wren${mark} pebble${mark}`
    await writeLog(db, { ...look, action: 'find', subject: null, page: 'search', detail: { q } })
    await writeLog(db, { ...look, action: 'open', subject: id, page: 'a file', detail: { note: mark } })
    await writeLog(db, {
      ...look,
      action: 'find',
      subject: null,
      page: 'search',
      detail: { q: 'somebody else' },
    })
    const lines = async () =>
      await db.selectFrom('access_log').select(['page', 'detail', 'disposed']).orderBy('id').execute()
    const before = await lines()
    const disposal = await disposeOf(file)
    expect(await tablesWith(db, mark)).toEqual([])
    const after = await lines()
    expect(after.map(l => l.page)).toEqual(before.map(l => l.page))
    expect(after.slice(-3).map(l => [l.detail, l.disposed !== null])).toEqual([
      [null, true],
      [null, true],
      [{ q: 'somebody else' }, false],
    ])
    const certificate = (await readEntries(db, disposal.id)).at(-1)
    expect(certificate?.answers).toMatchObject({ codes: code, entries: 2, documents: 1, lines: 2 })
    await wholeAgain()
  })

  test('a contact about nobody else goes with the file; one about a brother too stays', async () => {
    const [mark, brother] = [token(), token()]
    const [file, other] = [oldFile(mark), oldFile(brother)]
    const [alone, both] = [givenSubject('contact', `C${made}1`), givenSubject('contact', `C${made}2`)]
    const told = (contact: string, child: OldFile, name: string) => {
      const entry = given(contact, 'contact-child', { givenName: name, familyName: 'Pebble' })
      return [entry, given(contact, 'contact-matched', { child: child.subject.id }, { amends: entry.id })]
    }
    await write([file, other])
    await store.db
      .transaction()
      .execute(tx =>
        appendAll(
          tx,
          [alone, both],
          [
            ...told(alone.id, file, `Only${mark}`),
            ...told(both.id, file, 'One'),
            ...told(both.id, other, 'Two'),
          ],
        ),
      )
    await disposeOf(file)
    expect(await tablesWith(store.db, mark)).toEqual([])
    expect((await readEntries(store.db, both.id)).map(e => e.answers.givenName ?? '')).toContain('One')
    await wholeAgain()
  })

  test('a legal hold wins, on one file or on all, until it is lifted', async () => {
    const file = oldFile(token())
    await write([file])
    for (const scope of ['file', 'all']) {
      holds += 1
      const hold = givenSubject('hold', `H${holds}`)
      const child = scope === 'file' ? { child: file.subject.id } : {}
      const said = { scope, ...child, reason: 'inquiry', askedBy: 'An inquiry', from: TODAY, words: 'Keep.' }
      await store.db.transaction().execute(tx => appendAll(tx, [hold], [given(hold.id, 'hold-placed', said)]))
      await expect(disposeOf(file)).rejects.toThrow(/legal hold/)
      await store.db
        .transaction()
        .execute(tx => append(tx, hold, [given(hold.id, 'hold-lifted', { why: 'It is over.' })]))
    }
    await disposeOf(file)
    await wholeAgain()
  })

  test.each([
    ['by one person alone', { agreedBy: cast.auditor.id }, /one person and agreed by another/],
    ['that was not agreed', { outcome: 'kept' }, /one person and agreed by another/],
    ['that was agreed for another file', { about: cast.worker.id }, /one person and agreed by another/],
  ])('a disposal %s is refused by the database', async (_, way, says) => {
    const mark = token()
    const file = oldFile(mark)
    await write([file])
    await expect(disposeOf(file, way)).rejects.toThrow(says)
    expect(await tablesWith(store.db, mark)).toContain('entry')
  })

  test('without a certificate nothing is emptied, and the application has no other way', async () => {
    const file = oldFile(token())
    await write([file])
    const [first] = await readEntries(store.db, file.subject.id)
    await expect(sql`select dispose_files(${first?.id}::uuid, '{}')`.execute(store.db)).rejects.toThrow(
      /No certificate/,
    )
    for (const statement of [
      sql`update entry set disposed = ${first?.id}::uuid where id = ${first?.id}::uuid`,
      sql`delete from document where subject = ${file.subject.id}::uuid`,
      sql`update access_log set detail = null`,
    ])
      await expect(statement.execute(store.db)).rejects.toThrow(/permission denied/)
  })

  test('verify takes nothing for disposed of that a certificate does not say', async () => {
    const [gone, kept] = [oldFile(token()), oldFile(token())]
    await write([gone, kept])
    const disposal = await disposeOf(gone)
    const tried = async (change: ReturnType<typeof sql>) => {
      const found: string[] = []
      await store.db
        .transaction()
        .execute(async tx => {
          await sql`reset role`.execute(tx)
          await change.execute(tx)
          found.push(...(await verify(tx)).faults.map(f => `${f.subject}: ${f.what}`))
          throw new Error('back')
        })
        .catch((error: Error) => expect(error.message).toBe('back'))
      await sql`set role golden_thread_app`.execute(store.db)
      return found
    }
    const [g, k] = [gone.subject.id, kept.subject.id]
    const certificate = sql`(select disposed from entry where subject = ${g}::uuid limit 1)`
    const empty = sql`(select words from entry where subject = ${g}::uuid limit 1)`
    const changes = [
      sql`update entry set author = ${cast.nights.id}::uuid where subject = ${g}::uuid and seq = 2`,
      sql`update entry set answers = '{"note":"put back"}' where subject = ${g}::uuid and seq = 1`,
      sql`update entry set disposed = null where subject = ${g}::uuid`,
      sql`update entry set disposed = ${k}::uuid where subject = ${g}::uuid`,
      sql`update entry set recorded = recorded - interval '1 second' where subject = ${g}::uuid and seq = 1`,
      sql`update entry set type = 'disposed', answers = '{}', amends = null, source = null, words = ${empty},
        happened = (recorded at time zone 'UTC')::date, disposed = ${certificate} where subject = ${k}::uuid`,
      sql`update entry set answers = answers || '{"entries": 9}' where subject = ${disposal.id}::uuid and seq = 3`,
      sql`delete from entry where subject = ${disposal.id}::uuid`,
    ]
    for (const [i, change] of changes.entries())
      expect([i, (await tried(change)).length > 0]).toEqual([i, true])
    expect((await verify(store.db)).faults).toEqual([])
  })

  test('what is written in the file afterwards is found and shown, and what went stays gone', async () => {
    const mark = token()
    const file = oldFile(mark)
    await write([file])
    await disposeOf(file)
    const later = given(file.subject.id, 'person-details', details('1985-02-01', { givenName: 'Again' }))
    await store.db.transaction().execute(tx => append(tx, { ...file.subject }, [later]))
    const row = await store.db
      .selectFrom('person')
      .select('given_name')
      .where('subject', '=', file.subject.id)
      .executeTakeFirst()
    expect(row?.given_name).toBe('Again')
    expect(await tablesWith(store.db, mark)).toEqual([])
    await wholeAgain()
  })
}
