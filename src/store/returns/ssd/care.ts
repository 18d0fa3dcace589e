import {
  answer,
  careOn,
  entriesOf,
  fact,
  flag,
  OPENER,
  postcode,
  referralOn,
  spellsOf,
  type View,
  yesNo,
} from './fragments.ts'

/** What runs on a day of care: the last begun. */
const running = (kind: string, what: string): string =>
  `(select ${what} from spell r where r.subject = c.subject and r.kind = '${kind}' and r.starts <= c.day
    and (r.ends is null or r.ends > c.day) order by r.starts desc, r.opened_by desc limit 1)`

/** Days on which care begins, or a placement or legal status begins or ends within it, with what then stands. */
const DAYS = `select c.*, ${running('placement', 'r.opened_by')} as place,
    ${running('legal-status', "r.facts ->> 'status'")} as status,
    ${running('legal-status', 'r.opened_by')} as law
  from (select l.subject, l.opened_by as care, l.starts, l.ends, l.facts, k.day from spell l cross join lateral (
      select l.starts as day union
      select d.day from spell i cross join lateral (values (i.starts), (i.ends)) d(day)
        where i.subject = l.subject and i.kind in ('placement', 'legal-status') and d.day > l.starts
        and (l.ends is null or d.day < l.ends)) k
    where l.kind = 'looked-after') c`

/** Those on which something changed: each is an episode of care. */
const CHANGES = `select x.*, lead(x.day) over (partition by x.care order by x.day) as next from (
    select d.*, lag(d.status) over w as status_before, lag(d.place) over w as place_before,
      row_number() over w = 1 as first from (${DAYS}) d window w as (partition by d.care order by d.day)) x
  where x.first or x.status is distinct from x.status_before or x.place is distinct from x.place_before`

const MOVED = 'e.place is distinct from e.place_before'
const LAW = 'e.status is distinct from e.status_before'
const SAME_CARER = `(select a.answers ->> 'carer' = b.answers ->> 'carer' from happening a, happening b
  where a.entry = e.place and b.entry = e.place_before)`

const episodes: View = {
  rows: `from (${CHANGES}) e join person p on p.subject = e.subject and p.merged is null`,
  fields: {
    clae_cla_episode_id: "e.care || '-' || e.day",
    clae_person_id: 'p.code',
    clae_cla_episode_start_date: 'e.day',
    clae_cla_episode_start_reason: `case when e.first then 'S' when ${LAW} and ${MOVED}
      then case when ${SAME_CARER} then 'U' else 'B' end
      when ${MOVED} then case when ${SAME_CARER} then 'T' else 'P' end else 'L' end`,
    clae_cla_primary_need_code: "e.facts ->> 'need'",
    clae_cla_episode_ceased_date: 'coalesce(e.next, e.ends)',
    clae_cla_episode_ceased_reason: `case when e.next is not null then 'X1'
      else nullif(e.facts ->> 'ceased', 'NK') end`,
    clae_cla_id: 'e.care',
    clae_referral_id: referralOn('e.starts'),
    clae_cla_placement_id: 'e.place',
    clae_entered_care_date: 'e.starts',
    clae_cla_last_iro_contact_date: `(select max(h.happened) from happening h where h.subject = e.subject
      and h.type = 'looked-after-review' and not h.withdrawn and h.happened >= e.starts
      and (e.ends is null or h.happened <= e.ends))`,
  },
}

const placements: View = {
  rows: spellsOf('placement', OPENER),
  fields: {
    clap_cla_placement_id: 's.opened_by',
    clap_cla_placement_start_date: 's.starts',
    clap_cla_placement_type: fact('type'),
    clap_cla_placement_urn: answer('urn', 'o'),
    clap_cla_id: careOn('s.starts'),
    clap_cla_placement_provider: fact('provider'),
    clap_cla_placement_postcode: postcode(fact('address')),
    clap_cla_placement_end_date: 's.ends',
    // The record has the reason with the placement that follows; the dataset with the one that ends.
    clap_cla_placement_change_reason: `(select nullif(n.answers ->> 'whyMoved', '') from happening n
      where n.entry = s.closed_by and n.type = 'placement')`,
    clap_person_id: 'p.code',
  },
}

const legal: View = {
  rows: spellsOf('legal-status'),
  fields: {
    lega_legal_status_id: 's.opened_by',
    lega_person_id: 'p.code',
    lega_legal_status: fact('status'),
    lega_legal_status_start_date: 's.starts',
    lega_legal_status_end_date: 's.ends',
  },
}

const reviews: View = {
  rows: entriesOf(['looked-after-review']),
  fields: {
    clar_cla_review_id: 'h.entry',
    clar_cla_id: careOn('h.happened'),
    clar_cla_review_due_date: `(select c.due from clock c where c.series = 'looked-after-review'
      and c.subject = h.subject and c.met_by = h.entry order by c.due desc limit 1)`,
    clar_cla_review_date: 'h.happened',
    // Only reviews that were held are recorded as reviews.
    clar_cla_review_cancelled: "'N'",
    clar_cla_review_participation: answer('participation'),
  },
}

const visits: View = {
  rows: `${entriesOf(['statutory-visit'])} and exists (select from spell n where n.subject = h.subject
    and n.kind = 'looked-after' and n.starts <= h.happened and (n.ends is null or n.ends >= h.happened))`,
  fields: {
    clav_cla_visit_id: 'h.entry',
    clav_cla_id: careOn('h.happened'),
    clav_person_id: 'p.code',
    clav_cla_visit_date: 'h.happened',
    clav_cla_visit_seen: flag("h.answers ->> 'seen' <> 'no'"),
    clav_cla_visit_seen_alone: yesNo("h.answers ->> 'seen' = 'alone'"),
  },
}

const permanence: View = {
  rows: `${entriesOf(['became-looked-after'])} and h.answers ->> 'permanence' <> ''`,
  fields: {
    lapp_table_id: 'h.entry',
    lapp_person_id: 'p.code',
    lapp_previous_permanence_order_date: answer('permanenceOn'),
    lapp_previous_permanence_option: answer('permanence'),
    lapp_previous_permanence_la: answer('permanenceBy'),
  },
}

export const careViews = {
  ssd_cla_episodes: episodes,
  ssd_cla_placement: placements,
  ssd_legal_status: legal,
  ssd_cla_reviews: reviews,
  ssd_cla_visits: visits,
  ssd_cla_previous_permanence: permanence,
} as const
