import { bytes, date, flag, float, moment, type Objects, text, whole, without } from './field.ts'

const WHY = {
  s251_finance: 'Placements have no costs here; the dataset has not yet said which it wants.',
} as const

/** The council: who works here, and what was sent. */
export const authorityObjects = {
  ssd_professionals: {
    prof_professional_id: text,
    prof_staff_id: text,
    prof_professional_name: text,
    prof_social_worker_registration_no: text,
    prof_professional_job_title: text,
    prof_professional_caseload: whole,
    prof_professional_department: text,
    prof_full_time_equivalency: float,
    prof_agency_worker_flag: text,
  },
  ssd_department: {
    dept_team_id: text,
    dept_team_name: text,
    dept_team_parent_id: without(text, 'Teams stand side by side.'),
    dept_team_parent_name: without(text, 'Teams stand side by side.'),
  },
  ssd_involvements: {
    invo_involvements_id: text,
    invo_professional_id: text,
    invo_professional_role_id: text,
    invo_professional_team: text,
    invo_involvement_start_date: date,
    invo_involvement_end_date: date,
    invo_worker_change_reason: text,
    invo_person_id: text,
    invo_referral_id: text,
  },
  ssd_s251_finance: {
    s251_table_id: without(text, WHY.s251_finance),
    s251_cla_placement_id: without(text, WHY.s251_finance),
    s251_placeholder_1: without(text, WHY.s251_finance),
    s251_placeholder_2: without(text, WHY.s251_finance),
    s251_placeholder_3: without(text, WHY.s251_finance),
    s251_placeholder_4: without(text, WHY.s251_finance),
  },
  ssd_api_data_staging: {
    id: text,
    person_id: text,
    json_payload: text,
    current_hash: bytes,
    previous_hash: bytes,
    submission_status: text,
    submission_timestamp: moment,
    api_response: text,
    row_state: text,
    last_updated: moment,
  },
  ssd_version_log: {
    version_number: text,
    release_date: without(moment, 'The views are not released by themselves.'),
    description: text,
    is_current: flag,
    created_at: without(moment, 'PostgreSQL does not keep when a view was made.'),
    created_by: without(text, 'PostgreSQL does not keep who made a view.'),
    impact_description: without(text, 'There is no earlier version.'),
  },
} as const satisfies Objects
