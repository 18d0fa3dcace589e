import type { Db } from '../connection.ts'
import { rawSql } from '../connection.ts'
import { dropSchema, hasSchema, makeSchema } from '../returns/ssd/schema.ts'
import { grants, ledger } from './001-ledger.ts'
import { statistics } from './002-statistics.ts'
import { lateAndMarked } from './003-late-and-marked.ts'
import { frontDoor } from './004-front-door.ts'
import { returnsFeed } from './005-returns.ts'
import { library } from './006-library.ts'
import { chains } from './008-chains.ts'
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
  { name: '011-rights', sql: rights },
]

/** Brings a database up to this version. Every step is one transaction; two processes may call it at once. */
export async function migrate(db: Db): Promise<readonly string[]> {
  // PostgreSQL lets two at once find no such table, and then make it twice.
  await db.transaction().execute(async tx => {
    await rawSql(tx, "select pg_advisory_xact_lock(hashtextextended('golden_thread_migration', 0))")
    await rawSql(
      tx,
      'create table if not exists migration (name text primary key, at timestamptz not null default now())',
    )
  })
  const had = (await pending(db)) && (await hasSchema(db))
  // Views hold on to the columns they read: they stand aside while the tables change.
  if (had) await db.transaction().execute(dropSchema)
  const done: string[] = []
  for (const step of steps) {
    const ran = await db.transaction().execute(async tx => {
      await rawSql(tx, 'lock table migration in exclusive mode')
      const found = await tx
        .selectFrom('migration')
        .select('name')
        .where('name', '=', step.name)
        .executeTakeFirst()
      if (found) return false
      for (const statement of statements(step.sql)) await rawSql(tx, statement)
      await tx.insertInto('migration').values({ name: step.name }).execute()
      return true
    })
    if (ran) done.push(step.name)
  }
  if (had) await db.transaction().execute(makeSchema)
  return done
}

/** True where a step is still to be taken. */
async function pending(db: Db): Promise<boolean> {
  const taken = await db.selectFrom('migration').select('name').execute()
  return steps.some(s => !taken.some(t => t.name === s.name))
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
