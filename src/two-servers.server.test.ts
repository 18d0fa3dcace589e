import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type App, appWith } from '../test/support/app.ts'
import { givenFile } from '../test/support/children.ts'
import { cast } from '../test/support/people.ts'
import { dropDatabase, openServerCopy } from '../test/support/server-copy.ts'
import { pages, publicPages } from './features/pages.ts'
import { openAsIs, openStore } from './store/connection.ts'
import { readEntries } from './store/ledger.ts'
import { migrate, stepNames } from './store/migrations/migrate.ts'
import { verify } from './store/verify.ts'
import { buildServer } from './web/http/server.ts'
import { houseOf } from './world.ts'

describe('two servers on one database', () => {
  let app: App
  let copy: Awaited<ReturnType<typeof openServerCopy>>
  const file = givenFile()
  const note = `/child/${file.code}/record/case-note`
  const typed = { what: 'call', note: 'Spoke', on: 'today', significant: 'no' }

  beforeAll(async () => {
    copy = await openServerCopy(inject('databaseUrl'))
    app = await appWith([file.subject], file.entries, async () => copy)
  })
  afterAll(async () => await app.close())

  test('who is signed in at one is signed in at both, and out of both; what both write has one order', async () => {
    const store = await openStore({ url: copy.url })
    const second = await buildServer(await houseOf({ ...app.world, store }, false), pages, publicPages, {
      secureCookies: false,
      loopbackOnly: false,
      behindProxy: false,
    })
    const me = await app.signInAs(cast.worker)
    const headers = { cookie: `gt=${me.token}` }
    expect((await second.inject({ url: note, headers })).statusCode).toBe(200)
    const before = await readEntries(store.db, file.subject.id)
    const forms = await Promise.all(Array.from({ length: 8 }, () => me.get(note)))
    const sent = await Promise.all(
      forms.map(async (page, n) => {
        const form = page.forms.find(f => f.names.has('_entry'))
        const fields = { ...form?.fields, ...typed, about: `Note ${n}` }
        if (n % 2 === 0) return (await me.raw(note, fields)).status
        const payload = new URLSearchParams(Object.entries(fields).map(([k, v]) => [k, String(v)])).toString()
        const kind = { 'content-type': 'application/x-www-form-urlencoded' }
        return (await second.inject({ method: 'POST', url: note, payload, headers: { ...headers, ...kind } }))
          .statusCode
      }),
    )
    expect(sent).toEqual(forms.map(() => 303))
    const after = await readEntries(store.db, file.subject.id)
    expect(after).toHaveLength(before.length + 8)
    expect((await verify(store.db)).faults).toEqual([])

    const token = forms[0]?.forms.find(f => f.names.has('_entry'))?.fields._csrf
    expect((await me.raw('/sign-out', { _csrf: String(token) })).to).toBe('/sign-in')
    expect((await second.inject({ url: note, headers })).statusCode).toBe(303)
    await second.close()
    await store.close()
  })

  test('a clock that is put back changes neither the order of what was written nor any chain', async () => {
    const me = await app.signInAs(cast.worker)
    app.at('2026-03-10T11:30:00.000Z')
    expect((await me.post(note, { ...typed, about: 'After the clock was put back' })).status).toBe(303)
    const all = await readEntries(app.store.db, file.subject.id)
    expect(all.at(-1)?.answers.about).toBe('After the clock was put back')
    expect(all.at(-1)?.recorded.slice(0, 16)).toBe('2026-03-10T11:30')
    expect(all.map(e => e.seq)).toEqual(all.map((_, i) => i + 1))
    expect((await verify(app.store.db)).faults).toEqual([])
  })
})

test('power that goes in the middle of new tables leaves the database as it was', async () => {
  const url = new URL(inject('databaseUrl'))
  const name = 'power_cut'
  const admin = new pg.Client({ connectionString: url.href })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  url.pathname = `/${name}`
  const store = await openAsIs({ url: url.href })
  const cut = migrate(store.db, async tx => {
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
  })
  await expect(cut).rejects.toThrow()
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_class
    where relnamespace = 'public'::regnamespace`.execute(store.db)
  expect(rows).toEqual([{ n: 0 }])
  expect(await migrate(store.db)).toEqual(stepNames)
  await store.close()
  await dropDatabase(inject('databaseUrl'), name)
})
