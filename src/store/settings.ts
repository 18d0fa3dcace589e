import type { Db } from './connection.ts'

/** What a database knows about itself: that it holds a demonstration, and where its clock stands. */
export interface Settings {
  readonly profile?: string
  /** The day on which a demonstration's clock stands; absent where it goes on. */
  readonly clockStands?: string
  readonly people?: readonly { readonly id: string; readonly says: string }[]
}

export async function readSettings(db: Db): Promise<Settings> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', 'settings').executeTakeFirst()
  return row ? (row.value as Settings) : {}
}

export async function writeSettings(db: Db, value: Settings): Promise<void> {
  const row = { name: 'settings', value: JSON.stringify(value) }
  await db
    .insertInto('setting')
    .values(row)
    .onConflict(c => c.column('name').doUpdateSet(row))
    .execute()
}
