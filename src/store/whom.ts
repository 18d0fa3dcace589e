import { sql } from 'kysely'
import type { Viewer } from '../domain/access/roles.ts'
import { calledBy } from '../domain/casework/person.ts'
import type { Instant } from '../domain/kernel/day.ts'
import { type TargetRow, targetColumns, targetIn } from './access.ts'
import type { Db } from './connection.ts'

interface Row extends TargetRow {
  readonly id: string
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly joined: readonly string[]
}

/**
 * The child of an ID, and what a viewer is to them. The ID of a file that was joined to another finds that other.
 * @returns nothing where no child has the ID
 */
export async function findWhom(db: Db, code: string, viewer: Viewer, now: Instant) {
  const { rows } = await sql<Row>`select p.subject as id, p.code, p.given_name as "givenName",
      p.family_name as "familyName", p.unborn, array(select j.subject from person j where j.merged = p.subject) as joined,
      ${targetColumns(viewer, now)}
    from person p where p.subject = (select coalesce(asked.merged, asked.subject) from person asked
      where asked.code = ${code.toUpperCase()})`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { id, joined } = row
  return { id, code: row.code, called: calledBy(row, row.code), target: targetIn(row), joined }
}
