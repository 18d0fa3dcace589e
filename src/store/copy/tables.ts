import { sql } from 'kysely'
import type { Db } from '../connection.ts'
import { projected } from '../projected.ts'
import type { Table } from './format.ts'

/** What no copy holds: what is folded or counted from the entries, the steps (they stand in its head), and who is signed in. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...projected,
  'figure_kept',
  'figure_change',
  'figure_moved',
  'migration',
  'session',
  'sign_in_step',
])

/** The tables of a database that go into a copy, each after those that its rows name; without columns made of others. */
export async function copiedTables(db: Db): Promise<readonly Table[]> {
  const { rows } = await sql<Table & { needs: readonly string[] }>`
    select c.relname as name,
      (select json_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select json_agg(k.confrelid::regclass::text) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '[]') as needs
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`.execute(
    db,
  )
  const left = new Map(rows.filter(r => !LEFT_OUT.has(r.name)).map(r => [r.name, r]))
  const tables: Table[] = []
  while (left.size > 0) {
    const next = [...left.values()].find(t => t.needs.every(n => !left.has(n)))
    if (!next) throw new Error(`These tables name each other: ${[...left.keys()].join(', ')}.`)
    left.delete(next.name)
    tables.push({ name: next.name, columns: next.columns })
  }
  return tables
}

/** Numbers that the database gives by itself go on after the last one given. */
export async function setCounters(tx: Db): Promise<void> {
  const { rows } = await sql<{ t: string; c: string }>`select attrelid::regclass::text as t, attname as c
    from pg_attribute a join pg_class k on k.oid = a.attrelid
    where k.relnamespace = 'public'::regnamespace and attidentity <> ''`.execute(tx)
  for (const { t, c } of rows)
    await sql`select setval(pg_get_serial_sequence(${t}, ${c}), (select max(${sql.ref(c)}) from ${sql.table(t)}))
      where exists (select from ${sql.table(t)})`.execute(tx)
}
