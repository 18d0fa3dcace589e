import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { beginAll, exactness } from './likeness.ts'

/** A child who was found, and why. */
export interface Found {
  readonly subject: string
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly otherNames: string | null
  readonly unborn: boolean
  readonly born: Day | null
  readonly worker: string | null
  /** Why it is an answer, where the name alone does not show it. */
  readonly why: readonly string[]
}

export interface Slice {
  readonly limit: number
  readonly offset: number
}

const worker = sql`(select st.name from spell a join staff st on st.subject::text = a.facts ->> 'worker'
  where a.subject = p.subject and a.kind = 'allocation' and a.key = 'worker' and a.ends is null limit 1)`
/** What is shown of a child, from `person p`. */
export const shown = sql`p.subject, p.code, p.given_name as "givenName", p.family_name as "familyName",
  p.other_names as "otherNames", p.unborn, p.born, ${worker} as worker`

/** Every child with names that begin with all of the words, in SQL: those with the very words first. */
export async function listed(
  db: Db,
  may: RawBuilder<boolean>,
  words: readonly string[],
  { limit, offset }: Slice,
) {
  const { rows } = await sql<Omit<Found, 'why'>>`select ${shown} from person p
    where ${beginAll(words)} and ${may}
    order by ${exactness(words)} desc, p.family_name nulls last, p.given_name, p.code
    limit ${limit} offset ${offset}`.execute(db)
  return rows.map(r => ({ ...r, why: [] }))
}

/** How many children those are. */
export async function howMany(db: Db, may: RawBuilder<boolean>, words: readonly string[]): Promise<number> {
  if (words.length === 0) return 0
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from person p
    where ${beginAll(words)} and ${may}`.execute(db)
  return rows[0]?.n ?? 0
}
