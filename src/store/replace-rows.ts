import { sql } from 'kysely'
import type { Db } from './connection.ts'
import { columns, keys, type ProjectedTable } from './projected.ts'

const list = (names: readonly string[], of: string) => sql.raw(names.map(n => `${of}."${n}"`).join(', '))

/** What was another way before, and how it is now: rows with the columns asked for. */
export interface Replaced {
  readonly gone: readonly object[]
  readonly come: readonly object[]
}

/**
 * Makes the rows of some files in a folded table what they are to be, and touches none that is so already: what one entry
 * changes of a file is few of its rows.
 * @param told the columns to tell of each row that went and each that came
 */
export async function replaceRows(
  tx: Db,
  table: ProjectedTable,
  subjects: readonly string[],
  rows: readonly object[],
  told: readonly string[],
): Promise<Replaced> {
  const shape = Object.entries(columns[table]).map(([name, type]) => `"${name}" ${type}`)
  const names = Object.keys(columns[table])
  const key = keys[table]
  const others = names.filter(n => !key.includes(n))
  const json = JSON.stringify(rows)
  const n = sql`(select * from jsonb_to_recordset(${json}::jsonb) as x(${sql.raw(shape.join(', '))})) n`
  const { rows: gone } = await sql<object>`delete from ${sql.table(table)} t
    where t.subject = any (${subjects}::uuid[]) and not exists (select from ${n}
      where (${list(key, 'n')}) = (${list(key, 't')}) and (${list(others, 'n')}) is not distinct from (${list(others, 't')}))
    returning ${list(told, 't')}`.execute(tx)
  if (rows.length === 0) return { gone, come: [] }
  const { rows: come } =
    await sql<object>`insert into ${sql.table(table)} as t (${sql.raw(names.map(c => `"${c}"`).join(', '))})
    select ${list(names, 'n')} from ${n}
    where not exists (select from ${sql.table(table)} o where (${list(key, 'o')}) = (${list(key, 'n')}))
    returning ${list(told, 't')}`.execute(tx)
  return { gone, come }
}
