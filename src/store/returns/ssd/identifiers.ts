import { answer, latest, type View } from './fragments.ts'

/** A number holds from the day on which it was first written to the day on which another was. */
const numberSince = (name: string, kind: string): string =>
  `select b.entry || '-${name}' as id, b.subject, '${kind}' as kind, replace(b.value, ' ', '') as value,
      b.happened as starts, b.until as ends from (
    select c.*, lead(c.happened) over (partition by c.subject order by c.happened, c.seq) as until from (
      select h.entry, h.subject, h.happened, h.seq, ${answer(name)} as value,
        lag(${answer(name)}) over (partition by h.subject order by h.happened, h.seq) as before
      from happening h where h.type = 'person-details' and not h.withdrawn) c
    where c.value is distinct from c.before) b where b.value is not null`

const identifiers: View = {
  rows: `from (${numberSince('upn', 'Unique Pupil Number')} union all ${numberSince('nhsNumber', 'NHS Number')}
    union all select m.subject::text, m.merged, 'Case Number', m.code, null, null from person m
      where m.merged is not null) i join person p on p.subject = i.subject and p.merged is null`,
  fields: {
    link_table_id: 'i.id',
    link_person_id: 'p.code',
    link_identifier_type: 'i.kind',
    link_identifier_value: 'i.value',
    link_valid_from_date: 'i.starts',
    link_valid_to_date: 'i.ends',
  },
}

const send: View = {
  rows: `from person p ${latest('person-details')} where p.merged is null and (p.upn is not null or ${answer('upnUnknown', 'd')} is not null)`,
  fields: {
    send_table_id: 'p.code',
    send_upn: 'p.upn',
    send_upn_unknown: `case when p.upn is null then ${answer('upnUnknown', 'd')} end`,
    send_person_id: 'p.code',
  },
}

export const identifierViews = { ssd_linked_identifiers: identifiers, ssd_send: send } as const
