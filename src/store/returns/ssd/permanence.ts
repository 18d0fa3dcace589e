import { answer, teamOn, type View, workerOn, yesNo } from './fragments.ts'

/** The last entry of a type within a period of care `s`, as `alias`. */
const within = (type: string, alias: string): string =>
  `left join lateral (select l.* from happening l where l.subject = s.subject and l.type = '${type}' and not l.withdrawn
    and l.happened >= s.starts and (s.ends is null or l.happened <= s.ends)
    order by l.happened desc, l.seq desc limit 1) ${alias} on true`

/** The first spell of a kind, with one of these codes, within a period of care. */
const first = (kind: string, name: string, codes: readonly string[], what: string): string =>
  `(select ${what} from spell b left join happening e on e.entry = b.opened_by where b.kind = '${kind}'
    and b.subject = s.subject and b.starts >= s.starts and (s.ends is null or b.starts <= s.ends)
    and b.facts ->> '${name}' in (${codes.map(c => `'${c}'`).join(', ')}) order by b.starts limit 1)`

const ADOPTIVE = ['A3', 'A4', 'A5', 'A6']
const EARLY = ['U2', 'U5']
const ORDER = `case when s.facts ->> 'ceased' in ('E11', 'E12') then 'Adoption'
  when s.facts ->> 'ceased' in ('E45', 'E46', 'E47', 'E48') then 'Special Guardianship'
  when s.facts ->> 'ceased' = 'E41' then 'Child Arrangements Order/ Residence Order' end`

/** Periods of care in which permanence was decided, prepared or reached. */
const permanence: View = {
  rows: `from spell s join person p on p.subject = s.subject and p.merged is null
    ${within('adoption-decision', 'd')} ${within('adoption-decision-ended', 'r')} ${within('adoption-match', 'm')}
    where s.kind = 'looked-after' and (d.entry is not null or m.entry is not null or ${ORDER} is not null
      or ${first('placement', 'type', [...ADOPTIVE, ...EARLY], 'b.starts')} is not null)`,
  fields: {
    perm_table_id: 's.opened_by',
    perm_person_id: 'p.code',
    perm_cla_id: 's.opened_by',
    perm_adm_decision_date: 'd.happened',
    perm_placement_order_date: first('legal-status', 'status', ['D1', 'E1'], 'b.starts'),
    perm_placed_for_adoption_date: first('placement', 'type', ADOPTIVE, 'b.starts'),
    perm_matched_date: 'm.happened',
    perm_adopted_by_carer_flag: yesNo("m.answers ->> 'carers' = 'true'"),
    perm_placed_ffa_cp_date: first('placement', 'type', EARLY, 'b.starts'),
    perm_decision_reversed_date:
      'case when d.happened is null or r.happened >= d.happened then r.happened end',
    perm_placement_provider_urn: first('placement', 'type', ADOPTIVE, answer('urn', 'e')),
    perm_decision_reversed_reason: `case when d.happened is null or r.happened >= d.happened then ${answer('reason', 'r')} end`,
    perm_permanence_order_date: `case when ${ORDER} is not null then s.ends end`,
    perm_permanence_order_type: ORDER,
    perm_adopter_sex: answer('adopters', 'm'),
    perm_adopter_legal_status: answer('status', 'm'),
    perm_number_of_adopters: `case when ${answer('adopters', 'm')} in ('M1', 'F1') then '1'
      when m.entry is not null then '2' end`,
  },
}

/** The last contact with each care leaver. */
const leavers: View = {
  rows: `from (select distinct on (h.subject) h.* from happening h where h.type = 'care-leaver-contact'
    and not h.withdrawn order by h.subject, h.happened desc, h.seq desc) h
    join person p on p.subject = h.subject and p.merged is null`,
  fields: {
    clea_table_id: 'h.entry',
    clea_person_id: 'p.code',
    clea_care_leaver_in_touch: answer('touch'),
    clea_care_leaver_latest_contact: "case when h.answers ->> 'touch' = 'YES' then h.happened end",
    clea_care_leaver_accommodation: `case when ${answer('home')} = '0' then '0' else ${answer('home')}
      || case h.answers ->> 'suitable' when 'true' then '1' when 'false' then '2' else '' end end`,
    clea_care_leaver_accom_suitable: yesNo("h.answers ->> 'suitable' = 'true'"),
    clea_care_leaver_activity: answer('activity'),
    clea_care_leaver_allocated_team: teamOn('h.happened'),
    clea_care_leaver_worker_id: workerOn('h.happened'),
  },
}

export const permanenceViews = { ssd_permanence: permanence, ssd_care_leavers: leavers } as const
