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

/**
 * Brings a database up to this version, in one transaction: power that goes in the middle leaves it as it was. Two
 * processes may call it at once: one waits for the other.
 * @param after what has to be done where steps were taken, in the same transaction
 * @returns the steps taken
 */
export async function migrate(
  db: Kysely<Tables>,
  after: (tx: Db, taken: readonly string[]) => Promise<void> = async () => {},
): Promise<readonly string[]> {
  return await db.transaction().execute(async tx => {
    await rawSql(tx, "select pg_advisory_xact_lock(hashtextextended('golden_thread_migration', 0))")
    await rawSql(tx, TABLE)
    const before = await tx.selectFrom('migration').select('name').execute()
    const taken = stepNames.filter(name => !before.some(t => t.name === name))
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
