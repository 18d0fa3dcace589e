import { sql } from 'kysely'
import type { Store } from '../../src/store/connection.ts'
import type { Measured } from './measure.ts'
import type { Task } from './tasks.ts'

/**
 * Looks for each task’s entry in the ledger: by its words, or by its time where it has none of its own; and for the
 * child found, in the log of who looked.
 * @returns the tasks that left nothing behind
 */
export async function notRecorded(
  store: Store,
  done: readonly (readonly [Task, Measured])[],
  since: string,
): Promise<readonly string[]> {
  const missing: string[] = []
  for (const [task, { mark }] of done) {
    const { type } = task.recorded
    const { rows } = await (type === null
      ? sql<{ n: number }>`select count(*)::int as n from access_log where at >= ${since} and allowed
          and page = 'search for a child'`
      : sql<{ n: number }>`select count(*)::int as n from entry where type = ${type} and recorded >= ${since}
          and (${type} = 'allocation' or answers::text like ${`%${mark}%`})`
    ).execute(store.db)
    if ((rows[0]?.n ?? 0) === 0) missing.push(task.name)
  }
  return missing
}
