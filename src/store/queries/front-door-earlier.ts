import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { Earlier } from '../../domain/front-door/repeats.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { mayMeet } from './front-door.ts'

/** Of a child told of in a contact: what another telling must share to be of the same child. */
const told = sql`select h.subject, h.entry, lower(h.answers ->> 'givenName') as given,
    lower(h.answers ->> 'familyName') as family, h.answers ->> 'born' as born, lower(h.answers ->> 'address') as address,
    replace(h.answers ->> 'nhsNumber', ' ', '') as nhs
  from happening h where h.type = 'contact-child' and not h.withdrawn`

/**
 * The contacts in the two years before each of these that are about one of its children: of the same name and day of birth
 * (or address, where a day of birth was not told), the same NHS number, or found to be the same child by whoever decided.
 * A contact about a child closed to the viewer is left out.
 */
export async function earlierContacts(
  db: Db,
  viewer: Viewer,
  now: Instant,
  contacts: readonly string[],
): Promise<ReadonlyMap<string, readonly Earlier[]>> {
  if (contacts.length === 0) return new Map()
  const { rows } = await sql<Earlier & { contact: string }>`
    with these as (select t.*, r.happened as received, r.recorded from (${told}) t
        join happening r on r.subject = t.subject and r.type = 'contact-received' where t.subject in (${sql.join(contacts)})),
      alike as (
        select t.subject as contact, o.subject, o.entry from these t join (${told}) o on o.family = t.family
          and o.given = t.given and (o.born = t.born or ((o.born is null or t.born is null) and o.address = t.address))
        union select t.subject, o.subject, o.entry from these t join (${told}) o on o.nhs = t.nhs
        union select t.subject, t.subject, t.entry from these t),
      known as (select a.contact, m.answers ->> 'child' as child from alike a join happening m on m.amends = a.entry
        and m.type = 'contact-matched' and not m.withdrawn),
      found as (select contact, subject from alike
        union select k.contact, m.subject from known k join happening m on m.answers ? 'child'
          and m.answers ->> 'child' = k.child and m.type = 'contact-matched' and not m.withdrawn)
    select distinct f.contact, c.code, r.happened as "receivedOn", r.recorded, r.answers ->> 'sort' as sort,
      r.answers ->> 'incidentOn' as "incidentOn",
      (select d.answers ->> 'outcome' from happening d where d.subject = c.id and d.type = 'contact-decided'
        and not d.withdrawn order by d.seq desc limit 1) as outcome
    from found f join these t on t.subject = f.contact join subject c on c.id = f.subject and c.id <> f.contact
      join happening r on r.subject = c.id and r.type = 'contact-received' and not r.withdrawn
    where (r.happened, r.recorded) <= (t.received, t.recorded) and r.happened > t.received - interval '2 years'
      and ${mayMeet(viewer, now)}
    order by r.happened desc, r.recorded desc`.execute(db)
  const found = new Map<string, Earlier[]>()
  for (const { contact, code, receivedOn, sort, incidentOn, outcome } of rows)
    found.set(contact, [...(found.get(contact) ?? []), { code, receivedOn, sort, incidentOn, outcome }])
  return found
}
