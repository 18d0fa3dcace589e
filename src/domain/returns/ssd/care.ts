import { date, float, type Objects, text, without } from './field.ts'

const WHY = {
  cla_care_plan: 'Permanence plans are written in words, without the codes of the dataset.',
} as const

/** Being looked after. */
export const careObjects = {
  ssd_cla_episodes: {
    clae_cla_episode_id: text,
    clae_person_id: text,
    clae_cla_episode_start_date: date,
    clae_cla_episode_start_reason: text,
    clae_cla_primary_need_code: text,
    clae_cla_episode_ceased_date: date,
    clae_cla_episode_ceased_reason: text,
    clae_cla_id: text,
    clae_referral_id: text,
    clae_cla_placement_id: text,
    clae_entered_care_date: date,
    clae_cla_last_iro_contact_date: date,
  },
  ssd_cla_placement: {
    clap_cla_placement_id: text,
    clap_cla_placement_start_date: date,
    clap_cla_placement_type: text,
    clap_cla_placement_urn: text,
    clap_cla_placement_distance: without(
      float,
      'Needs a file of postcodes, which the database does not hold.',
    ),
    clap_cla_id: text,
    clap_cla_placement_provider: text,
    clap_cla_placement_postcode: text,
    clap_cla_placement_end_date: date,
    clap_cla_placement_change_reason: text,
    clap_person_id: text,
  },
  ssd_legal_status: {
    lega_legal_status_id: text,
    lega_person_id: text,
    lega_legal_status: text,
    lega_legal_status_start_date: date,
    lega_legal_status_end_date: date,
  },
  ssd_cla_reviews: {
    clar_cla_review_id: text,
    clar_cla_id: text,
    clar_cla_review_due_date: date,
    clar_cla_review_date: date,
    clar_cla_review_cancelled: text,
    clar_cla_review_participation: text,
  },
  ssd_cla_visits: {
    clav_cla_visit_id: text,
    clav_cla_id: text,
    clav_person_id: text,
    clav_cla_visit_date: date,
    clav_cla_visit_seen: text,
    clav_cla_visit_seen_alone: text,
  },
  ssd_cla_previous_permanence: {
    lapp_table_id: text,
    lapp_person_id: text,
    lapp_previous_permanence_order_date: text,
    lapp_previous_permanence_option: text,
    lapp_previous_permanence_la: text,
  },
  ssd_cla_care_plan: {
    lacp_table_id: without(text, WHY.cla_care_plan),
    lacp_person_id: without(text, WHY.cla_care_plan),
    lacp_cla_care_plan_start_date: without(date, WHY.cla_care_plan),
    lacp_cla_care_plan_end_date: without(date, WHY.cla_care_plan),
    lacp_cla_care_plan_json: without(text, WHY.cla_care_plan),
  },
  ssd_cla_health: {
    clah_health_check_id: text,
    clah_person_id: text,
    clah_health_check_type: text,
    clah_health_check_date: date,
    clah_health_check_status: text,
  },
  ssd_cla_immunisations: {
    clai_person_id: text,
    clai_immunisations_status: text,
    clai_immunisations_status_date: date,
  },
  ssd_sdq_scores: {
    csdq_table_id: text,
    csdq_person_id: text,
    csdq_sdq_completed_date: date,
    csdq_sdq_reason: text,
    csdq_sdq_score: text,
  },
  ssd_cla_substance_misuse: {
    clas_substance_misuse_id: text,
    clas_person_id: text,
    clas_substance_misuse_date: date,
    clas_substance_misused: without(text, 'Which substance it is stands in words only.'),
    clas_intervention_received: text,
  },
  ssd_cla_convictions: {
    clac_cla_conviction_id: text,
    clac_person_id: text,
    clac_cla_conviction_date: date,
    clac_cla_conviction_offence: text,
  },
} as const satisfies Objects
