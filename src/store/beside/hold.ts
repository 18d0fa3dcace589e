import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Db, rawSql } from '../connection.ts'
import { projected } from '../projected.ts'
import { CannotRebuild } from './cannot-rebuild.ts'

/** How long the tables are waited for: whoever asks for one of them meanwhile waits too. */
export interface Patience {
  /**
   * Milliseconds for all of them together. Less than the second after which the server ends one of two who wait for each
   * other: nobody’s work is ended for this.
   */
  readonly together: number
  readonly tries: number
  /** Milliseconds between two tries. */
  readonly between: number
}
const PATIENT: Patience = { together: 600, tries: 120, between: 1000 }

/** It took longer than it might; or two wanted each other’s. */
const IN_USE: ReadonlySet<unknown> = new Set(['57014', '55P03', '40P01'])
const isInUse = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && IN_USE.has(error.code)

/**
 * What people’s work asks for before anything else: their session, and which file is meant. Whoever comes after us waits
 * there with nothing in hand that we want; whoever came before comes to an end.
 */
const FIRST = ['session', 'person', 'subject', 'entry'] as const

/** Views are asked for before what they read, as whoever reads them does. */
async function viewsOf(tx: Db, schema: string): Promise<readonly string[]> {
  const { rows } = await sql<{
    name: string
  }>`select format('%I.%I', relnamespace::regnamespace, relname) as name
    from pg_class where relnamespace = to_regnamespace(${schema}) and relkind = 'v' order by 1`.execute(tx)
  return rows.map(r => r.name)
}

/**
 * Has the folded tables, the ledger, the files and the sessions to itself until the transaction ends: nobody reads them or writes. Where
 * they can’t be had at once all are given back, and asked for again.
 * @throws CannotRebuild when that was tried often
 */
export async function holdAll(
  tx: Db,
  home: string,
  onWait: () => void = () => {},
  patience: Patience = PATIENT,
): Promise<void> {
  const views = (await viewsOf(tx, 'ssd')).map(v => sql.raw(v))
  const tables = [...FIRST, ...projected.filter(t => t !== 'person')].map(t => sql.id(home, t))
  for (let tries = 1; ; tries += 1) {
    await rawSql(tx, 'savepoint hold')
    try {
      await rawSql(tx, `set local statement_timeout = ${patience.together}`)
      await sql`lock table ${sql.join([...views, ...tables])} in access exclusive mode`.execute(tx)
      await rawSql(tx, 'set local statement_timeout = 0')
      return
    } catch (error) {
      if (!isInUse(error)) throw error
      await rawSql(tx, 'rollback to savepoint hold')
      if (tries >= patience.tries) throw new CannotRebuild(error)
      onWait()
      await pause(patience.between)
    }
  }
}
