import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Tables } from './tables.ts'

/** The database over one connection, already made, which is ended with it. */
export function overOne(client: pg.Client): Kysely<Tables> {
  const only = { query: client.query.bind(client), release: () => {} }
  const pool = { connect: async () => only, end: () => client.end(), options: {} }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
