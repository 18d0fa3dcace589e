import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { indicators } from '../../src/domain/indicators/indicators.ts'
import { addMonths, type Day, endOfMonth, type Instant } from '../../src/domain/kernel/day.ts'
import { londonDay } from '../../src/domain/kernel/london.ts'
import { rebuildBeside } from '../../src/store/beside/rebuild-beside.ts'
import { type Db, openStore } from '../../src/store/connection.ts'
import { newId } from '../../src/store/ids.ts'
import { figures } from '../../src/store/indicators/figures.ts'
import { append } from '../../src/store/ledger.ts'
import type { Worker } from './load.ts'
import { ownerOf } from './make.ts'
import { peopleAtWork } from './people.ts'
import { prove } from './prove.ts'
import { type Serving, startProduct, type Time } from './serve.ts'
import { startKept } from './server.ts'

export interface Measured {
  readonly children: number
  readonly entries: number
  readonly size: string
  readonly proved: { readonly files: number; readonly faults: readonly string[] }
  /** Fifty people who think between two pages. */
  readonly working: readonly Time[]
  readonly seconds: number
  /** Fifty who do not. */
  readonly pressing: readonly Time[]
  readonly pressed: number
  /** Answers that were no page. */
  readonly others: readonly unknown[]
  /** Milliseconds, each: a row written and committed while people work. Every page commits one: that somebody looked. */
  readonly commits: readonly number[]
  /** Milliseconds, each: an entry written and folded, and its child’s page shown. */
  readonly writes: readonly number[]
  /** Milliseconds, each: every indicator on one day. */
  readonly digests: readonly number[]
  readonly rebuilt: { readonly entries: number; readonly seconds: number } | null
  /** Megabytes; the database’s nought where it is the product’s own process. */
  readonly memory: { readonly product: number; readonly most: number; readonly database: number }
}

const kilobytes = (file: string, field: string): number => {
  try {
    return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(file, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** The server’s processes, each page that several share counted once. */
const databaseMemory = (pid: number): number =>
  readdirSync('/proc')
    .filter(p => /^\d+$/.test(p))
    .filter(p => Number(p) === pid || kilobytes(`/proc/${p}/status`, 'PPid') === pid)
    .reduce((sum, p) => sum + kilobytes(`/proc/${p}/smaps_rollup`, 'Pss'), 0) / 1024

const beat = async (db: Db): Promise<number> => {
  const begun = performance.now()
  await sql`insert into bench.beat default values`.execute(db)
  return performance.now() - begun
}

/** Writes a row four times a second for as long as something goes on. */
async function commitsDuring<T>(db: Db, work: () => Promise<T>) {
  await sql`create schema if not exists bench`.execute(db)
  await sql`create table if not exists bench.beat (at timestamptz default now())`.execute(db)
  const commits: number[] = []
  let on = true
  const beating = (async () => {
    while (on) {
      commits.push(await beat(db))
      await new Promise(resolve => setTimeout(resolve, 250))
    }
  })()
  const found = await work()
  on = false
  await beating
  return { found, commits }
}

/** Writes a note in a child’s file, and then opens the child’s page. */
async function writeAndShow(
  db: Db,
  app: Serving,
  workers: readonly Worker[],
  times: number,
): Promise<readonly number[]> {
  const found: number[] = []
  const paths = workers.flatMap(w =>
    w.pages.filter(p => p.name === 'child').flatMap(p => p.paths.map(path => ({ path, token: w.token }))),
  )
  for (let i = 0; i < times; i += 1) {
    const at = paths[(i * 37) % paths.length]
    if (!at) continue
    const code = at.path.split('/')[2] ?? ''
    const child = await db
      .selectFrom('subject')
      .select(['id', 'kind', 'code'])
      .where('kind', '=', 'child')
      .where('code', '=', code)
      .executeTakeFirstOrThrow()
    const { author } = await db
      .selectFrom('entry')
      .select('author')
      .where('subject', '=', child.id)
      .limit(1)
      .executeTakeFirstOrThrow()
    const now = new Date().toISOString() as Instant
    const note = {
      id: newId(now),
      subject: child.id,
      type: 'case-note',
      happened: londonDay(now),
      recorded: now,
      author,
      answers: {
        on: londonDay(now),
        what: 'call',
        about: 'The school',
        note: 'About the week.',
        significant: 'no',
      },
      amends: null,
      sensitivity: 'ordinary',
      source: null,
    } as const
    const begun = performance.now()
    await db.transaction().execute(tx => append(tx, child, [note]))
    const written = performance.now() - begun
    const page = { name: 'shown', weight: 1, paths: [at.path] }
    const { times: shown } = await app.ask({
      seconds: 0,
      once: true,
      think: 0,
      workers: [{ token: at.token, pages: [page] }],
    })
    found.push(written + (shown[0]?.ms ?? 0))
  }
  return found
}

/** Every indicator on the day, and at the ends of three months before. */
async function digests(db: Db, today: Day): Promise<readonly number[]> {
  const found: number[] = []
  await figures(db, indicators, today)
  for (const on of [today, ...[1, 2, 7].map(n => endOfMonth(addMonths(today, -n)))]) {
    const begun = performance.now()
    await figures(db, indicators, on)
    found.push(performance.now() - begun)
  }
  return found
}

interface Asked {
  readonly home: string
  readonly port: number
  readonly seconds: number
  readonly prove: number
  readonly rebuilds: boolean
}

/** Seconds in which people open what they work in, without a pause. */
const WARM = 60
/** Today, and twelve months that are over. */
const DAYS_COUNTED = 13

async function allCounted(db: Db): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`select count(distinct "on")::int as n from figure_kept`.execute(
    db,
  )
  return (rows[0]?.n ?? 0) >= DAYS_COUNTED
}

/** Fifty people at pages: first as people are, then those of the pages with a budget as fast as answers come. */
async function atPages(
  app: Serving,
  workers: readonly Worker[],
  seconds: number,
  counted: () => Promise<boolean>,
) {
  const fast = workers
    .map(w => ({ ...w, pages: w.pages.filter(p => !['digest', 'plan', 'desk'].includes(p.name)) }))
    // Who has none of these pages would ask nothing, without end.
    .filter(w => w.pages.length > 0)
  // As on any day but the first after a start: files that people work in were opened before, and are read from memory. And
  // today and the months that are over are counted, as they are after every start.
  await app.ask({ seconds: WARM, think: 0, workers: fast })
  for (let n = 0; n < 6 && (n < 1 || !(await counted())); n += 1)
    await app.ask({ seconds: 30, think: 4000, workers })
  const working = await app.ask({ seconds, think: 4000, workers })
  const product = kilobytes(`/proc/${app.pid}/status`, 'VmRSS') / 1024
  const pressed = Math.min(20, seconds)
  const pressing = await app.ask({ seconds: pressed, think: 0, workers: fast })
  return {
    working: working.times,
    seconds,
    pressing: pressing.times,
    pressed,
    others: [...working.others, ...pressing.others],
    product,
  }
}

/** Measures the same authority in the embedded database: what a trial, or a small council, has. */
export async function measureEmbedded(folder: string, port: number, seconds: number): Promise<Measured> {
  const store = await openStore({ folder })
  const now = new Date().toISOString() as Instant
  const { rows } = await sql<{ children: number; entries: number; size: string }>`select
    (select count(*)::int from person) as children, (select count(*)::int from entry) as entries,
    pg_size_pretty(pg_database_size(current_database())) as size`.execute(store.db)
  const [counted = { children: 0, entries: 0, size: '' }] = rows
  const workers = await peopleAtWork(store.db, now)
  const days = await digests(store.db, londonDay(now))
  await store.close()
  const app = await startProduct({ GOLDEN_THREAD_DATA: folder }, port, folder)
  try {
    const { product, ...asked } = await atPages(app, workers, seconds, async () => true)
    const most = kilobytes(`/proc/${app.pid}/status`, 'VmHWM') / 1024
    return {
      ...counted,
      size: `${counted.size}, embedded`,
      proved: { files: 0, faults: [] },
      ...asked,
      commits: [],
      writes: [],
      digests: days,
      rebuilt: null,
      memory: { product, most, database: 0 },
    }
  } finally {
    await app.stop()
  }
}

/** Measures one authority that was built. */
export async function measure({ home, port, seconds, prove: sample, rebuilds }: Asked): Promise<Measured> {
  const server = await startKept(home, port, 'serving')
  const store = await openStore({ url: server.url })
  const owner = ownerOf(server.url)
  const now = new Date().toISOString() as Instant
  try {
    const { rows } = await sql<{ children: number; entries: number; size: string }>`select
      (select count(*)::int from person) as children, (select count(*)::int from entry) as entries,
      pg_size_pretty(pg_database_size(current_database()))
        || case current_setting('huge_pages_status', true) when 'on' then ', huge pages' else '' end as size`.execute(
      owner,
    )
    const [counted = { children: 0, entries: 0, size: '' }] = rows
    const proved = await prove(owner, sample)
    const workers = await peopleAtWork(store.db, now)
    const app = await startProduct({ DATABASE_URL: server.url }, port + 100, home)
    try {
      const {
        found: { product, ...asked },
        commits,
      } = await commitsDuring(owner, () => atPages(app, workers, seconds, () => allCounted(owner)))
      const memory = { product, database: databaseMemory(server.pid) }
      const writes = await writeAndShow(store.db, app, workers, 40)
      const days = await digests(store.db, londonDay(now))
      const most = kilobytes(`/proc/${app.pid}/status`, 'VmHWM') / 1024
      const begun = performance.now()
      const rebuilt = rebuilds ? await rebuildBeside(server.url) : null
      const took = (performance.now() - begun) / 1000
      if (rebuilt && 'hindrance' in rebuilt) throw new Error(rebuilt.hindrance)
      if (rebuilt) await sql`vacuum analyze`.execute(owner)
      return {
        ...counted,
        proved,
        ...asked,
        commits,
        writes,
        digests: days,
        rebuilt: rebuilt && { entries: rebuilt.entries, seconds: took },
        memory: { ...memory, most },
      }
    } finally {
      await app.stop()
    }
  } finally {
    await store.close()
    await owner.destroy()
    await server.stop()
  }
}
