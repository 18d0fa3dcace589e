import type { Db } from './connection.ts'

/**
 * True where a table has got a column since a connection had a statement planned: PostgreSQL refuses the plan, as what it
 * answers would look otherwise. A newer version that brings the tables up beside this one does that.
 */
export const isStalePlan = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === '0A000' &&
  'routine' in error &&
  error.routine === 'RevalidateCachedQuery'

/** Connections are taken again as they were given back, the last first: more than one may hold plans of before. */
const TRIES = 4

/**
 * Does work in one transaction, and anew where a plan was stale: what was done before was undone with its transaction.
 */
export async function inTransaction<T>(
  db: { transaction(): { execute<R>(work: (tx: Db) => Promise<R>): Promise<R> } },
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (!isStalePlan(error) || tries >= TRIES) throw error
    }
}
