import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, appWith } from '../../test/support/app.ts'
import { cast } from '../../test/support/people.ts'
import type { Instant } from '../domain/kernel/day.ts'
import { saveDraft } from './drafts.ts'
import { expire } from './expire.ts'
import { startSession } from './sessions.ts'

let app: App
beforeAll(async () => {
  app = await appWith()
})
afterAll(async () => await app.close())

const at = (hours: number): Instant =>
  new Date(Date.parse(app.now()) + hours * 3_600_000).toISOString() as Instant

test('what has run out goes, and what somebody typed stays', async () => {
  const { db } = app.store
  const { id } = cast.worker
  await startSession(db, id, at(-13))
  await startSession(db, cast.manager.id, at(-1))
  await sql`insert into throttle (name, since, n) values ('old', ${at(-30)}, 1), ('new', ${at(-1)}, 1)`.execute(
    db,
  )
  await sql`insert into one_time_code (worker, hash, expires) values (${id}, 'x', ${at(-1)}),
    (${cast.manager.id}, 'x', ${at(1)})`.execute(db)
  await saveDraft(db, id, id, 'note', { typed: { note: 'Half a thought' }, basis: 0, saved: at(-2000) })
  expect(await expire(db, app.now())).toBe(3)
  expect(await db.selectFrom('session').select('worker').execute()).toEqual([{ worker: cast.manager.id }])
  expect(await db.selectFrom('throttle').select('name').execute()).toEqual([{ name: 'new' }])
  expect(await db.selectFrom('one_time_code').select('worker').execute()).toEqual([
    { worker: cast.manager.id },
  ])
  expect(await db.selectFrom('draft').select('form').execute()).toEqual([{ form: 'note' }])
  expect(await expire(db, app.now())).toBe(0)
})
