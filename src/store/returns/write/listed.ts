import { sql } from 'kysely'
import type { Day } from '../../../domain/kernel/day.ts'
import type { Db } from '../../connection.ts'
import type { Listed } from '../../queries/return-files.ts'

/** Children of whom something of these types happened from one day to another, by the file that goes on. */
export async function childrenWithEntries(
  db: Db,
  types: readonly string[],
  from: Day,
  to: Day,
): Promise<readonly Listed[]> {
  const { rows } = await sql<Listed>`select p.subject as id, p.code from person p
    where p.merged is null and exists (select from happening h where h.subject = p.subject
      and h.type in (${sql.join([...types])}) and not h.withdrawn and h.happened between ${from} and ${to})
    order by p.code collate "C"`.execute(db)
  return rows
}

/** Children of several lists, each once, in the order of their IDs. */
export function together(...all: readonly (readonly Listed[])[]): readonly Listed[] {
  const byId = new Map(all.flat().map(l => [l.id, l]))
  return [...byId.values()].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
}
