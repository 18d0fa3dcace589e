import { sql } from 'kysely'
import type { Db } from './connection.ts'
import { columns, keys, type ProjectedTable } from './projected.ts'
import { insertRows } from './rows.ts'

const list = (names: readonly string[], of: string) => sql.raw(names.map(n => `${of}."${n}"`).join(', '))

/** What was another way before, and how it is now. */
export interface Replaced {
  /** Rows that went, with the columns asked for. */
  readonly gone: readonly object[]
  readonly come: readonly object[]
}

/**
 * Makes the rows of some files in a folded table what they are to be, and touches none that is so already: what one entry
 * changes of a file is few of its rows.
 * @param told the columns to tell of each row that went
 */
export async function replaceRows(
  tx: Db,
  table: ProjectedTable,
  subjects: readonly string[],
  rows: readonly object[],
  told: readonly string[],
): Promise<Replaced> {
  const names = Object.keys(columns[table])
  const shape = Object.entries(columns[table]).map(([name, type]) => `"${name}" ${type}`)
  const key = keys[table]
  const others = names.filter(n => !key.includes(n))
  const { rows: found } = await sql<{ gone: readonly object[]; stay: readonly number[] }>`
    with n as materialized (select * from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as (${sql.raw(shape.join(', '))})) with ordinality as x(${sql.raw(names.map(n => `"${n}"`).join(', '))}, at)),
      stay as materialized (select n.at, ${list(key, 't')} from n join ${sql.table(table)} t on (${list(key, 't')}) = (${list(key, 'n')})
        where t.subject = any (${subjects}::uuid[]) and (${list(others, 'n')}) is not distinct from (${list(others, 't')})),
      gone as (delete from ${sql.table(table)} t where t.subject = any (${subjects}::uuid[])
        and not exists (select from stay s where (${list(key, 's')}) = (${list(key, 't')})) returning ${list(told, 't')})
    select (select coalesce(jsonb_agg(g), '[]') from gone g) as gone, array(select at::int from stay) as stay`.execute(
    tx,
  )
  const [{ gone, stay } = { gone: [], stay: [] }] = found
  const staying = new Set(stay)
  const come = rows.filter((_, i) => !staying.has(i + 1))
  await insertRows<object>(tx, table, columns[table], come)
  return { gone, come }
}
