import { answer, latest, postcode, type View, yesNo } from './fragments.ts'

const CHILDREN = 'from person p'
const OWN = 'where p.merged is null'

/** Mothers who have a file here, with their children who have one too, whichever of the two files says so. */
const MOTHERS = `select h.entry, h.subject as mother, (h.answers ->> 'child')::uuid as child from happening h
    where h.type = 'relationship' and not h.withdrawn and h.answers ->> 'kind' = 'child' and h.answers ? 'child'
  union select h.entry, (h.answers ->> 'child')::uuid, h.subject from happening h
    where h.type = 'relationship' and not h.withdrawn and h.answers ->> 'kind' = 'mother' and h.answers ? 'child'`

const person: View = {
  rows: `${CHILDREN} ${latest('person-details')} ${OWN}`,
  fields: {
    pers_person_id: 'p.code',
    pers_forename: 'p.given_name',
    pers_surname: 'p.family_name',
    pers_sex: 'p.sex',
    pers_ethnicity: 'p.ethnicity',
    pers_dob: 'case when not p.unborn then p.born end',
    pers_common_child_id: "replace(p.nhs_number, ' ', '')",
    pers_upn_unknown: `case when p.upn is null then ${answer('upnUnknown', 'd')} end`,
    pers_expected_dob: 'case when p.unborn then p.born end',
    pers_death_date: `(select coalesce((h.answers ->> 'diedOn')::date, h.happened) from happening h
      where h.subject = p.subject and not h.withdrawn and (h.type = 'case-closed' and h.answers ? 'diedOn'
        or h.type = 'ceased-looked-after' and h.answers ->> 'reason' = 'E2') order by h.type limit 1)`,
    // A set that is read once: asked of each child by itself, it would read every relationship for each.
    pers_is_mother: yesNo(
      `p.sex is distinct from 'M' and p.subject in (select x.mother from (${MOTHERS}) x)`,
    ),
  },
}

/** An address lasts until another is written; one written again goes on. Placements are addresses too. */
const address: View = {
  rows: `from (
    select a.entry as id, a.subject, 'Home' as kind, a.address, a.happened as starts, a.until as ends from (
      select c.*, lead(c.happened) over (partition by c.subject order by c.happened, c.seq) as until from (
        select h.entry, h.subject, h.happened, h.seq, ${answer('address')} as address,
          lag(${answer('address')}) over (partition by h.subject order by h.happened, h.seq) as before
        from happening h where h.type = 'person-details' and not h.withdrawn) c
      where c.address is distinct from c.before) a where a.address is not null
    union all
    select s.opened_by, s.subject, 'Placement', s.facts ->> 'address', s.starts, s.ends from spell s
      where s.kind = 'placement' and s.facts ->> 'address' <> ''
  ) a join person p on p.subject = a.subject and p.merged is null`,
  fields: {
    addr_table_id: 'a.id',
    addr_address_json: `json_build_object('ROOM', '', 'FLOOR', '', 'FLAT', '', 'BUILDING', '', 'HOUSE', '',
      'STREET', a.address, 'TOWN', '', 'UPRN', '', 'EASTING', '', 'NORTHING', '')::text`,
    addr_person_id: 'p.code',
    addr_address_type: 'a.kind',
    addr_address_start_date: 'a.starts',
    addr_address_end_date: 'a.ends',
    addr_address_postcode: postcode('a.address'),
  },
}

const disability: View = {
  rows: `${CHILDREN} ${latest('person-details')} cross join lateral (
    select 'NONE' as code where d.answers ->> 'disability' = 'false'
    union all select jsonb_array_elements_text(case when jsonb_typeof(d.answers -> 'disabilities') = 'array'
      then d.answers -> 'disabilities' else '[]' end)) k ${OWN}`,
  fields: {
    disa_person_id: 'p.code',
    disa_table_id: "p.code || '-' || k.code",
    disa_disability_code: 'k.code',
  },
}

const immigration: View = {
  rows: `${CHILDREN} ${latest('unaccompanied')} ${OWN} and d.entry is not null`,
  fields: {
    immi_person_id: 'p.code',
    immi_immigration_status_id: 'd.entry',
    immi_immigration_status: "'Unaccompanied Asylum Seeking Child'",
    immi_immigration_status_start_date: `${answer('from', 'd')}`,
    immi_immigration_status_end_date: `${answer('to', 'd')}`,
  },
}

const mother: View = {
  rows: `from (select distinct on (mother, child) * from (${MOTHERS}) x order by mother, child, entry) m
    join person p on p.subject = m.mother and p.merged is null
    join person c on c.subject = m.child and c.merged is null`,
  fields: {
    moth_table_id: 'm.entry',
    moth_person_id: 'p.code',
    moth_childs_person_id: 'c.code',
    moth_childs_dob: 'case when not c.unborn then c.born end',
  },
}

/** Episodes of missing, and of being away, with the interview that follows. */
const missing: View = {
  rows: `from spell s join person p on p.subject = s.subject and p.merged is null where s.kind = 'missing'`,
  fields: {
    miss_table_id: 's.opened_by',
    miss_person_id: 'p.code',
    miss_missing_episode_start_date: 's.starts',
    miss_missing_episode_type: "case s.facts ->> 'kind' when 'A' then 'Away' else 'Missing' end",
    miss_missing_episode_end_date: 's.ends',
    miss_missing_rhi_offered: yesNo("s.facts ->> 'interviewOffered' = 'true'"),
    miss_missing_rhi_accepted: "case when s.facts ->> 'interviewOn' <> '' then 'Y' end",
  },
}

export const personViews = {
  ssd_person: person,
  ssd_address: address,
  ssd_disability: disability,
  ssd_immigration_status: immigration,
  ssd_mother: mother,
  ssd_missing: missing,
} as const
