import { sql } from 'kysely'
import type { Store } from './connection.ts'

/**
 * Does some work unless another process on the same server is doing it. The lock belongs to a connection, so that of a
 * process that dies it is given back at once. It is held outside of any transaction: work may be long. The embedded
 * database has one process, and one connection that the work itself needs.
 * @returns 'elsewhere' where another process is at it
 */
export async function alone<T>(store: Store, name: string, work: () => Promise<T>): Promise<T | 'elsewhere'> {
  if (store.kind === 'embedded') return await work()
  return await store.db.connection().execute(async held => {
    const key = sql`hashtextextended(${`golden_thread_job ${name}`}, 0)`
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${key}) as got`.execute(held)
    if (!rows[0]?.got) return 'elsewhere'
    try {
      return await work()
    } finally {
      // A connection that was lost has given its lock back by that.
      await sql`select pg_advisory_unlock(${key})`.execute(held).catch(() => {})
    }
  })
}
