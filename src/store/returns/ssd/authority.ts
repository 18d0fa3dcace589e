import { roles } from '../../../domain/access/roles.ts'
import { answer, fact, inWords, OPENER, referralOn, spellsOf, type View, yesNo } from './fragments.ts'

/** The 30 September before today. */
const CENSUS = `(select case when make_date(y, 9, 30) < current_date then make_date(y, 9, 30)
  else make_date(y - 1, 9, 30) end from (select extract(year from current_date)::integer as y) t)`

const professionals: View = {
  rows: `from staff t join subject w on w.id = t.subject left join lateral (select l.answers from happening l
    where l.subject = t.subject and l.type = 'staff-details' and not l.withdrawn
    order by l.happened desc, l.seq desc limit 1) d on true
    where t.role not in ('foster-carer', 'young-person')`,
  fields: {
    prof_professional_id: 'w.code',
    prof_staff_id: 'w.code',
    prof_professional_name: 't.name',
    prof_social_worker_registration_no: answer('registration', 'd'),
    prof_professional_job_title: inWords('t.role', roles),
    prof_professional_caseload: `(select count(*) from spell a join person p on p.subject = a.subject and p.merged is null
      where a.kind = 'allocation' and a.key = 'worker' and a.facts ->> 'worker' = t.subject::text
      and a.starts <= ${CENSUS} and (a.ends is null or a.ends > ${CENSUS}))`,
    prof_professional_department: 't.team',
    prof_full_time_equivalency: 't.share / 100.0',
    prof_agency_worker_flag: yesNo('t.agency'),
  },
}

/** Teams have no number of their own here: their names are told apart. */
const departments: View = {
  rows: `from (select t.team from staff t where t.team <> ''
    union select a.facts ->> 'team' from spell a where a.kind = 'allocation' and a.facts ->> 'team' <> '') d`,
  fields: { dept_team_id: 'd.team', dept_team_name: 'd.team' },
}

const involvements: View = {
  rows: spellsOf('allocation', `${OPENER} left join subject w on w.id::text = s.facts ->> 'worker'`),
  fields: {
    invo_involvements_id: 's.opened_by',
    invo_professional_id: 'w.code',
    invo_professional_role_id: inWords('s.key', {
      worker: 'Allocated Case Worker',
      reviewing: 'Independent Reviewing Officer',
    }),
    invo_professional_team: fact('team'),
    invo_involvement_start_date: 's.starts',
    invo_involvement_end_date: 's.ends',
    invo_worker_change_reason: answer('change', 'o'),
    invo_person_id: 'p.code',
    invo_referral_id: referralOn('s.starts'),
  },
}

/** What the Department’s daily feed holds of each child: see `src/store/returns/daily`. */
const staging: View = {
  rows: 'from daily_feed f',
  fields: {
    id: 'f.subject',
    person_id: 'f.code',
    json_payload: 'f.held',
    current_hash: "decode(coalesce(f.refused_hash, f.hash), 'hex')",
    previous_hash: "decode(f.hash, 'hex')",
    submission_status: "case when f.refused is not null then 'Error' else 'Sent' end",
    submission_timestamp: 'f.sent',
    api_response: 'coalesce(f.refused::text, f.receipt)',
    row_state: `case when f.hash is null and f.refused is null then 'Deleted' when f.refused is null then 'Unchanged'
      when f.hash is null then 'New' else 'Updated' end`,
    last_updated: 'f.tried',
  },
}

/** Raised when the views change, with what it means for those who use them. */
const version: View = {
  rows: '',
  fields: {
    version_number: "'1'",
    description: "'Views over the record of Golden Thread, made when the schema was'",
    is_current: 'true',
  },
}

export const authorityViews = {
  ssd_professionals: professionals,
  ssd_department: departments,
  ssd_involvements: involvements,
  ssd_api_data_staging: staging,
  ssd_version_log: version,
} as const
