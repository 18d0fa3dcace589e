import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { dropDatabase } from '../../test/support/server-copy.ts'
import { openStore } from '../store/connection.ts'
import { standing } from '../store/standing.ts'

// What docs/operate.md says, done: the roles, the owner's migration, a web process as a login that owns nothing, what it
// answers, and how it stops.

const project = fileURLToPath(new URL('../..', import.meta.url))
const admin = inject('databaseUrl')
const mark = `operated_${process.pid}`

async function asAdmin(statements: readonly string[], url = admin): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const s of statements) await client.query(s)
  } finally {
    await client.end()
  }
}

/** The statements of the guide, with names of this test's own; the role of the application is there already. */
function roles(): readonly string[] {
  const guide = readFileSync(`${project}docs/operate.md`, 'utf8')
  const [, block = ''] = /```sql roles\n([\s\S]*?)```/.exec(guide) ?? []
  return block
    .split(';')
    .map(s => s.trim())
    .filter(s => s !== '' && !s.startsWith('create role golden_thread_app'))
    .map(s =>
      s
        .replaceAll('golden_thread_owner', `${mark}_owner`)
        .replaceAll('golden_thread_web', `${mark}_web`)
        .replace('create database golden_thread ', `create database ${mark} `),
    )
}

function as(role: 'owner' | 'web'): string {
  const url = new URL(admin)
  url.username = `${mark}_${role}`
  url.pathname = `/${mark}`
  return url.href
}

/** Runs the product as a process of its own. */
function run(args: readonly string[], more: Readonly<Record<string, string>>) {
  const { GOLDEN_THREAD_DATA: _folder, ...env } = process.env
  const child = spawn(process.execPath, ['bin/golden-thread.mjs', ...args], {
    cwd: project,
    env: { ...env, PORT: '0', HOST: '127.0.0.1', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const waiting: (() => void)[] = []
  const hear = (chunk: Buffer) => {
    said += chunk.toString()
    for (const w of waiting.splice(0)) w()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<number | null>(resolve => child.once('close', code => resolve(code)))
  const heard = async (what: RegExp): Promise<string> => {
    for (;;) {
      const found = what.exec(said)
      if (found) return found[1] ?? ''
      const more = new Promise<'more'>(resolve => waiting.push(() => resolve('more')))
      if ((await Promise.race([more, ended])) !== 'more')
        throw new Error(`It ended before it said ${what}:\n${said}`)
    }
  }
  return { child, ended, heard, said: () => said }
}

/** A web process that answers. */
async function served(more: Readonly<Record<string, string>> = {}) {
  const product = run(['start'], { DATABASE_URL: as('web'), ...more })
  return { ...product, address: await product.heard(/Golden Thread is at (http:\S+)/) }
}

/** Holds a table, so that a page that asks for it is under way until it is let go. */
async function hold(table: string) {
  const holder = new pg.Client({ connectionString: as('owner') })
  await holder.connect()
  await holder.query('begin')
  await holder.query(`lock table ${table} in access exclusive mode`)
  return async () => await holder.end()
}

/** Waits until somebody stands before a table that is held. */
async function untilWaiting(): Promise<void> {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  const asks = `select 1 from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`
  while ((await client.query(asks, [mark])).rows.length === 0) await new Promise(r => setTimeout(r, 10))
  await client.end()
}

beforeAll(async () => {
  // The role of the application is made with the first database of a server.
  await (await openStore({ url: admin })).close()
  await asAdmin(roles())
  const migrated = run(['migrate'], { DATABASE_URL: as('owner') })
  expect([await migrated.ended, migrated.said()]).toEqual([0, expect.stringContaining('is of this version')])
})
afterAll(async () => {
  await dropDatabase(admin, mark)
  await asAdmin([`drop role ${mark}_owner`, `drop role ${mark}_web`])
})

describe('a web process whose login owns nothing', () => {
  test('is ready, tells its metrics apart from its pages, and finishes what it is at before it stops', async () => {
    const { address, child, ended, heard, said } = await served({
      GOLDEN_THREAD_METRICS: `127.0.0.1:${20_000 + (process.pid % 20_000)}`,
    })
    const metrics = await heard(/Metrics are at (http:[^\s"]+)/)
    expect(await (await fetch(`${address}/health`)).text()).toBe('ok')
    expect(await (await fetch(`${address}/ready`)).text()).toBe('Ready.\n')
    expect((await fetch(`${address}/metrics`, { redirect: 'manual' })).status).toBe(303)
    const told = await (await fetch(metrics)).text()
    expect(told).toContain('golden_thread_database_up 1\n')
    expect(told).toMatch(/golden_thread_database_connections\{state="idle"\} \d/)
    expect(told).toMatch(/golden_thread_entries_written_total \d/)

    const letGo = await hold('setting')
    const underWay = fetch(`${address}/contact`)
    await untilWaiting()
    child.kill('SIGTERM')
    await heard(/(Stopping)/)
    await expect(fetch(`${address}/health`)).rejects.toThrow()
    await letGo()
    expect((await underWay).status).toBe(200)
    expect(await ended).toBe(0)
    for (const line of said().trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ level: 'info' })
  })

  test('ends what takes longer than it may, and says so by its code', async () => {
    const { address, child, ended, said } = await served({ GOLDEN_THREAD_STOP_SECONDS: '1' })
    const letGo = await hold('setting')
    const underWay = fetch(`${address}/contact`).then(
      r => r.status,
      () => 'cut off',
    )
    await untilWaiting()
    child.kill('SIGTERM')
    expect(await ended).toBe(1)
    expect(await underWay).toBe('cut off')
    expect(said()).toContain('Stopped before all was done')
    await letGo()
  })

  test('says in words why it does not start, and ends with code 2', async () => {
    const store = await openStore({ url: as('web') })
    expect((await standing(store.db)).missing).toBe(0)
    await store.close()
    const wrong = run(['start'], { DATABASE_URL: as('web'), GOLDEN_THREAD_SCANER: 'localhost:3310' })
    expect(await wrong.ended).toBe(2)
    expect(wrong.said()).toContain('Is it GOLDEN_THREAD_SCANNER?')
  })
})
