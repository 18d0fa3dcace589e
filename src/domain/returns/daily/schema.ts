import {
  ethnicities,
  placementChangeReasons,
  placementTypes,
  referralSources,
  sexes,
} from '../../records/codes.ts'
import { leaverActivities } from '../../records/codes-care.ts'
import { assessmentFactors } from '../../records/codes-factors.ts'
import { closureReasons } from '../../records/codes-front-door.ts'
import { endReasons, newEpisodeReasons } from '../ssda903/codes.ts'
import { disabilities, homes, upnReasons } from './codes.ts'
import { block, type Codes, day, flag, listed, many, purgeable, text, whole } from './shape.ts'

const upn = (says: string) => text(says, { least: 13, most: 13 })
const coded = (says: string, most: number, codes: Codes) => text(says, { most, codes })

const childDetails = block('Who the child is', {
  unique_pupil_number: upn('Unique pupil number'),
  former_unique_pupil_number: upn('Earlier pupil number'),
  unique_pupil_number_unknown_reason: coded('Why there is no pupil number', 4, upnReasons),
  first_name: text('Given names'),
  surname: text('Family name'),
  date_of_birth: day('Born'),
  expected_date_of_birth: day('Expected birth'),
  sex: coded('Sex', 1, sexes),
  ethnicity: coded('Ethnicity', 4, ethnicities),
  disabilities: many('Disabilities', 12, coded('Disability', 4, disabilities)),
  postcode: text('Home postcode', { most: 8 }),
  uasc_flag: flag('Unaccompanied and seeking asylum'),
  uasc_end_date: day('No longer so, from'),
})

const health = block('Health and wellbeing', {
  sdq_assessments: listed(
    'Strengths and difficulties questionnaires',
    { date: day('Completed'), score: whole('Score') },
    'Questionnaire',
  ),
})

const placements = purgeable(
  'Times in care',
  'child_looked_after_placement_id',
  {
    start_date: day('From'),
    start_reason: coded('Why it began', 1, newEpisodeReasons),
    placement_type: coded('Placement', 3, placementTypes),
    postcode: text('Postcode of the placement', { most: 8 }),
    end_date: day('To'),
    end_reason: coded('Why it ended', 3, endReasons),
    change_reason: coded('Why the child moved', 6, placementChangeReasons),
  },
  'Time in care',
)

const episodes = purgeable(
  'Social care episodes',
  'social_care_episode_id',
  {
    referral_date: day('Referred'),
    referral_source: coded('By', 2, referralSources),
    referral_no_further_action_flag: flag('Ended with no further action'),
    closure_date: day('Closed'),
    closure_reason: coded('Why it was closed', 3, closureReasons),
    care_worker_details: listed(
      'Social workers',
      {
        worker_id: text('Social worker', { pattern: /^[A-Za-z0-9_-]*$/, most: 12 }),
        start_date: day('From'),
        end_date: day('To'),
      },
      'Social worker',
    ),
    child_and_family_assessments: purgeable(
      'Assessments',
      'child_and_family_assessment_id',
      {
        start_date: day('Begun'),
        authorisation_date: day('Authorised'),
        factors: many('Factors found', 41, coded('Factor', 3, assessmentFactors)),
      },
      'Assessment',
    ),
    child_in_need_plans: purgeable(
      'Child in need plans',
      'child_in_need_plan_id',
      { start_date: day('From'), end_date: day('To') },
      'Child in need plan',
    ),
    section_47_assessments: purgeable(
      'Section 47 enquiries',
      'section_47_assessment_id',
      {
        start_date: day('Begun'),
        icpc_required_flag: flag('Conference needed'),
        icpc_date: day('Conference'),
        end_date: day('Ended'),
      },
      'Section 47 enquiry',
    ),
    child_protection_plans: purgeable(
      'Child protection plans',
      'child_protection_plan_id',
      { start_date: day('From'), end_date: day('To') },
      'Child protection plan',
    ),
    child_looked_after_placements: placements,
    adoption: block('Adoption', {
      initial_decision_date: day('Decided that the child should be placed'),
      matched_date: day('Matched'),
      placed_date: day('Placed'),
    }),
    care_leavers: block('Care leaver', {
      contact_date: day('Last in touch'),
      activity: coded('Does', 2, leaverActivities),
      accommodation: coded('Lives', 1, homes),
    }),
  },
  'Social care episode',
)

/** The most children that one request may carry. */
export const MOST_CHILDREN = 100

/**
 * What the Department takes of one child: its schema for the daily feed, version 1.0.1, with the national codes that
 * the schema leaves open. Nothing else may be sent.
 */
export const childSchema = block(
  'Child',
  {
    la_child_id: text('Child ID', { pattern: /^[A-Za-z0-9]+$/, most: 20 }),
    mis_child_id: text('Our own number of the file', { pattern: /^[A-Za-z0-9_-]*$/, most: 36 }),
    child_details: childDetails,
    health_and_wellbeing: health,
    social_care_episodes: episodes,
  },
  ['la_child_id'],
)
