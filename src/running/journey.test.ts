import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoStaff } from '../../seed/demo-staff.ts'
import { generate } from '../../seed/generate.ts'
import { small } from '../../seed/profiles/small.ts'
import { linksOf } from '../../test/support/html.ts'
import { memoryStore } from '../../test/support/memory.ts'
import { watchOver } from '../commands/start-watch.ts'
import { readConfig } from '../config.ts'
import { day, type Instant } from '../domain/kernel/day.ts'
import { pages, publicPages } from '../features/pages.ts'
import { every } from '../jobs/every.ts'
import { appendAll } from '../store/ledger.ts'
import { startSession } from '../store/sessions.ts'
import { buildServer } from '../web/http/server.ts'
import { houseOf, type World } from '../world.ts'
import { sayTo } from './say.ts'

// Everybody of a demonstration goes through what they find, types names, and meets faults; then what was said of it is
// held against every name, number and address that the database holds.

const PAGES_EACH = 12

let world: World
let server: FastifyInstance
let metrics: () => Promise<string>
const lines: string[] = []
let visited = 0

const from = 'Posy Wren of 3 Mill Lane'
const sentForm = (url: string, fields: Readonly<Record<string, string>>, cookie = '') =>
  server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    payload: new URLSearchParams(fields).toString(),
  })

/** Goes from page to page, the ones about children first. */
async function walk(cookie: string): Promise<void> {
  const seen = new Set<string>()
  const waiting = ['/', '/find?q=sam', '/digest', '/plan', `/find?q=${encodeURIComponent(from)}`]
  while (waiting.length > 0 && seen.size < PAGES_EACH) {
    const url = waiting.shift()
    if (url === undefined || seen.has(url)) continue
    seen.add(url)
    const page = await server.inject({ url, headers: { cookie } })
    visited += 1
    const on = linksOf(page.body)
      .map(link => link.href)
      .filter(href => href.startsWith('/') && !/^\/(assets|sign)/.test(href))
    waiting.unshift(...on.filter(href => href.startsWith('/child/')).slice(0, 6))
    waiting.push(...on)
  }
}

beforeAll(async () => {
  const store = await memoryStore()
  const say = sayTo(
    line => lines.push(line),
    'debug',
    'json',
    () => '2026-03-10T09:00:00.000Z',
  )
  const now = () => '2026-03-10T09:00:00.000Z' as Instant
  const made = generate(small, day('2026-03-10'))
  await store.db.transaction().execute(tx => appendAll(tx, made.subjects, made.entries))
  const people = demoStaff(made).map(({ id }) => ({ id, says: 'Works here.' }))
  world = { store, settings: { profile: 'small', people }, say, now }
  const config = readConfig({ GOLDEN_THREAD_LOG_LEVEL: 'debug', GOLDEN_THREAD_LOG_FORMAT: 'json' }, true)
  const failing = async () => {
    throw new Error(from, { cause: new SyntaxError(`Unexpected ${from}`) })
  }
  const job = every({ name: 'trying', title: 'Trying', seconds: 60, patience: 60, run: failing }, say)
  const running = watchOver(world, config, say, () => [job])
  metrics = running.metrics
  const house = await houseOf(world, true)
  const child = async (...given: Parameters<typeof house.child>) => {
    if (given[1] === 'BREAK') throw Object.assign(new Error(from), { code: '23505', detail: from })
    return await house.child(...given)
  }
  server = await buildServer({ ...house, child }, pages, publicPages, {
    secureCookies: false,
    loopbackOnly: false,
    behindProxy: false,
    running,
  })
  for (const { id } of world.settings.people ?? []) {
    const cookie = `gt=${await startSession(store.db, id, now())}`
    await walk(cookie)
    await server.inject({ url: '/child/BREAK', headers: { cookie } })
    await sentForm('/child/BREAK/record/case-note', { about: from }, cookie)
  }
  await sentForm('/sign-in', { username: from, password: from })
  await sentForm('/contact', { name: from })
  await server.inject(`/${encodeURIComponent(from)}`)
  await server.inject('/%E0%A4%A')
  await job.stop()
}, 120_000)
afterAll(async () => {
  await server.close()
  await world.store.close()
})

/** Words that the product itself says: patterns of addresses and the words of its log. */
const ours = () =>
  new Set(
    [...pages, ...publicPages]
      .flatMap(p => p.path.split(/\W+/))
      .concat(lines.flatMap(l => String(JSON.parse(l).says).split(/\W+/)))
      .map(w => w.toLowerCase()),
  )

/** Every word of a name or an address, and every number and ID, that is in the database. */
async function personal(): Promise<ReadonlySet<string>> {
  const { db } = world.store
  const people = await db
    .selectFrom('person')
    .select(['given_name', 'family_name', 'other_names', 'nhs_number', 'upn', 'address', 'code', 'subject'])
    .execute()
  const staff = await db.selectFrom('staff').select(['name', 'subject']).execute()
  const subjects = await db.selectFrom('subject').select(['id', 'code']).execute()
  const entries = await db.selectFrom('entry').select('id').execute()
  const texts = [
    ...people.flatMap(p => Object.values(p).map(v => JSON.stringify(v ?? ''))),
    ...staff.flatMap(s => [s.name, s.subject]),
    ...subjects.flatMap(s => [s.id, s.code]),
    ...entries.map(e => e.id),
    from,
  ]
  const known = ours()
  return new Set(
    texts
      .flatMap(text => [text, ...text.split(/[^\p{L}\p{N}-]+/u)])
      .map(w => w.toLowerCase())
      .filter(w => w.length > 3 && !known.has(w) && !/^\d{1,4}$/.test(w)),
  )
}

describe('what is said of a day’s work', () => {
  test('was said: every request by its pattern, and every fault', () => {
    const said = lines.map(l => JSON.parse(l))
    const answered = said.filter(s => s.says === 'Answered')
    expect(visited).toBeGreaterThan(60)
    expect(answered.length).toBeGreaterThan(visited)
    expect(new Set(answered.map(a => a.route)).size).toBeGreaterThan(15)
    expect(answered.map(a => a.route)).toContain('/child/:child')
    for (const a of answered)
      expect(a).toMatchObject({ reference: expect.stringMatching(/^[A-Z0-9]+$/), ms: expect.any(Number) })
    const faults = said.filter(s => s.says === 'A fault that nobody foresaw')
    expect(faults.length).toBeGreaterThan(3)
    const [fault] = faults
    expect(fault).toMatchObject({ level: 'error', error: 'Error', code: '23505' })
    expect(answered.find(a => a.reference === fault.reference)).toMatchObject({ status: 500, level: 'warn' })
    expect(said.filter(s => s.says.startsWith('Trying failed'))).toHaveLength(1)
  })

  test('holds no name, number or address of anybody', async () => {
    const words = await personal()
    expect(words.size).toBeGreaterThan(500)
    const text = lines.join('\n').toLowerCase()
    const found = new Set(text.split(/[^\p{L}\p{N}-]+/u).filter(w => words.has(w)))
    expect([...found]).toEqual([])
    for (const id of words) if (/\d/.test(id) && id.length > 6) expect(text.includes(id), id).toBe(false)
  })

  test('nor do the metrics', async () => {
    const words = await personal()
    const text = (await metrics()).toLowerCase()
    expect(text).toContain('route="/child/:child",status="200"')
    expect([...new Set(text.split(/[^\p{L}\p{N}-]+/u).filter(w => words.has(w)))]).toEqual([])
  })
})
