import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type App, appWith } from '../../test/support/app.ts'
import { cast } from '../../test/support/people.ts'
import { setPassword } from '../store/accounts/accounts.ts'
import { syncStaff } from './staff-sync.ts'

let app: App
const folder = mkdtempSync(join(tmpdir(), 'golden-thread-staff-'))
const said: string[] = []
beforeAll(async () => {
  app = await appWith()
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  said.length = 0
  const hear = (...words: readonly unknown[]) => void said.push(words.join(' '))
  const [log, error] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')]
  log.mockImplementation(hear)
  error.mockImplementation(hear)
  return () => {
    log.mockRestore()
    error.mockRestore()
  }
})

const sync = async (text: string | Uint8Array, dry = false) => {
  writeFileSync(join(folder, 'staff.csv'), text)
  return await syncStaff(app.world, join(folder, 'staff.csv'), dry)
}
const entries = async () =>
  (
    await app.store.db
      .selectFrom('entry')
      .select(e => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

const HEAD = 'username,email,name,role,team,registered,from,until\n'

test('a file with a fault changes nothing, in any of its lines', async () => {
  const before = await entries()
  expect(await sync(`${HEAD}new.one,,New One,auditor,,,,\nother,,Other,wizard,,,,\n`)).toBe(2)
  expect(said.join('\n')).toMatch(/Line 3: “wizard” is no role[\s\S]*Nothing was changed/)
  expect(await sync('username,name\n"broken')).toBe(2)
  expect(await sync(Uint8Array.of(0xff, 0xfe, 0x00))).toBe(2)
  expect(await syncStaff(app.world, join(folder, 'none.csv'), false)).toBe(2)
  expect(await entries()).toBe(before)
})

test('joins, moves and leaves are entries; sessions of leavers die; the same file again does nothing', async () => {
  const { db } = app.store
  await setPassword(db, cast.colleague.id, 'bo', 'three small red boats')
  const [bo, cy] = [await app.signInAs(cast.colleague), await app.signInAs(cast.stranger)]
  const file = `${HEAD}bo,,Bo Larch,social-worker,Oak,yes,,9/3/2026\nw2,cy@thimble.example,Cy Marsh,team-manager,Elm,yes,,\nnew.one,new@thimble.example,New One,auditor,,,,\n`
  const before = await entries()
  expect(await sync(file, true)).toBe(0)
  expect(said.join('\n')).toMatch(/3 changes would be made\. Nothing was changed\./)
  expect([await entries(), (await bo.get('/help')).status]).toEqual([before, 200])
  expect(await sync(file)).toBe(0)
  expect(said.join('\n')).toMatch(
    /- Bo Larch has left.*\n~ Cy Marsh: Social worker, Elm becomes Team manager, Elm\.\n\+ New One joins/,
  )
  expect(said.join('\n')).toMatch(/\? Amy Thistle is not in the file, and stays/)
  expect(await entries()).toBe(before + 3)
  for (const who of [bo, cy]) expect((await who.get('/help')).to).toMatch(/^\/sign-in/)
  const sent = await app.browser().raw('/sign-in', { username: 'bo', password: 'three small red boats' })
  expect(sent.status).toBe(422)
  const fresh = await db.selectFrom('staff').select(['name', 'role']).where('name', '=', 'New One').execute()
  expect(fresh).toEqual([{ name: 'New One', role: 'auditor' }])
  expect(await sync(file)).toBe(0)
  expect(said.at(-1)).toMatch(/^0 changes made/)
  expect(await entries()).toBe(before + 3)
})
