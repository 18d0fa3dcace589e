import { sql } from 'kysely'
import type { Db } from './connection.ts'
import { columns, keys, type ProjectedTable } from './projected.ts'
import type { Replaced } from './replace-rows.ts'
import { insertRows } from './rows.ts'

type Row = Readonly<Record<string, unknown>>

/** Which rows go and which come, between what a file was folded to and what it is. Pure. */
export function rowsBetween(before: readonly object[], after: readonly object[]): Replaced {
  const said = (rows: readonly object[]) => new Map(rows.map(r => [JSON.stringify(r), r]))
  const [was, is] = [said(before), said(after)]
  const others = (rows: ReadonlyMap<string, object>, than: ReadonlyMap<string, object>) =>
    [...rows].flatMap(([words, row]) => (than.has(words) ? [] : [row]))
  return { gone: others(was, is), come: others(is, was) }
}

/** A row that should not stand there gives way. */
const orInPlace = (table: ProjectedTable): string => {
  const others = Object.keys(columns[table]).filter(name => !keys[table].includes(name))
  const key = keys[table].map(name => `"${name}"`).join(', ')
  return `on conflict (${key}) do update set ${others.map(name => `"${name}" = excluded."${name}"`).join(', ')}`
}

/**
 * Writes what is known to change in a folded table: nothing is asked of the rows that stay, which are most of a file.
 * @returns false where the table does not hold what it should, by the rows that went: then the whole file is to be compared
 */
export async function replaceKnown(
  tx: Db,
  table: ProjectedTable,
  { gone, come }: Replaced,
): Promise<boolean> {
  if (gone.length > 0) {
    const key = keys[table]
    const types: Readonly<Record<string, string>> = columns[table]
    const shape = key.map(name => `"${name}" ${types[name]}`).join(', ')
    const same = key.map(name => `t."${name}" = g."${name}"`).join(' and ')
    const rows = (gone as readonly Row[]).map(r => Object.fromEntries(key.map(name => [name, r[name]])))
    const { rows: went } = await sql`delete from ${sql.table(table)} t
      using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(${sql.raw(shape)}) where ${sql.raw(same)} returning 1`.execute(
      tx,
    )
    if (went.length !== gone.length) return false
  }
  await insertRows<object>(tx, table, columns[table], come, orInPlace(table))
  return true
}
