import { entriesOf, flag, json, referralOn, staffCode, staffTeam, type View } from './fragments.ts'
import { workingDaysAfter } from './working-days.ts'

const MADE = "h.type = 'protection-plan-started'"

/** The strategy discussion from which the enquiry came. */
const ENQUIRY_DAY = `(select q.starts from spell q where q.kind = 'enquiry' and q.subject = h.subject
  and q.starts <= h.happened order by q.starts desc limit 1)`

const conferences: View = {
  rows: entriesOf(['protection-plan-started', 'conference-without-plan']),
  fields: {
    icpc_icpc_id: 'h.entry',
    icpc_s47_enquiry_id: `(select q.opened_by::text from spell q where q.kind = 'enquiry' and q.subject = h.subject
      and q.starts <= h.happened order by q.starts desc limit 1)`,
    icpc_person_id: 'p.code',
    icpc_cp_plan_id: `case when ${MADE} then h.entry end`,
    icpc_referral_id: referralOn('h.happened'),
    icpc_icpc_target_date: workingDaysAfter(ENQUIRY_DAY, 15),
    icpc_icpc_date: 'h.happened',
    icpc_icpc_outcome_cp_flag: flag(MADE),
    icpc_icpc_outcome_json: json(
      [
        'NFA_FLAG',
        'REFERRAL_TO_OTHER_AGENCY_FLAG',
        'SINGLE_ASSESSMENT_FLAG',
        'PROV_OF_SERVICES_FLAG',
        'CP_FLAG',
        'OTHER_OUTCOMES_EXIST_FLAG',
        'TOTAL_NO_OF_OUTCOMES',
        'COMMENTS',
      ],
      { CP_FLAG: flag(MADE), TOTAL_NO_OF_OUTCOMES: `case when ${MADE} then 1 else 0 end` },
    ),
    icpc_icpc_team: staffTeam('h.author'),
    icpc_icpc_worker_id: staffCode('h.author'),
  },
}

export const conferenceViews = { ssd_initial_cp_conference: conferences } as const
