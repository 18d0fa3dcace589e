import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { givenFile } from '../../../test/support/children.ts'
import { given, givenSubject, HERE } from '../../../test/support/given.ts'
import { cast, workerEntry, workerSubject } from '../../../test/support/people.ts'
import { dropDatabase } from '../../../test/support/server-copy.ts'
import { day } from '../../domain/kernel/day.ts'
import { findRetentionRow } from '../../domain/rights/retention-table.ts'
import { isKnown, knowDevice } from '../accounts/devices.ts'
import { beginStep, findStep } from '../accounts/steps.ts'
import { hashToken } from '../accounts/tokens.ts'
import { countTry } from '../accounts/waits.ts'
import { openAsIs, openStore, type Store } from '../connection.ts'
import { appendAll } from '../ledger.ts'
import { writeLog } from '../log.ts'
import { projectionDigests } from '../rebuild.ts'
import { dispose } from '../rights/dispose.ts'
import { findSession, startSession } from '../sessions.ts'
import { verify } from '../verify.ts'
import { BadExport, NOT_EXPORTED } from './format.ts'
import { readExport } from './read.ts'
import { writeExport } from './write.ts'

const MADE = '2026-03-10T12:00:00.000Z'

/** Files, a document, a log, somebody who signs in, and a file that was disposed of. */
async function fill({ db }: Store): Promise<void> {
  const files = [givenFile(), givenFile({ name: ['Möwe', 'O’Dell'] }), givenFile()]
  const [first, , gone] = files.map(f => f.subject)
  const disposal = givenSubject('disposal', 'D1')
  const row = findRetentionRow('known')
  if (!first || !gone || !row) throw new Error('Nothing was given.')
  await db.transaction().execute(async tx => {
    await appendAll(
      tx,
      [disposal, ...files.map(f => f.subject), ...Object.values(cast).map(workerSubject)],
      [...files.flatMap(f => f.entries), ...Object.values(cast).map(workerEntry)],
    )
    for (const subject of [first.id, gone.id])
      await tx
        .insertInto('document')
        .values({
          subject,
          hash: createHash('sha256')
            .update(Buffer.from([0, 10, 255]))
            .digest('hex'),
          type: 'text/plain',
          size: 3,
          bytes: Buffer.from([0, 10, 255]),
          scanned: null,
          at: HERE,
        })
        .execute()
    await tx
      .insertInto('account')
      .values({
        worker: cast.director.id,
        username: 'ivy',
        password: 'a-secret-hash',
        email: 'ivy@example.org',
        changed: null,
        issuer: null,
        issuer_subject: null,
        totp: null,
        totp_begun: null,
        totp_step: null,
        wrong_last: null,
      })
      .execute()
    for (const subject of [first.id, gone.id, null])
      await writeLog(tx, {
        at: HERE,
        viewer: cast.worker.id,
        action: 'open',
        subject,
        page: 'a\n“page”\\',
        allowed: true,
        because: 'x',
        detail: { q: 'wren' },
      })
    const proposed = { child: gone.id, rule: 'known', due: day('2020-01-01'), because: 'x', why: 'y' }
    await appendAll(
      tx,
      [],
      [
        given(disposal.id, 'disposal-proposed', proposed, { author: cast.auditor.id }),
        given(disposal.id, 'disposal-decided', { outcome: 'agreed', why: 'z' }, { author: cast.director.id }),
      ],
    )
    await dispose(tx, {
      disposal,
      files: [{ ...gone, kind: 'child' }],
      rule: row.code,
      due: day('2020-01-01'),
      by: cast.director.id,
      now: HERE,
    })
  })
}

describe('the whole system', () => {
  let source: Store
  let folder: string
  const keys: string[] = []
  const at = (name: string) => join(folder, name)

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'golden-thread-export-'))
    source = await openStore({ memory: true })
    await fill(source)
    // Somebody is signed in on a device that is known, has a step half done, and there were wrong tries.
    const { worker } = await source.db.selectFrom('account').select('worker').executeTakeFirstOrThrow()
    keys.push(
      await startSession(source.db, worker, HERE),
      await knowDevice(source.db, undefined, worker, HERE),
    )
    keys.push(await beginStep(source.db, 'second', worker, { tries: 0 }, HERE))
    await countTry(source.db, 'address of somebody', 5, HERE)
    await writeExport(source.db, at('out'), MADE)
  })
  afterAll(async () => {
    await source.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** An empty database on a server, as its owner. */
  async function into<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const name = `x_${Math.random().toString(36).slice(2, 12)}`
    const url = new URL(inject('databaseUrl'))
    const admin = new pg.Client({ connectionString: url.href })
    await admin.connect()
    await admin.query(`create database ${name}`)
    await admin.end()
    url.pathname = `/${name}`
    const store = await openAsIs({ url: url.href })
    try {
      return await work(store)
    } finally {
      await store.close()
      await dropDatabase(inject('databaseUrl'), name)
    }
  }

  const heads = async (store: Store) =>
    await store.db.selectFrom('chain_head').selectAll().orderBy('chain').execute()
  const manifest = (name: string) => JSON.parse(readFileSync(at(`${name}/manifest.json`), 'utf8'))

  test('goes from the embedded database to a server and comes out of it the same, byte for byte', async () => {
    await into(async store => {
      const { entries, faults } = await readExport(store.db, at('out'), folder)
      expect([entries > 20, faults]).toEqual([true, []])
      expect(await projectionDigests(store.db)).toEqual(await projectionDigests(source.db))
      expect(await heads(store)).toEqual(await heads(source))
      const [session = '', device = '', step = ''] = keys
      const { worker } = await source.db.selectFrom('account').select('worker').executeTakeFirstOrThrow()
      const opens = async ({ db }: Store) => [
        (await findSession(db, session, HERE))?.viewer.id,
        await isKnown(db, device, worker, HERE),
        (await findStep(db, 'second', step, HERE))?.worker,
      ]
      expect(await opens(source)).toEqual([worker, true, worker])
      expect(await opens(store)).toEqual([undefined, false, undefined])
      for (const table of NOT_EXPORTED) {
        const { rows } = await sql`select from ${sql.table(table)}`.execute(store.db)
        expect([table, rows.length]).toEqual([table, 0])
      }
      await writeExport(store.db, at('again'), MADE)
      expect((await verify(store.db)).faults).toEqual([])
    })
    expect(manifest('again')).toEqual(manifest('out'))
  })

  test('goes into an embedded database too', async () => {
    const store = await openAsIs({ folder: at('embedded') })
    await readExport(store.db, at('out'), folder)
    expect(await projectionDigests(store.db)).toEqual(await projectionDigests(source.db))
    expect(await heads(store)).toEqual(await heads(source))
    await expect(readExport(store.db, at('out'), folder)).rejects.toThrow(/not empty/)
    await store.close()
  })

  test('holds no secret, and nothing of what was disposed of', () => {
    const texts = readdirSync(at('out/tables')).map(f => readFileSync(at(`out/tables/${f}`), 'utf8'))
    expect(texts.some(t => t.includes('ivy@example.org'))).toBe(true)
    for (const secret of ['a-secret-hash', 'address of somebody', ...keys, ...keys.map(hashToken)])
      expect([secret, texts.some(t => t.includes(secret))]).toEqual([secret, false])
    expect(readdirSync(at('out/documents')).length).toBe(1)
    expect(existsSync(at('out/tables/session.jsonl'))).toBe(false)
  })

  test('never takes the place of another folder', async () => {
    await expect(writeExport(source.db, at('out'), MADE)).rejects.toThrow(/is there already/)
  })

  const change = (file: string, how: (text: string) => string) => (dir: string) =>
    writeFileSync(join(dir, file), how(readFileSync(join(dir, file), 'utf8')))
  const document = (dir: string) => join(dir, 'documents', readdirSync(join(dir, 'documents'))[0] ?? '')

  test.each([
    ['without its manifest', (d: string) => rmSync(join(d, 'manifest.json')), /no manifest.json/],
    ['with half a manifest', change('manifest.json', t => t.slice(0, t.length / 2)), /not whole/],
    ['of something else', change('manifest.json', () => '{"tables": []}'), /not of this product/],
    [
      'of a table that is none of its',
      change('manifest.json', t => t.replace('tables/words.jsonl', '../words.jsonl')),
      /not of this product/,
    ],
    [
      'of a later format',
      change('manifest.json', t => t.replace('"format": 1', '"format": 2')),
      /is of format 2/,
    ],
    [
      'of a later version',
      change('manifest.json', t => t.replace('"011-rights"', '"999-later"')),
      /another version/,
    ],
    [
      'cut off',
      change('tables/entry.jsonl', t => t.split('\n').slice(0, 5).join('\n')),
      /cut off or added to/,
    ],
    [
      'with a word changed',
      change('tables/entry.jsonl', t => t.replace('All well', 'Not well')),
      /was changed/,
    ],
    ['with a table gone', (d: string) => rmSync(join(d, 'tables', 'entry.jsonl')), /is missing/],
    ['with a document changed', (d: string) => writeFileSync(document(d), 'other'), /was changed/],
    ['with a document gone', (d: string) => rmSync(document(d)), /is missing/],
  ] as const)('%s is refused in words, and nothing is brought in', async (name, spoil, says) => {
    const dir = at(`bad ${name}`)
    cpSync(at('out'), dir, { recursive: true })
    spoil(dir)
    await into(async store => {
      const tried = readExport(store.db, dir, folder)
      await expect(tried).rejects.toThrow(BadExport)
      await expect(tried).rejects.toThrow(says)
      const { rows } = await sql<{ t: string | null }>`select to_regclass('entry')::text as t`.execute(
        store.db,
      )
      expect(rows).toEqual([{ t: null }])
    })
    expect(readdirSync(folder).filter(f => f.endsWith('.gz'))).toEqual([])
  })
})
