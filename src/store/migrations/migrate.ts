import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Db } from '../connection.ts'
import { rawSql } from '../connection.ts'
import { dropSchema, hasSchema, makeSchema } from '../returns/ssd/schema.ts'
import type { Tables } from '../tables.ts'
import { grants, ledger } from './001-ledger.ts'
import { statistics } from './002-statistics.ts'
import { lateAndMarked } from './003-late-and-marked.ts'
import { frontDoor } from './004-front-door.ts'
import { returnsFeed } from './005-returns.ts'
import { library } from './006-library.ts'
import { chains } from './008-chains.ts'
import { signIn } from './009-sign-in.ts'
import { access } from './010-access.ts'
import { rights } from './011-rights.ts'
import { speed } from './012-speed.ts'
import { kept } from './013-kept.ts'
import { organisation } from './015-organisation.ts'
import { sealed } from './016-sealed.ts'
import { counted } from './017-counted.ts'
import { openClocks } from './018-open-clocks.ts'
import { moved } from './019-moved.ts'
import { lists } from './020-lists.ts'
import { allegations } from './021-allegations.ts'
import { left } from './022-left.ts'
import { knownTables } from './023-statistics.ts'
import { lastMove } from './024-last-move.ts'
import { unnamed } from './025-unnamed.ts'
import { inUse, isInUse, isNotOwner, notOwner } from './cannot-migrate.ts'

/** Numbered, forward only. A step that has landed is never edited: add another. */
const steps: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '001-ledger', sql: ledger + grants },
  { name: '002-statistics', sql: statistics },
  { name: '003-late-and-marked', sql: lateAndMarked },
  { name: '004-front-door', sql: frontDoor },
  { name: '005-returns', sql: returnsFeed },
  { name: '006-library', sql: library },
  { name: '008-chains', sql: chains },
  { name: '009-sign-in', sql: signIn },
  { name: '010-access', sql: access },
  { name: '011-rights', sql: rights },
  { name: '012-speed', sql: speed },
  { name: '013-kept', sql: kept },
  { name: '015-organisation', sql: organisation },
  { name: '016-sealed', sql: sealed },
  { name: '017-counted', sql: counted },
  { name: '018-open-clocks', sql: openClocks },
  { name: '019-moved', sql: moved },
  { name: '020-lists', sql: lists },
  { name: '021-allegations', sql: allegations },
  { name: '022-left', sql: left },
  { name: '023-statistics', sql: knownTables },
  { name: '024-last-move', sql: lastMove },
  { name: '025-unnamed', sql: unnamed },
]

/** Every step there is, in order. */
export const stepNames: readonly string[] = steps.map(s => s.name)

const TABLE =
  'create table if not exists migration (name text primary key, at timestamptz not null default now())'

/**
 * Takes steps in the caller's transaction: an empty database becomes what a copy was made from.
 * @param wanted which steps, by name; those taken before are passed over
 */
export async function takeSteps(tx: Db, wanted: (name: string) => boolean): Promise<void> {
  await rawSql(tx, TABLE)
  const before = await tx.selectFrom('migration').select('name').execute()
  for (const { name, sql } of steps) {
    if (before.some(b => b.name === name) || !wanted(name)) continue
    for (const statement of statements(sql)) await rawSql(tx, statement)
    await tx.insertInto('migration').values({ name }).execute()
  }
}

/** How long the tables are waited for. While a step waits for a table, whoever asks for it next waits too. */
export interface Patience {
  /** Milliseconds for one lock; then all is given back, and tried again. */
  readonly lock: number
  readonly tries: number
  /** Milliseconds between two tries. */
  readonly between: number
}
const PATIENT: Patience = { lock: 2000, tries: 60, between: 3000 }

/** The steps of this version that a database has not taken. */
async function missing(db: Db): Promise<readonly string[]> {
  const found = await rawSql(db, "select from pg_class where oid = to_regclass('migration')")
  if (found.rows.length === 0) return stepNames
  const before = await db.selectFrom('migration').select('name').execute()
  return stepNames.filter(name => !before.some(t => t.name === name))
}

type After = (tx: Db, taken: readonly string[]) => Promise<void>

async function once(db: Kysely<Tables>, after: After, lock: number): Promise<readonly string[]> {
  return await db.transaction().execute(async tx => {
    // Another process that is at it is waited for, however long it takes; a table is not.
    await rawSql(tx, "select pg_advisory_xact_lock(hashtextextended('golden_thread_migration', 0))")
    await rawSql(tx, `set local lock_timeout = ${lock}`)
    const taken = await missing(tx)
    if (taken.length === 0) return taken
    // Views hold on to the columns they read: they stand aside while the tables change.
    const had = await hasSchema(tx)
    if (had) await dropSchema(tx)
    await takeSteps(tx, () => true)
    if (had) await makeSchema(tx)
    await after(tx, taken)
    return taken
  })
}

/**
 * Brings a database up to this version, in one transaction: power that goes in the middle leaves it as it was. Two
 * processes may call it at once: one waits for the other. A version before this one may go on working meanwhile: a table
 * that is in use is waited for only so long that nobody notices, again and again.
 * @param after what has to be done where steps were taken, in the same transaction
 * @param onWait told each time that the tables were in use
 * @returns the steps taken
 * @throws CannotMigrate where the tables stay in use, or belong to somebody else
 */
export async function migrate(
  db: Kysely<Tables>,
  after: After = async () => {},
  onWait: () => void = () => {},
  patience: Patience = PATIENT,
): Promise<readonly string[]> {
  if ((await missing(db)).length === 0) return []
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(db, after, patience.lock)
    } catch (error) {
      if (isNotOwner(error)) throw notOwner(error)
      if (!isInUse(error)) throw error
      if (tries >= patience.tries) throw inUse(error)
      onWait()
      await pause(patience.between)
    }
  }
}

/** Splits a script at semicolons, but not inside a $$ body. */
function statements(script: string): string[] {
  const pieces = script.split('$$')
  const marked = pieces.map((piece, i) => (i % 2 === 0 ? piece.replaceAll(';', '\u0000') : piece))
  return marked
    .join('$$')
    .split('\u0000')
    .map(s => s.trim())
    .filter(s => s !== '')
}
