import { sql } from 'kysely'
import type { Role } from '../../domain/access/roles.ts'
import type { Db } from '../connection.ts'

/** What this council asks of signing in. */
export interface SignInSettings {
  /** Who needs a second step beside a password. */
  readonly secondStep: readonly Role[]
  /** Minutes without a request after which a session ends. */
  readonly idle: number
}

export const IDLE = 60
const NAME = 'sign-in'

/** What is set, as part of another question; null where nothing is. */
export const signInSet = sql<Partial<SignInSettings> | null>`(select value from setting where name = ${sql.lit(NAME)})`

/** Settings whole: nobody needs a second step and an hour may pass, where nothing is set. */
export const wholeSettings = (set: Partial<SignInSettings> | null | undefined): SignInSettings => ({
  secondStep: [],
  idle: IDLE,
  ...set,
})

/** As it is set. */
export async function signInSettings(db: Db): Promise<SignInSettings> {
  const { rows } = await sql<{ set: Partial<SignInSettings> | null }>`select ${signInSet} as set`.execute(db)
  return wholeSettings(rows[0]?.set)
}

async function keep(db: Db, name: string, value: object): Promise<void> {
  const row = { name, value: JSON.stringify(value) }
  await db
    .insertInto('setting')
    .values(row)
    .onConflict(c => c.column('name').doUpdateSet(row))
    .execute()
}

export const setSignIn = (db: Db, settings: SignInSettings): Promise<void> => keep(db, NAME, settings)

/** The address by which people come, kept so that pages know it: passkeys belong to it. */
export const setAddress = (db: Db, address: URL | null): Promise<void> =>
  keep(db, 'address', { address: address?.origin ?? null })

export async function addressOf(db: Db): Promise<URL | null> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', 'address').executeTakeFirst()
  const said = row && 'address' in row.value ? row.value.address : null
  return typeof said === 'string' ? new URL(said) : null
}
