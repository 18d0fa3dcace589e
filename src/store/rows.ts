import { sql } from 'kysely'
import type { Db } from './connection.ts'

/** How many rows go in one statement: large enough to be quick, small enough to keep memory even. */
const BATCH = 2000

/**
 * Adds many rows in few statements: one JSON parameter a batch, whatever the columns, the same on both databases.
 * @param columns name → PostgreSQL type, in the order of the table's columns to fill
 */
export async function insertRows<Row extends object>(
  db: Db,
  table: string,
  columns: Readonly<Record<keyof Row & string, string>>,
  rows: readonly Row[],
  conflict = '',
): Promise<void> {
  const names = Object.keys(columns)
  const shape = Object.entries<string>(columns).map(([name, type]) => `"${name}" ${type}`)
  for (let at = 0; at < rows.length; at += BATCH) {
    const json = JSON.stringify(rows.slice(at, at + BATCH))
    await sql`insert into ${sql.table(table)} (${sql.raw(names.map(n => `"${n}"`).join(', '))})
      select * from jsonb_to_recordset(${json}::jsonb) as x(${sql.raw(shape.join(', '))}) ${sql.raw(conflict)}`.execute(
      db,
    )
  }
}
