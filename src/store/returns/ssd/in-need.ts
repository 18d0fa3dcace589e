import {
  among,
  answer,
  entriesOf,
  flag,
  inWords,
  json,
  referralOn,
  spellsOf,
  staffCode,
  staffTeam,
  teamOn,
  type View,
  workerOn,
  yesNo,
} from './fragments.ts'

/** The assessment that a spell `s` ended with; none where the case was closed over it. */
const DONE = `left join entry g on g.id = s.closed_by and g.type = 'signature'
  left join happening f on f.entry = g.amends and f.type = 'assessment' and not f.withdrawn`
const outcome = answer('outcome', 'f')

const assessments: View = {
  rows: spellsOf('assessment', DONE),
  fields: {
    cina_assessment_id: 's.opened_by',
    cina_person_id: 'p.code',
    cina_referral_id: referralOn('s.starts'),
    cina_assessment_start_date: 's.starts',
    cina_assessment_child_seen: yesNo("f.answers ->> 'seen' in ('alone', 'with-others')"),
    cina_assessment_auth_date: 'case when f.entry is not null then s.ends end',
    cina_assessment_outcome_json: `case when f.entry is not null then ${json(
      [
        'NFA_FLAG',
        'NFA_S47_END_FLAG',
        'STRATEGY_DISCUSSION_FLAG',
        'CLA_REQUEST_FLAG',
        'PRIVATE_FOSTERING_FLAG',
        'LEGAL_ACTION_FLAG',
        'PROV_OF_SERVICES_FLAG',
        'PROV_OF_SB_CARE_FLAG',
        'SPECIALIST_ASSESSMENT_FLAG',
        'REFERRAL_TO_OTHER_AGENCY_FLAG',
        'OTHER_ACTIONS_FLAG',
        'OTHER_OUTCOMES_EXIST_FLAG',
        'TOTAL_NO_OF_OUTCOMES',
        'COMMENTS',
      ],
      {
        NFA_FLAG: among(outcome, 'close'),
        STRATEGY_DISCUSSION_FLAG: among(outcome, 'protect'),
        CLA_REQUEST_FLAG: among(outcome, 'care'),
        PROV_OF_SERVICES_FLAG: among(outcome, 'child-in-need'),
        REFERRAL_TO_OTHER_AGENCY_FLAG: among(outcome, 'early-help'),
        OTHER_ACTIONS_FLAG: among(outcome, 'core'),
        TOTAL_NO_OF_OUTCOMES: `case when ${outcome} is null then 0 else 1 end`,
      },
    )} end`,
    cina_assessment_outcome_nfa: yesNo(`${outcome} = 'close'`),
    cina_assessment_team: staffTeam('f.author'),
    cina_assessment_worker_id: staffCode('f.author'),
  },
}

const factors: View = {
  rows: `${spellsOf('assessment', DONE)} and jsonb_typeof(f.answers -> 'factors') = 'array'`,
  fields: {
    cinf_table_id: "s.opened_by || '-factors'",
    cinf_assessment_id: 's.opened_by',
    cinf_assessment_factors_json: "f.answers -> 'factors'",
  },
}

const plans: View = {
  rows: spellsOf('need-plan'),
  fields: {
    cinp_cin_plan_id: 's.opened_by',
    cinp_referral_id: referralOn('s.starts'),
    cinp_person_id: 'p.code',
    cinp_cin_plan_start_date: 's.starts',
    cinp_cin_plan_end_date: 's.ends',
    cinp_cin_plan_team: teamOn('s.starts'),
    cinp_cin_plan_worker_id: workerOn('s.starts'),
  },
}

/** Visits to a child who is in need and neither looked after nor protected: those have lists of their own. */
const visits: View = {
  rows: `${entriesOf(['statutory-visit', 'case-note'])}
    and (h.type = 'statutory-visit' or h.answers ->> 'what' = 'seen')
    and exists (select from spell n where n.subject = h.subject and n.kind = 'in-need'
      and n.starts <= h.happened and (n.ends is null or n.ends > h.happened))
    and not exists (select from spell n where n.subject = h.subject and n.kind in ('looked-after', 'protection-plan')
      and n.starts <= h.happened and (n.ends is null or n.ends > h.happened))`,
  fields: {
    cinv_cin_visit_id: 'h.entry',
    cinv_person_id: 'p.code',
    cinv_cin_visit_date: 'h.happened',
    cinv_cin_visit_seen: flag("h.type = 'case-note' or h.answers ->> 'seen' <> 'no'"),
    cinv_cin_visit_seen_alone: yesNo("h.answers ->> 'seen' = 'alone'"),
  },
}

const preProceedings: View = {
  rows: entriesOf(['pre-proceedings']),
  fields: {
    prep_table_id: 'h.entry',
    prep_person_id: 'p.code',
    prep_pre_pro_decision_date: answer('from'),
    prep_initial_pre_pro_meeting_date: answer('firstMeeting'),
    prep_pre_pro_outcome: inWords(answer('outcome'), {
      court: 'Decision to Issue Care Proceedings',
      down: 'Decision to step down',
    }),
    prep_agree_stepdown_issue_date: answer('decidedOn'),
    prep_cp_plans_referral_period: `(select count(*) from spell c where c.kind = 'protection-plan'
      and c.subject = p.subject and c.starts >= (select max(n.starts) from spell n where n.kind = 'in-need'
        and n.subject = p.subject and n.starts <= h.happened))`,
    prep_prev_pre_proc_child: `(select count(*) from happening b where b.type = 'pre-proceedings' and not b.withdrawn
      and b.subject = p.subject and b.happened < h.happened)`,
    prep_pre_pro_letter_date: answer('letterSent'),
    prep_care_pro_letter_date: answer('courtLetter'),
    prep_pre_pro_meetings_num: answer('reviews'),
  },
}

export const inNeedViews = {
  ssd_cin_assessments: assessments,
  ssd_assessment_factors: factors,
  ssd_cin_plans: plans,
  ssd_cin_visits: visits,
  ssd_pre_proceedings: preProceedings,
} as const
