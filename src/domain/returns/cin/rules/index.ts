import { afterClosureRules } from './after-closure.ts'
import { assessmentRules } from './assessments.ts'
import { cinPlanRules } from './cin-plans.ts'
import { conferenceRules } from './conferences.ts'
import { factorRules } from './factors.ts'
import { headerRules } from './header.ts'
import { plansAtOnceRules } from './plans-at-once.ts'
import { protectionRules } from './protection.ts'
import { protectionDayRules } from './protection-days.ts'
import { protectionReviewRules } from './protection-reviews.ts'
import type { CinRule } from './rule.ts'
import { section47Rules } from './section47.ts'

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
]
