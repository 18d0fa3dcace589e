import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { given, givenChild } from '../../test/support/given.ts'
import { dropDatabase, openServerCopy } from '../../test/support/server-copy.ts'
import { day } from '../domain/kernel/day.ts'
import { alone } from './alone.ts'
import { openStore, type Store } from './connection.ts'
import { append, startFile } from './ledger.ts'
import { migrate, stepNames, takeSteps } from './migrations/migrate.ts'
import { projectionDigests } from './rebuild.ts'
import { inTransaction } from './stale-plan.ts'
import { standing } from './standing.ts'
import type { Tables } from './tables.ts'

// What holds while people work: two versions beside each other, a login that owns nothing, jobs of several processes, and
// a server that restarts.

const admin = inject('databaseUrl')
const last = stepNames.at(-1) ?? ''
let made = 0

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  // A test ends connections by force.
  client.on('error', () => {})
  await client.connect()
  return await work(client).finally(() => client.end())
}

const ownerOf = (url: string) =>
  new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 2 }) }),
  })

/** A database one step behind this version, and its address. */
async function older(): Promise<{ url: string; name: string }> {
  made += 1
  const name = `older_${process.pid}_${made}`
  await asOwner(admin, c => c.query(`create database ${name}`))
  const url = new URL(admin)
  url.pathname = `/${name}`
  const db = ownerOf(url.href)
  await db.transaction().execute(tx => takeSteps(tx, step => step !== last))
  await db.destroy()
  return { url: url.href, name }
}

describe('a database of an older version', () => {
  let at: { url: string; name: string }
  beforeEach(async () => {
    at = await older()
  })
  afterEach(async () => await dropDatabase(admin, at.name))

  const patience = { lock: 100, tries: 50, between: 50 }

  test('is brought up while the older version goes on writing: none of its statements fails', async () => {
    const db = ownerOf(at.url)
    let writing = true
    let wrote = 0
    const older = asOwner(at.url, async client => {
      await client.query('set role golden_thread_app')
      while (writing) {
        await client.query(
          `insert into access_log (at, viewer, action, subject, page, allowed, because) values (now(), null, 'open', null, 'x', true, 'x')`,
        )
        wrote += 1
        await pause(1)
      }
    })
    await pause(50)
    const steps = await migrate(
      db,
      async () => {},
      () => {},
      patience,
    )
    const before = wrote
    while (wrote < before + 5) await pause(5)
    writing = false
    await older
    expect(steps).toEqual([last])
    expect(wrote).toBeGreaterThan(5)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from access_log`.execute(db)
    expect(rows[0]?.n).toBe(wrote)
    await db.destroy()
  })

  test('whose tables are in use is asked again until they are free; nobody waits behind it meanwhile', async () => {
    const db = ownerOf(at.url)
    const holder = new pg.Client({ connectionString: at.url })
    await holder.connect()
    await holder.query('begin')
    await holder.query(
      'lock table entry, access_log, subject, migration, session, setting in access share mode',
    )
    let waits = 0
    const migrating = migrate(
      db,
      async tx => {
        // A step that changes a table of which a long statement reads.
        await sql`alter table entry add column tried_here text`.execute(tx)
      },
      () => {
        waits += 1
      },
      patience,
    )
    while (waits < 3) await pause(10)
    const answered = await asOwner(at.url, c => c.query('select count(*) from entry'))
    expect(answered.rows).toHaveLength(1)
    await holder.query('commit')
    await holder.end()
    expect(await migrating).toEqual([last])
    await db.destroy()
  })

  test('whose files were folded with less is folded again before anybody is let in, and once', async () => {
    const first = await openStore({ url: at.url })
    const child = { ...givenChild(), kind: 'child' } as const
    await first.db.transaction().execute(async tx => {
      await startFile(tx, child, '2026-01-05T09:00:00.000Z')
      const looked = { from: day('2026-01-05'), need: 'N1' }
      await append(tx, child, [given(child.id, 'became-looked-after', looked)])
    })
    const folded = await projectionDigests(first.db)
    await first.close()
    // As the version before left it: the step is to come, and what it folds is not there.
    await asOwner(at.url, c => c.query("delete from migration where name = '016-sealed'; delete from clock"))
    const second = await openStore({ url: at.url })
    expect(await projectionDigests(second.db)).toEqual(folded)
    await second.close()
    await asOwner(at.url, c => c.query('delete from clock'))
    const third = await openStore({ url: at.url })
    expect(await projectionDigests(third.db)).not.toEqual(folded)
    await third.close()
  })

  test('whose tables stay in use is left as it was, in words', async () => {
    const db = ownerOf(at.url)
    const holder = new pg.Client({ connectionString: at.url })
    await holder.connect()
    await holder.query('begin')
    await holder.query('lock table entry in access share mode')
    const change = async (tx: Parameters<typeof takeSteps>[0]) => {
      await sql`alter table entry add column tried_here text`.execute(tx)
    }
    await expect(migrate(db, change, () => {}, { lock: 50, tries: 2, between: 10 })).rejects.toThrow(
      /in use by long statements.*Nothing was changed/s,
    )
    await holder.end()
    expect(await standing(db)).toEqual({ missing: 1, ahead: 0, readOnly: false })
    await db.destroy()
  })

  test('is refused to a login that does not own it, in words; and once it is brought up, that login works', async () => {
    const login = `web_${process.pid}_${made}`
    await asOwner(admin, async c => {
      await c.query(`create role ${login} login`)
      await c.query(`grant golden_thread_app to ${login}`)
    })
    const own = new URL(at.url)
    own.username = login
    await expect(openStore({ url: own.href })).rejects.toThrow(
      /does not own its tables.*golden-thread migrate/s,
    )
    await (await openStore({ url: at.url })).close()
    const store = await openStore({ url: own.href })
    expect(await standing(store.db)).toEqual({ missing: 0, ahead: 0, readOnly: false })
    await expect(sql`delete from entry`.execute(store.db)).rejects.toThrow(/permission denied/)
    const steppedUp = store.db.connection().execute(async held => {
      await sql`reset role`.execute(held)
      await sql`delete from entry`.execute(held)
    })
    await expect(steppedUp).rejects.toThrow(/permission denied/)
    await store.close()
    await asOwner(admin, c => c.query(`drop role ${login}`))
  })
})

describe('several processes on one database', () => {
  let one: Store & { readonly url: string }
  let two: Store
  beforeEach(async () => {
    one = await openServerCopy(admin)
    two = await openStore({ url: one.url })
  })
  afterEach(async () => {
    await two.close()
    await one.close()
  })

  test('one of them is at a job, the other is told so; what is done is free again', async () => {
    const order: string[] = []
    let end = () => {}
    const first = alone(one, 'letters', async () => {
      order.push('first begins')
      await new Promise<void>(resolve => {
        end = resolve
      })
      return 'first'
    })
    while (order.length === 0) await pause(5)
    expect(await alone(two, 'letters', async () => 'second')).toBe('elsewhere')
    expect(await alone(two, 'other', async () => 'second')).toBe('second')
    end()
    expect(await first).toBe('first')
    expect(await alone(two, 'letters', async () => 'second')).toBe('second')
    await expect(
      alone(one, 'letters', async () => {
        throw new Error('It failed')
      }),
    ).rejects.toThrow('It failed')
    expect(await alone(two, 'letters', async () => 'again')).toBe('again')
  })

  test('a connection that the server ends in the middle of a job ends neither the job nor the process', async () => {
    let went = false
    const job = alone(one, 'letters', async () => {
      await asOwner(admin, c =>
        c.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`,
          [new URL(one.url).pathname.slice(1)],
        ),
      )
      await pause(50)
      went = true
      return 'done'
    })
    expect(await job).toBe('done')
    expect(went).toBe(true)
    expect((await standing(one.db)).missing).toBe(0)
    expect(one.pool?.().waiting).toBe(0)
  })

  test('a table that gets a column in the middle of work is read on by every connection', async () => {
    const look = () =>
      inTransaction(one.db, async tx => {
        await pause(20)
        return await tx.selectFrom('setting').selectAll().where('name', '=', 'settings').execute()
      })
    const several = () => Promise.all([1, 2, 3].map(look))
    await several()
    await several()
    await asOwner(one.url, c => c.query('alter table setting add column tried_here text'))
    expect(await several()).toHaveLength(3)
    expect(await several()).toHaveLength(3)
  })

  test('a newer version beside this one is seen, and a database that takes nothing', async () => {
    await asOwner(one.url, c => c.query(`insert into migration (name) values ('999-later')`))
    expect(await standing(one.db)).toEqual({ missing: 0, ahead: 1, readOnly: false })
    const name = new URL(one.url).pathname.slice(1)
    await asOwner(one.url, c => c.query(`alter database ${name} set default_transaction_read_only = on`))
    const later = await openStore({ url: one.url })
    expect(await standing(later.db)).toMatchObject({ readOnly: true })
    await later.close()
  })
})
