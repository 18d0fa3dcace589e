import { date, type Objects, text, whole, without } from './field.ts'

const WHY = {
  voice_of_child: 'The questionnaire is not asked here: what a child says stands in their own words.',
} as const

/** Permanence, and leaving care. */
export const leavingObjects = {
  ssd_permanence: {
    perm_table_id: text,
    perm_person_id: text,
    perm_cla_id: text,
    perm_adm_decision_date: date,
    perm_ffa_cp_decision_date: without(date, 'The decision for early permanence is not recorded by itself.'),
    perm_placement_order_date: date,
    perm_placed_for_adoption_date: date,
    perm_matched_date: date,
    perm_adopted_by_carer_flag: text,
    perm_placed_ffa_cp_date: date,
    perm_decision_reversed_date: date,
    perm_placed_foster_carer_date: without(
      date,
      'Which placement was with the later adopters is not recorded.',
    ),
    perm_part_of_sibling_group: without(text, 'Plans for brothers and sisters stand in words only.'),
    perm_siblings_placed_together: without(whole, 'Plans for brothers and sisters stand in words only.'),
    perm_siblings_placed_apart: without(whole, 'Plans for brothers and sisters stand in words only.'),
    perm_placement_provider_urn: text,
    perm_decision_reversed_reason: text,
    perm_permanence_order_date: date,
    perm_permanence_order_type: text,
    perm_adoption_worker_id: without(text, 'Adoption workers are not allocated by themselves.'),
    perm_adopter_sex: text,
    perm_adopter_legal_status: text,
    perm_number_of_adopters: text,
  },
  ssd_care_leavers: {
    clea_table_id: text,
    clea_person_id: text,
    clea_care_leaver_eligibility: without(text, 'Eligibility is not recorded.'),
    clea_care_leaver_in_touch: text,
    clea_care_leaver_latest_contact: date,
    clea_care_leaver_accommodation: text,
    clea_care_leaver_accom_suitable: text,
    clea_care_leaver_activity: text,
    clea_pathway_plan_review_date: without(date, 'Pathway plans are not recorded by themselves.'),
    clea_care_leaver_personal_advisor: without(text, 'Personal advisers are not allocated by themselves.'),
    clea_care_leaver_allocated_team: text,
    clea_care_leaver_worker_id: text,
  },
  ssd_voice_of_child: {
    voch_table_id: without(text, WHY.voice_of_child),
    voch_person_id: without(text, WHY.voice_of_child),
    voch_explained_worries: without(text, WHY.voice_of_child),
    voch_story_help_understand: without(text, WHY.voice_of_child),
    voch_agree_worker: without(text, WHY.voice_of_child),
    voch_plan_safe: without(text, WHY.voice_of_child),
    voch_tablet_help_explain: without(text, WHY.voice_of_child),
  },
} as const satisfies Objects
