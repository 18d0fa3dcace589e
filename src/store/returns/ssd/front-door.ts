import { referralSources } from '../../../domain/records/codes.ts'
import {
  among,
  answer,
  entriesOf,
  fact,
  inWords,
  json,
  spellsOf,
  staffCode,
  staffTeam,
  type View,
  yesNo,
} from './fragments.ts'

const contact = answer('outcome')
const contacts: View = {
  rows: entriesOf(['contact']),
  fields: {
    cont_contact_id: 'h.entry',
    cont_person_id: 'p.code',
    cont_contact_date: 'h.happened',
    cont_contact_source_code: answer('source'),
    cont_contact_source_desc: inWords(answer('source'), referralSources),
    cont_contact_outcome_json: json(
      [
        'NEW_REFERRAL_FLAG',
        'EXISTING_REFERRAL_FLAG',
        'CP_ENQUIRY_FLAG',
        'NFA_FLAG',
        'NON_AGENCY_ADOPTION_FLAG',
        'PRIVATE_FOSTERING_FLAG',
        'ADVICE_FLAG',
        'MISSING_FLAG',
        'OLA_CP_FLAG',
        'OTHER_OUTCOMES_EXIST_FLAG',
      ],
      {
        NEW_REFERRAL_FLAG: among(contact, 'assess', 'protect'),
        EXISTING_REFERRAL_FLAG: among(contact, 'open-case'),
        CP_ENQUIRY_FLAG: among(contact, 'protect'),
        NFA_FLAG: among(contact, 'nfa'),
        ADVICE_FLAG: among(contact, 'advice'),
        OTHER_OUTCOMES_EXIST_FLAG: among(contact, 'early-help', 'elsewhere'),
      },
    ),
  },
}

const earlyHelp: View = {
  rows: spellsOf('early-help'),
  fields: {
    earl_episode_id: 's.opened_by',
    earl_person_id: 'p.code',
    earl_episode_start_date: 's.starts',
    earl_episode_end_date: 's.ends',
    earl_episode_end_reason: inWords(fact('step'), {
      up: 'Step-up',
      end: 'Outcomes met',
      refused: 'Family declined',
      moved: 'Moved away',
    }),
    earl_episode_organisation: fact('agency'),
  },
}

/** Cases, with the referrals that opened them; and referrals that opened none, but for those made while a case was open. */
const EPISODES = `from (
    select coalesce(r.opened_by, n.opened_by) as id, n.subject, n.starts, n.ends, r.facts ->> 'source' as source,
      r.facts ->> 'decision' as decision, n.facts ->> 'reason' as reason, coalesce(r.closed_by, n.opened_by) as decided
    from spell n left join spell r on r.kind = 'referral' and r.subject = n.subject and r.closed_by = n.opened_by
    where n.kind = 'in-need'
    union all
    select r.opened_by, r.subject, r.starts, null, r.facts ->> 'source', r.facts ->> 'decision', null, r.closed_by
    from spell r where r.kind = 'referral' and not exists (select from spell n where n.kind = 'in-need'
      and n.subject = r.subject and (n.opened_by = r.closed_by
        or n.starts <= r.starts and (n.ends is null or n.ends >= r.starts)))
  ) e join person p on p.subject = e.subject and p.merged is null left join happening o on o.entry = e.decided`

const episodes: View = {
  rows: EPISODES,
  fields: {
    cine_referral_id: 'e.id',
    cine_person_id: 'p.code',
    cine_referral_date: 'e.starts',
    cine_cin_primary_need_code: answer('need', 'o'),
    cine_referral_source_code: 'e.source',
    cine_referral_source_desc: inWords('e.source', referralSources),
    cine_referral_outcome_json: json(
      [
        'SINGLE_ASSESSMENT_FLAG',
        'NFA_FLAG',
        'STRATEGY_DISCUSSION_FLAG',
        'CLA_REQUEST_FLAG',
        'NON_AGENCY_ADOPTION_FLAG',
        'PRIVATE_FOSTERING_FLAG',
        'CP_TRANSFER_IN_FLAG',
        'CP_CONFERENCE_FLAG',
        'CARE_LEAVER_FLAG',
        'OTHER_OUTCOMES_EXIST_FLAG',
      ],
      {
        SINGLE_ASSESSMENT_FLAG: among('e.decision', 'assess'),
        NFA_FLAG: among('e.decision', 'nfa'),
        STRATEGY_DISCUSSION_FLAG: among('e.decision', 'protect'),
        OTHER_OUTCOMES_EXIST_FLAG: among('e.decision', 'advice'),
      },
    ),
    cine_referral_nfa: yesNo("e.decision in ('nfa', 'advice')"),
    cine_close_reason: 'e.reason',
    cine_close_date: 'e.ends',
    cine_referral_team: staffTeam('o.author'),
    cine_referral_worker_id: staffCode('o.author'),
  },
}

export const frontDoorViews = {
  ssd_contacts: contacts,
  ssd_early_help_episodes: earlyHelp,
  ssd_cin_episodes: episodes,
} as const
