import { date, type Objects, text, without } from './field.ts'

const WHY = {
  family: 'Families have no file of their own: who is whose brother or sister stands with each child.',
} as const

/** Who people are and where they live. */
export const personObjects = {
  ssd_person: {
    pers_person_id: text,
    pers_forename: text,
    pers_surname: text,
    pers_sex: text,
    pers_gender: without(text, 'Not asked: sex is.'),
    pers_ethnicity: text,
    pers_dob: date,
    pers_common_child_id: text,
    pers_legacy_id: without(text, 'Earlier numbers stand in ssd_linked_identifiers.'),
    pers_upn_unknown: text,
    pers_send_flag: without(text, 'Education, health and care plans are kept by the education service.'),
    pers_expected_dob: date,
    pers_death_date: date,
    pers_is_mother: text,
    pers_nationality: without(text, 'Not recorded.'),
  },
  ssd_family: {
    fami_table_id: without(text, WHY.family),
    fami_family_id: without(text, WHY.family),
    fami_person_id: without(text, WHY.family),
  },
  ssd_address: {
    addr_table_id: text,
    addr_address_json: text,
    addr_person_id: text,
    addr_address_type: text,
    addr_address_start_date: date,
    addr_address_end_date: date,
    addr_address_postcode: text,
  },
  ssd_disability: {
    disa_person_id: text,
    disa_table_id: text,
    disa_disability_code: text,
  },
  ssd_immigration_status: {
    immi_person_id: text,
    immi_immigration_status_id: text,
    immi_immigration_status: text,
    immi_immigration_status_start_date: date,
    immi_immigration_status_end_date: date,
  },
  ssd_mother: {
    moth_table_id: text,
    moth_person_id: text,
    moth_childs_person_id: text,
    moth_childs_dob: date,
  },
  ssd_linked_identifiers: {
    link_table_id: text,
    link_person_id: text,
    link_identifier_type: text,
    link_identifier_value: text,
    link_valid_from_date: date,
    link_valid_to_date: date,
  },
  ssd_missing: {
    miss_table_id: text,
    miss_person_id: text,
    miss_missing_episode_start_date: date,
    miss_missing_episode_type: text,
    miss_missing_episode_end_date: date,
    miss_missing_rhi_offered: text,
    miss_missing_rhi_accepted: text,
  },
} as const satisfies Objects
