import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'

/** A service of the directory, as it was described last. */
export interface Service {
  readonly subject: string
  readonly code: string
  readonly name: string
  /** Codes of `helpWith`. */
  readonly helps: readonly string[]
  readonly who: string
  readonly fromAge: number | null
  readonly toAge: number | null
  readonly where: string | null
  readonly reach: string
  readonly phone: string | null
  readonly email: string | null
  readonly web: string | null
  /** It takes new families now. */
  readonly open: boolean
  readonly changed: Instant
}

/** What narrows the directory; a service without an age is for any. */
export interface Wanted {
  readonly words?: readonly string[]
  readonly helps?: string | null
  readonly age?: number | null
  /** Only those that take new families. */
  readonly open?: boolean
}

const text = (name: string) => sql`h.answers ->> ${sql.lit(name)}`

const current = sql`(select distinct on (s.id) s.id as subject, s.code, ${text('name')} as name,
    h.answers -> 'helps' as helps, ${text('who')} as who, (${text('fromAge')})::int as "fromAge",
    (${text('toAge')})::int as "toAge", ${text('where')} as "where", ${text('reach')} as reach,
    ${text('phone')} as phone, ${text('email')} as email, ${text('web')} as web,
    coalesce((${text('open')})::boolean, false) as open, h.recorded as changed
  from subject s join happening h on h.subject = s.id and h.type = 'service-details' and not h.withdrawn
  where s.kind = 'service' order by s.id, h.seq desc)`

const like = (word: string): string => `%${word.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`

function conditions({ words = [], helps, age, open }: Wanted): RawBuilder<unknown> {
  const all = [
    ...words.map(w => sql`lower(concat_ws(' ', t.name, t.who, t."where", t.reach)) like ${like(w)}`),
    ...(helps ? [sql`jsonb_exists(t.helps, ${helps})`] : []),
    ...(age === null || age === undefined
      ? []
      : [sql`coalesce(t."fromAge", 0) <= ${age} and coalesce(t."toAge", 25) >= ${age}`]),
    ...(open ? [sql`t.open`] : []),
  ]
  return all.length > 0 ? sql`where ${sql.join(all, sql` and `)}` : sql``
}

/** The services that fit, by name, those that take nobody now at the end: how many, and a page of them. */
export async function services(
  db: Db,
  wanted: Wanted,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly services: readonly Service[] }> {
  const where = conditions(wanted)
  const counted = await sql<{
    total: number
  }>`select count(*)::int as total from ${current} t ${where}`.execute(db)
  const { rows } = await sql<Service>`select * from ${current} t ${where}
    order by t.open desc, lower(t.name), t.code limit ${page.limit} offset ${page.offset}`.execute(db)
  return { total: counted.rows[0]?.total ?? 0, services: rows }
}

/** One service by its code. */
export async function oneService(db: Db, code: string): Promise<Service | undefined> {
  const { rows } = await sql<Service>`select * from ${current} t where t.code = ${code}`.execute(db)
  return rows[0]
}

/** What else could help a child of an age with a need: services that take new families now. */
export const servicesFor = async (
  db: Db,
  wanted: { readonly age?: number | null; readonly helps?: string | null },
): Promise<readonly Service[]> =>
  (await services(db, { ...wanted, open: true }, { limit: 20, offset: 0 })).services

/** What the next service is called. Held for this transaction, so that two never get the same. */
export async function nextServiceCode(tx: Db): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended('code of service', 0))`.execute(tx)
  const { rows } = await sql<{
    last: number | null
  }>`select max(substring(code from '^S([0-9]{1,8})$')::int) as last
    from subject where kind = 'service'`.execute(tx)
  return `S${(rows[0]?.last ?? 99) + 1}`
}
