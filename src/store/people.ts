import { isColleague, type Viewer } from '../domain/access/roles.ts'
import type { Db } from './connection.ts'

export interface StaffMember {
  readonly id: string
  readonly name: string
  readonly role: Viewer['role']
  readonly team: string | null
}

/** Everyone who works here, by name: colleagues, whom others give work to and name. */
export const staff = async (db: Db): Promise<readonly StaffMember[]> =>
  (await everyone(db)).filter(s => isColleague(s.role))

/** The foster carers who have an account, by name. */
export const carers = async (db: Db): Promise<readonly StaffMember[]> =>
  (await everyone(db)).filter(s => s.role === 'foster-carer')

/** Everyone who may sign in, by name. */
export async function everyone(db: Db): Promise<readonly StaffMember[]> {
  return await db
    .selectFrom('staff')
    .select(['subject as id', 'name', 'role', 'team'])
    .where('working', '=', true)
    .orderBy('name')
    .execute()
}

/** Names by id, of those who work here and those who did. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('staff')
    .select(['subject', 'name'])
    .where('subject', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(r => [r.subject, r.name]))
}
