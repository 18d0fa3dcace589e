import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Tables } from '../../src/store/tables.ts'
import { multiply } from './build.ts'
import { startKept } from './server.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))

const DATE = 1082
const TIMESTAMPTZ = 1184
/** As the product reads them: see src/store/connection.ts. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === DATE
      ? (v: string) => v
      : oid === TIMESTAMPTZ
        ? (v: string) => new Date(v).toISOString()
        : pg.types.getTypeParser(oid, format),
}

/** The owner’s own way into a database of a bench. */
export function ownerOf(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 4, types })
  // A server that is stopped ends connections that nobody is using.
  pool.on('error', () => {})
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** How many children the invented authority has, of which the large one is made. */
export const CHILDREN = 1623

/**
 * Builds the authority where it does not stand yet.
 * @returns what it took, or null where it stood
 */
export async function makeAuthority(home: string, port: number, copies: number) {
  const server = await startKept(home, port, 'building')
  const db = ownerOf(server.url)
  try {
    // Apart from the product’s own tables, which a backup takes.
    await sql`create schema if not exists bench`.execute(db)
    const { rows } = await sql<{ n: string }>`select to_regclass('bench.made') as n`.execute(db)
    if (rows[0]?.n) return null
    const began = performance.now()
    execFileSync(
      process.execPath,
      [join(project, 'bin', 'golden-thread.mjs'), 'seed', '--profile', 'demonstration'],
      {
        env: { ...process.env, DATABASE_URL: server.url },
        stdio: 'inherit',
      },
    )
    const seeded = (performance.now() - began) / 1000
    const took = await multiply(db, server.url, home, copies)
    const whole = (performance.now() - began) / 1000
    await db.executeQuery(CompiledQuery.raw('create table bench.made (took jsonb)'))
    await sql`insert into bench.made values (${JSON.stringify({ seeded, ...took, whole })})`.execute(db)
    await sql`checkpoint`.execute(db)
    return { seeded, ...took, whole }
  } finally {
    await db.destroy()
    await server.stop()
  }
}
