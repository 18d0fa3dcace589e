import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'
import { isStalePlan } from './stale-plan.ts'

/** How many statements one connection keeps: more than there are pages, fewer than a list of any length could make. */
const MOST = 500
/** A statement whose best plan hangs on what is asked: a search by keys, figures of one very day. */
const ASKS_ITS_OWN = /\bkeys (&&|@>)|"asked0"/
const LONGEST = 20_000

/** Worth keeping: it is asked again with other values, and one plan serves them all. */
const isKept = (text: string, values: readonly unknown[]): boolean =>
  values.length > 0 && text.length <= LONGEST && !ASKS_ITS_OWN.test(text)

/**
 * The connections of a pool, each of which has the server keep the plan of what it is asked again: the pages’ statements are
 * long, and planning one takes longer than running it.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  // A name is used once: a plan that became stale is left, and made again under another.
  let made = 0
  const known = new WeakMap<pg.PoolClient, Map<string, string>>()
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect()
    const names = known.get(client) ?? new Map<string, string>()
    known.set(client, names)
    const nameOf = (text: string, values: readonly unknown[]): string | undefined => {
      const name = names.get(text)
      if (name !== undefined || names.size >= MOST || !isKept(text, values)) return name
      made += 1
      names.set(text, `p${made}`)
      return names.get(text)
    }
    function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
    function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
    // biome-ignore lint/suspicious/noExplicitAny: the driver’s own words for whatever comes back
    function query(asked: string | object, values: readonly unknown[] = []): any {
      if (typeof asked !== 'string') throw new Error('Rows are not read by a cursor here.')
      const name = nameOf(asked, values)
      return client
        .query({ text: asked, values: [...values], ...(name === undefined ? {} : { name }) })
        .catch((error: unknown) => {
          if (isStalePlan(error)) names.clear()
          throw error
        })
    }
    return { query, release: destroy => client.release(destroy) }
  }
  return { connect, end: () => pool.end(), options: {} }
}
