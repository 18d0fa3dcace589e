import { mkdirSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { CompiledQuery, Kysely, PGliteDialect, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { isFoldAgain, sayFoldAgain } from './fold-again.ts'
import { takeLock } from './lock.ts'
import { migrate } from './migrations/migrate.ts'
import { preparing } from './prepared.ts'
import { rebuild } from './rebuild.ts'
import { ServerAway } from './server-away.ts'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables> | Transaction<Tables>

export interface Store {
  readonly db: Kysely<Tables>
  readonly kind: 'embedded' | 'server'
  close(): Promise<void>
  /** How many connections to a server there are, and how many wait for one. */
  readonly pool?: () => { readonly open: number; readonly idle: number; readonly waiting: number }
}

/** How a server is worked with. */
export interface Working {
  /** The most connections of this process. */
  readonly connections?: number
  /** Seconds that a connection is waited for, whether the server does not answer or all are in use. */
  readonly patience?: number
  /** Told of each connection that was lost. */
  readonly onLost?: (error: Error) => void
  /** Told that the tables could not be had, and are asked for again. */
  readonly onWait?: () => void
}

export type Where =
  | { readonly folder: string }
  | { readonly url: string }
  /** In memory, for tests: empty, or from a copy of another embedded database. */
  | { readonly memory: true; readonly from?: Blob }

/** Runs a statement as it is written. */
export const rawSql = (db: Db, text: string) => db.executeQuery(CompiledQuery.raw(text))

const DATE = 1082
const TIMESTAMPTZ = 1184
const BIGINT = 20

/** Days stay text, moments become ISO text, counts become numbers: the same on both databases. */
const parsers: Readonly<Record<number, (value: string) => unknown>> = {
  [DATE]: value => value,
  [TIMESTAMPTZ]: value => new Date(value).toISOString(),
  [BIGINT]: Number,
}

const APP_ROLE = 'set role golden_thread_app'

/** Steps after which what was folded before has less than it should. */
const FOLDS_MORE: ReadonlySet<string> = new Set([
  '004-front-door',
  '016-sealed',
  '020-lists',
  '024-last-move',
])

/** A database of an older version is folded again once, so that the new columns are filled. */
async function refoldAfter(tx: Db, steps: readonly string[]): Promise<void> {
  if (steps.some(s => FOLDS_MORE.has(s))) await rebuild(tx)
}

/** On a server it is only said, in the step's own transaction: minutes of folding would stop whoever works there. */
async function refoldSoon(tx: Db, steps: readonly string[]): Promise<void> {
  if (steps.some(s => FOLDS_MORE.has(s))) await sayFoldAgain(tx)
}

/** What was said is done before anybody is let in by this version; the version before goes on meanwhile. */
async function refoldSaid(url: string, owner: Db): Promise<void> {
  if (!(await isFoldAgain(owner))) return
  // Loaded only where it is needed: it opens a connection of its own.
  const { rebuildBeside } = await import('./beside/rebuild-beside.ts')
  const made = await rebuildBeside(url)
  if ('hindrance' in made) await owner.transaction().execute(tx => rebuild(tx))
}

/** The embedded database as its owner, as it is. */
async function embeddedAsOwner(folder: string | null, from?: Blob): Promise<Store> {
  const unlock = folder === null ? () => {} : takeLock(folder)
  try {
    if (folder !== null) mkdirSync(folder, { recursive: true })
    const lite = await (folder === null
      ? PGlite.create({ parsers, ...(from ? { loadDataDir: from } : {}) })
      : PGlite.create(`${folder}/pg`, { parsers }))
    const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: lite }) })
    const close = async () => {
      await db.destroy()
      if (!lite.closed) await lite.close()
      unlock()
    }
    return { db, kind: 'embedded', close }
  } catch (error) {
    unlock()
    throw error
  }
}

async function openEmbedded(folder: string | null, from?: Blob): Promise<Store> {
  const store = await embeddedAsOwner(folder, from)
  try {
    await migrate(store.db, refoldAfter)
    await rawSql(store.db, APP_ROLE)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format),
}

/** Seconds that a connection is waited for, where nobody says otherwise. */
export const PATIENCE = 10

/**
 * How connections are had. Whoever waits for one is told after a while that it can't be had; one whose other end is gone
 * without a word (a cable, a machine without power) is found out by the system, and not believed in for ever.
 */
const reached = (seconds: number) => ({
  connectionTimeoutMillis: seconds * 1000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
})

/** One connection of its own to a server's database, as the owner, not yet made. @param name what the server lists it under */
export const ownConnection = (url: string, name: string): pg.Client =>
  new pg.Client({ connectionString: url, application_name: name, ...reached(PATIENCE), types })

/** A server's database as its owner, as it is, by one connection. */
async function serverAsOwner(url: string, patience = PATIENCE): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: 1, ...reached(patience), types })
  // Unheard, a connection that ends would end the process; whoever asks by it is told.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await sql`select 1`.execute(db)
    return { db, kind: 'server', close: () => db.destroy() }
  } catch (error) {
    await db.destroy()
    throw new ServerAway(error)
  }
}

async function openServer(url: string, working: Working): Promise<Store> {
  const owner = await serverAsOwner(url, working.patience)
  try {
    await migrate(owner.db, refoldSoon, working.onWait)
    await refoldSaid(url, owner.db)
  } finally {
    await owner.close()
  }
  const { connections = 10, patience = PATIENCE, onLost = () => {} } = working
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    ...reached(patience),
    types,
    // Before anybody is given the connection: the application's own role; and no compiling of statements, as figures are
    // one long statement of many short parts, which takes longer to compile than to run. No statement takes more than one
    // core: who looks at figures would take them from all who look at a child.
    onConnect: async client => {
      await client.query(`${APP_ROLE}; set jit = off; set max_parallel_workers_per_gather = 0`)
    },
  })
  // A server that restarts ends connections that nobody is using. The next query opens another.
  pool.on('error', onLost)
  // One that is lent out is not watched by the pool: unheard, its end would end the process.
  pool.on('connect', client => client.on('error', () => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  return {
    db,
    kind: 'server',
    close: () => db.destroy(),
    pool: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  }
}

/** Opens the database, brings it up to this version, and steps down to the application's own role. */
export async function openStore(where: Where, working: Working = {}): Promise<Store> {
  if ('url' in where) return await openServer(where.url, working)
  return 'folder' in where ? await openEmbedded(where.folder) : await openEmbedded(null, where.from)
}

/**
 * Opens the database as its owner, and as it is: not brought up to this version, made where the folder is empty. For
 * copying it out and in, not for work.
 */
export const openAsIs = (where: { readonly folder: string } | { readonly url: string }): Promise<Store> =>
  'url' in where ? serverAsOwner(where.url) : embeddedAsOwner(where.folder)
