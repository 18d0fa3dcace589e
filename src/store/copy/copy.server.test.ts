import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip, gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { generate } from '../../../seed/generate.ts'
import { small } from '../../../seed/profiles/small.ts'
import { HERE, SOMEONE } from '../../../test/support/given.ts'
import { dropDatabase, openServerCopy } from '../../../test/support/server-copy.ts'
import { day } from '../../domain/kernel/day.ts'
import { openAsIs, openStore, type Store } from '../connection.ts'
import { appendAll } from '../ledger.ts'
import { writeLog } from '../log.ts'
import { projectionDigests } from '../rebuild.ts'
import { startSession } from '../sessions.ts'
import { verify } from '../verify.ts'
import { BadCopy } from './format.ts'
import { checkCopy } from './read.ts'
import { restoreCopy } from './restore.ts'
import { writeCopy } from './write.ts'

const MADE = '2026-03-10T12:00:00.000Z'
const made = generate(small, day('2026-03-10'))

describe('a copy of the database', () => {
  let source: Awaited<ReturnType<typeof openServerCopy>>
  let folder: string
  let copy: string
  const at = (name: string) => join(folder, name)

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'golden-thread-copy-'))
    copy = at('copy.gz')
    source = await openServerCopy(inject('databaseUrl'))
    await source.db.transaction().execute(async tx => {
      await appendAll(tx, made.subjects, made.entries)
      const [child] = made.subjects.filter(s => s.kind === 'child')
      const bytes = Buffer.from([0, 1, 2, 255, 10, 13])
      await sql`insert into document (subject, hash, type, size, bytes, at)
        values (${child?.id}, encode(sha256(${bytes}), 'hex'), 'text/plain', 6, ${bytes}, now())`.execute(tx)
      for (const n of [1, 2, 3])
        await writeLog(tx, {
          at: HERE,
          viewer: SOMEONE,
          action: 'open',
          subject: null,
          page: `“${n}”\n\\`,
          allowed: true,
          because: 'Möwe',
          detail: { q: String(n) },
        })
      const [worker] = made.subjects.filter(s => s.kind === 'worker')
      if (worker) await startSession(tx, worker.id, HERE)
    })
    await writeCopy(source.db, copy, MADE)
  })
  afterAll(async () => {
    await source.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Another database, empty or as it is left by a start. */
  async function into<T>(work: (store: Store, url: string) => Promise<T>): Promise<T> {
    const name = `r_${Math.random().toString(36).slice(2, 12)}`
    const url = new URL(source.url)
    const admin = new pg.Client({ connectionString: url.href })
    await admin.connect()
    await admin.query(`create database ${name}`)
    await admin.end()
    url.pathname = `/${name}`
    const store = await openAsIs({ url: url.href })
    try {
      return await work(store, url.href)
    } finally {
      await store.close()
      await dropDatabase(source.url, name)
    }
  }

  const contents = async ({ db }: Pick<Store, 'db'>) => {
    const texts: Record<string, unknown> = {}
    for (const table of ['entry', 'subject', 'words', 'access_log', 'chain_head', 'document', 'setting'])
      texts[table] = (
        await sql<{
          d: string
        }>`select md5(string_agg(t::text, '|' order by t::text)) as d from ${sql.table(table)} t`.execute(db)
      ).rows[0]?.d
    return texts
  }

  test('brought into an empty database is the same again, and work goes on in it', async () => {
    await into(async (owner, url) => {
      const told = await restoreCopy(owner.db, copy)
      expect(told).toMatchObject({ entries: made.entries.length, lines: 3, faults: [], head: { made: MADE } })
      expect(await contents(owner)).toEqual(await contents(source))
      expect(await projectionDigests(owner.db)).toEqual(await projectionDigests(source.db))
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from session`.execute(owner.db)
      expect(rows).toEqual([{ n: 0 }])
      const store = await openStore({ url })
      await writeLog(store.db, {
        at: HERE,
        viewer: SOMEONE,
        action: 'open',
        subject: null,
        page: 'After',
        allowed: true,
        because: 'x',
      })
      expect(await verify(store.db)).toMatchObject({ lines: 4, faults: [] })
      await store.close()
    })
  })

  test('is taken into the embedded database, and from there to a server again', async () => {
    const embedded = await openAsIs({ folder: at('embedded') })
    await restoreCopy(embedded.db, copy)
    await writeCopy(embedded.db, at('back.gz'), MADE)
    await embedded.close()
    await into(async owner => {
      await restoreCopy(owner.db, at('back.gz'))
      expect(await contents(owner)).toEqual(await contents(source))
    })
  })

  test('is lines of JSON that anybody can read, for its owner only', async () => {
    const kinds: string[] = []
    for await (const line of createInterface({ input: createReadStream(copy).pipe(createGunzip()) })) {
      const value: unknown = JSON.parse(line)
      if (typeof value === 'string') kinds.push(value)
    }
    expect(kinds).toContain('entry')
    expect(kinds).not.toContain('happening')
    expect(kinds).not.toContain('session')
    expect(kinds.at(-1)).toBe('end')
  })

  test('never takes the place of another file, and leaves none behind where it fails', async () => {
    await expect(writeCopy(source.db, copy, MADE)).rejects.toThrow('is there already')
    await into(async owner => {
      await expect(writeCopy(owner.db, at('none.gz'), MADE)).rejects.toThrow('nothing to copy')
    })
    expect(() => readFileSync(at('none.gz.part'))).toThrow('ENOENT')
  })

  test('is not mixed with what is there', async () => {
    const before = await contents(source)
    const owner = await openAsIs({ url: source.url })
    await expect(restoreCopy(owner.db, copy)).rejects.toThrow('This database is not empty')
    await owner.close()
    expect(await contents(source)).toEqual(before)
  })

  describe('that is not whole', () => {
    const bytes = () => readFileSync(copy)
    const plain = () => gunzipSync(bytes()).toString('utf8')
    const changed = (text: string) => gzipSync(text)
    const cases: readonly (readonly [string, () => Buffer | string, string])[] = [
      ['is nothing', () => '', 'cut off'],
      ['is cut off', () => bytes().subarray(0, bytes().length - 40), 'cut off'],
      ['is cut in half', () => bytes().subarray(0, bytes().length / 2), 'cut off'],
      ['lost its last lines', () => changed(`${plain().split('\n').slice(0, -4).join('\n')}\n`), 'cut off'],
      ['has a byte that turned', () => turned(bytes(), bytes().length >> 1), 'damaged'],
      ['has a word changed', () => changed(plain().replace('Möwe', 'Mewe')), 'damaged'],
      ['goes on after its end', () => changed(`${plain()}{}\n`), 'damaged'],
      ['is something else', () => 'create table entry', 'no copy of this product'],
      ['is gzip of something else', () => changed('create table entry\n'), 'no copy of this product'],
      ['is of a later version', () => changed(plain().replace('"format":1', '"format":2')), 'later version'],
    ]
    function turned(all: Buffer, place: number): Buffer {
      const copyOf = Buffer.from(all)
      copyOf.writeUInt8(copyOf.readUInt8(place) ^ 0x40, place)
      return copyOf
    }

    test.each(cases)('%s: it is said so', async (_, make, say) => {
      writeFileSync(at('bad.gz'), make())
      await expect(checkCopy(at('bad.gz'))).rejects.toThrow(BadCopy)
      await expect(checkCopy(at('bad.gz'))).rejects.toThrow(say)
    })

    test('is not there, or is a folder: it is said so', async () => {
      await expect(checkCopy(at('gone.gz'))).rejects.toThrow('There is no such file')
      await expect(checkCopy(folder)).rejects.toThrow('That is a folder')
    })
  })

  test('of a database that was tampered with is not brought in, unless one says so', async () => {
    const owner = new pg.Client({ connectionString: source.url })
    await owner.connect()
    await owner.query(`update access_log set because = 'Other' where seq = 2`)
    await writeCopy(source.db, at('tampered.gz'), MADE)
    await owner.query(`update access_log set because = 'Möwe' where seq = 2`)
    await owner.end()
    await into(async store => {
      await expect(restoreCopy(store.db, at('tampered.gz'))).rejects.toThrow(`looks by ${SOMEONE}, 2`)
      const { rows } = await sql<{ t: string | null }>`select to_regclass('entry')::text as t`.execute(
        store.db,
      )
      expect(rows).toEqual([{ t: null }])
      const taken = await restoreCopy(store.db, at('tampered.gz'), { faults: true })
      expect(taken.faults).toMatchObject([{ subject: `looks by ${SOMEONE}`, seq: 2 }])
    })
  })
})
