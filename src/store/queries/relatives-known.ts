import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import { calledBy } from '../../domain/casework/person.ts'
import { ADOPTED } from '../../domain/family/adoption.ts'
import type { KnownPerson } from '../../domain/family/relatives.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'

interface Row {
  readonly asked: string
  readonly subject: string
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly born: Day | null
  readonly sex: string | null
  readonly restricted: boolean
  readonly listed: boolean
  readonly opened: boolean
  readonly adopted: Day | null
  readonly started: Instant
}

const adopted = sql`(select max(a.ends) from spell a where a.subject = p.subject and a.kind = 'looked-after'
  and a.facts ->> 'ceased' in (${sql.join(ADOPTED)}))`

const personOf = (r: Row): KnownPerson => ({
  id: r.subject,
  code: r.code,
  called: calledBy(r, r.code),
  born: r.born,
  unborn: r.unborn,
  sex: r.sex,
  seen: r.opened ? 'open' : r.listed ? 'listed' : r.restricted ? 'hidden' : 'closed',
  adopted: r.adopted,
  begun: londonDay(r.started),
})

/**
 * Other children by the ids that were written, with how much of each a viewer may see. An id whose file is read as part
 * of another gives that other.
 */
export async function peopleKnown(
  { tx, viewer, now }: { readonly tx: Db; readonly viewer: Viewer; readonly now: Instant },
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownPerson>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select w.subject as asked, p.subject, p.code, p.given_name as "givenName", p.family_name as "familyName", p.unborn,
      p.born, p.sex, p.restricted or w.restricted as restricted, ${mayDo(viewer, 'list', now)} as listed,
      ${mayDo(viewer, 'open', now)} as opened, ${adopted} as adopted, s.started
    from person w join person p on p.subject = coalesce(w.merged, w.subject) join subject s on s.id = p.subject
    where w.subject in (${sql.join([...new Set(ids)])})`.execute(tx)
  return new Map(rows.map(r => [r.asked, personOf(r)]))
}

/** The days of a child's own file that tell whether another may be the same child's life after adoption. */
export async function lifeOf(
  tx: Db,
  child: string,
): Promise<Pick<KnownPerson, 'id' | 'born' | 'adopted' | 'begun'>> {
  const { rows } = await sql<Pick<Row, 'born' | 'adopted' | 'started'>>`
    select p.born, ${adopted} as adopted, s.started from person p join subject s on s.id = p.subject
    where p.subject = ${child}`.execute(tx)
  const [row] = rows
  return {
    id: child,
    born: row?.born ?? null,
    adopted: row?.adopted ?? null,
    begun: londonDay(row?.started ?? ('1970-01-01T00:00:00.000Z' as Instant)),
  }
}
