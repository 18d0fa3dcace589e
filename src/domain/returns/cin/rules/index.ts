import { afterClosureRules } from './after-closure.ts'
import { afterDeathRules } from './after-death.ts'
import { assessmentRules } from './assessments.ts'
import { bornAndDiedRules } from './born-and-died.ts'
import { characteristicsRules } from './characteristics.ts'
import { childIdRules } from './child-id.ts'
import { cinPlanRules } from './cin-plans.ts'
import { closureRules } from './closure.ts'
import { conferenceRules } from './conferences.ts'
import { episodeRules } from './episodes.ts'
import { factorRules } from './factors.ts'
import { headerRules } from './header.ts'
import { noFurtherActionRules } from './no-further-action.ts'
import { plansAtOnceRules } from './plans-at-once.ts'
import { protectionRules } from './protection.ts'
import { protectionDayRules } from './protection-days.ts'
import { protectionReviewRules } from './protection-reviews.ts'
import { referralRules } from './referral.ts'
import type { CinRule } from './rule.ts'
import { section47Rules } from './section47.ts'
import { sexRules } from './sex.ts'
import { upnRules } from './upn.ts'
import { upnUnknownRules } from './upn-unknown.ts'

/** Every rule of the census, in every version from 2022-23 on. */
export const rulesCin: readonly CinRule[] = [
  ...headerRules,
  ...afterClosureRules,
  ...assessmentRules,
  ...cinPlanRules,
  ...conferenceRules,
  ...factorRules,
  ...plansAtOnceRules,
  ...protectionRules,
  ...protectionDayRules,
  ...protectionReviewRules,
  ...section47Rules,
  ...afterDeathRules,
  ...bornAndDiedRules,
  ...characteristicsRules,
  ...childIdRules,
  ...closureRules,
  ...episodeRules,
  ...noFurtherActionRules,
  ...referralRules,
  ...sexRules,
  ...upnRules,
  ...upnUnknownRules,
]
