import {
  CLOSER,
  entriesOf,
  fact,
  flag,
  inWords,
  json,
  planOn,
  referralOn,
  spellsOf,
  staffCode,
  staffTeam,
  type View,
  yesNo,
} from './fragments.ts'

/** The words of the dataset for the categories of abuse. */
const categories = {
  NEG: 'Neglect',
  PHY: 'Physical abuse',
  SAB: 'Sexual abuse',
  EMO: 'Emotional abuse',
  MUL: 'Multiple',
} as const

const outcome = fact('outcome')

const enquiries: View = {
  rows: spellsOf('enquiry', CLOSER),
  fields: {
    s47e_s47_enquiry_id: 's.opened_by',
    s47e_referral_id: referralOn('s.starts'),
    s47e_person_id: 'p.code',
    s47e_s47_start_date: 's.starts',
    s47e_s47_end_date: 's.ends',
    s47e_s47_nfa: yesNo(`${outcome} = 'unfounded'`),
    s47e_s47_outcome_json: `case when ${outcome} is not null then ${json(
      [
        'NFA_FLAG',
        'LEGAL_ACTION_FLAG',
        'PROV_OF_SERVICES_FLAG',
        'PROV_OF_SB_CARE_FLAG',
        'CP_CONFERENCE_FLAG',
        'NFA_CONTINUE_SINGLE_FLAG',
        'MONITOR_FLAG',
        'OTHER_OUTCOMES_EXIST_FLAG',
        'TOTAL_NO_OF_OUTCOMES',
        'OUTCOME_COMMENTS',
      ],
      {
        NFA_FLAG: flag(`${outcome} = 'unfounded'`),
        CP_CONFERENCE_FLAG: flag(`${outcome} = 'conference'`),
        OTHER_OUTCOMES_EXIST_FLAG: flag(`${outcome} = 'no-conference'`),
        TOTAL_NO_OF_OUTCOMES: '1',
      },
    )} end`,
    s47e_s47_completed_by_worker_id: staffCode('x.author'),
    s47e_s47_completed_by_team: staffTeam('x.author'),
  },
}

const plans: View = {
  rows: spellsOf('protection-plan'),
  fields: {
    cppl_cp_plan_id: 's.opened_by',
    cppl_referral_id: referralOn('s.starts'),
    cppl_icpc_id: 's.opened_by',
    cppl_person_id: 'p.code',
    cppl_cp_plan_start_date: 's.starts',
    cppl_cp_plan_end_date: 's.ends',
    cppl_cp_plan_initial_category: inWords(fact('category'), categories),
    cppl_cp_plan_latest_category: inWords(
      `coalesce((select h.answers ->> 'category' from happening h where h.subject = s.subject and not h.withdrawn
        and h.type = 'protection-review' and h.answers ->> 'category' <> '' and h.happened >= s.starts
        and (s.ends is null or h.happened <= s.ends) order by h.happened desc, h.seq desc limit 1), ${fact('category')})`,
      categories,
    ),
  },
}

const visits: View = {
  rows: `${entriesOf(['statutory-visit'])} and exists (select from spell n where n.subject = h.subject
    and n.kind = 'protection-plan' and n.starts <= h.happened and (n.ends is null or n.ends >= h.happened))`,
  fields: {
    cppv_cp_visit_id: 'h.entry',
    cppv_person_id: 'p.code',
    cppv_cp_plan_id: planOn('h.happened'),
    cppv_cp_visit_date: 'h.happened',
    cppv_cp_visit_seen: flag("h.answers ->> 'seen' <> 'no'"),
    cppv_cp_visit_seen_alone: yesNo("h.answers ->> 'seen' = 'alone'"),
  },
}

const reviews: View = {
  rows: entriesOf(['protection-review']),
  fields: {
    cppr_cp_review_id: 'h.entry',
    cppr_person_id: 'p.code',
    cppr_cp_plan_id: planOn('h.happened'),
    cppr_cp_review_due: `(select c.due from clock c where c.series = 'protection-review' and c.subject = h.subject
      and c.met_by = h.entry order by c.due desc limit 1)`,
    cppr_cp_review_date: 'h.happened',
    cppr_cp_review_outcome_continue_cp: yesNo("h.answers ->> 'keepsPlan' = 'true'"),
    cppr_cp_review_participation: `(select string_agg(${inWords('w.how', {
      attended: 'Attended',
      advocate: 'Represented by an advocate',
      views: 'Sent views',
      young: 'Too young',
    })}, '; ') from jsonb_array_elements_text(case when jsonb_typeof(h.answers -> 'childTookPart') = 'array'
      then h.answers -> 'childTookPart' else '[]' end) w(how))`,
  },
}

export const protectionViews = {
  ssd_s47_enquiry: enquiries,
  ssd_cp_plans: plans,
  ssd_cp_visits: visits,
  ssd_cp_reviews: reviews,
} as const
