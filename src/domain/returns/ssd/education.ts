import { date, type Objects, text, without } from './field.ts'

const WHY = {
  sen_need: 'Special educational needs are kept by the education service.',
  ehcp_requests: 'Education, health and care plans are kept by the education service.',
  ehcp_assessment: 'Education, health and care plans are kept by the education service.',
  ehcp_named_plan: 'Education, health and care plans are kept by the education service.',
  ehcp_active_plans: 'Education, health and care plans are kept by the education service.',
} as const

/** Special educational needs. */
export const educationObjects = {
  ssd_send: {
    send_table_id: text,
    send_upn: text,
    send_uln: without(text, 'Not recorded.'),
    send_upn_unknown: text,
    send_person_id: text,
  },
  ssd_sen_need: {
    senn_table_id: without(text, WHY.sen_need),
    senn_active_ehcp_id: without(text, WHY.sen_need),
    senn_active_ehcp_need_type: without(text, WHY.sen_need),
    senn_active_ehcp_need_rank: without(text, WHY.sen_need),
  },
  ssd_ehcp_requests: {
    ehcr_ehcp_request_id: without(text, WHY.ehcp_requests),
    ehcr_send_table_id: without(text, WHY.ehcp_requests),
    ehcr_ehcp_req_date: without(date, WHY.ehcp_requests),
    ehcr_ehcp_req_outcome_date: without(date, WHY.ehcp_requests),
    ehcr_ehcp_req_outcome: without(text, WHY.ehcp_requests),
  },
  ssd_ehcp_assessment: {
    ehca_ehcp_assessment_id: without(text, WHY.ehcp_assessment),
    ehca_ehcp_request_id: without(text, WHY.ehcp_assessment),
    ehca_ehcp_assessment_outcome_date: without(date, WHY.ehcp_assessment),
    ehca_ehcp_assessment_outcome: without(text, WHY.ehcp_assessment),
    ehca_ehcp_assessment_exceptions: without(text, WHY.ehcp_assessment),
  },
  ssd_ehcp_named_plan: {
    ehcn_named_plan_id: without(text, WHY.ehcp_named_plan),
    ehcn_ehcp_asmt_id: without(text, WHY.ehcp_named_plan),
    ehcn_named_plan_start_date: without(date, WHY.ehcp_named_plan),
    ehcn_named_plan_ceased_date: without(date, WHY.ehcp_named_plan),
    ehcn_named_plan_ceased_reason: without(text, WHY.ehcp_named_plan),
  },
  ssd_ehcp_active_plans: {
    ehcp_active_ehcp_id: without(text, WHY.ehcp_active_plans),
    ehcp_ehcp_request_id: without(text, WHY.ehcp_active_plans),
    ehcp_active_ehcp_last_review_date: without(date, WHY.ehcp_active_plans),
  },
} as const satisfies Objects
