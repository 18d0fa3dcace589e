import { adoptedRules } from './adopted.ts'
import { adoptedThisYearRules } from './adopted-this-year.ts'
import { adopterCouplesRules } from './adopter-couples.ts'
import { adoptersRules } from './adopters.ts'
import { agesAtEndRules } from './ages-at-end.ts'
import { agesInCareRules } from './ages-in-care.ts'
import { childInCareRules } from './child-in-care.ts'
import { decisionsAndOrdersRules } from './decisions-and-orders.ts'
import { decisionsEndedRules } from './decisions-ended.ts'
import { decisionsInCareRules } from './decisions-in-care.ts'
import { decisionsLastYearRules } from './decisions-last-year.ts'
import { distanceRules } from './distances.ts'
import { doloRules } from './dolo.ts'
import { doloCareRules } from './dolo-care.ts'
import { episodeChainRules } from './episode-chain.ts'
import { episodeCodeRules } from './episode-codes.ts'
import { episodeDayRules } from './episode-days.ts'
import { headerRules } from './header.ts'
import { healthRules } from './health.ts'
import { healthAskedRules } from './health-asked.ts'
import { healthByAgeRules } from './health-by-age.ts'
import { internalRules } from './internal.ts'
import { lastHeaderRules } from './last-header.ts'
import { lastUascRules } from './last-uasc.ts'
import { lastYearRules } from './last-year.ts'
import { leaverRules } from './leavers.ts'
import { leaverBesideRules } from './leavers-beside.ts'
import { leaverCareRules } from './leavers-care.ts'
import { legalSpellRules } from './legal-spells.ts'
import { missingRules } from './missing.ts'
import { missingCareRules } from './missing-care.ts'
import { missingLeftRules } from './missing-left.ts'
import { motherRules } from './mother.ts'
import { motherhoodRules } from './motherhood.ts'
import { orderRules } from './orders.ts'
import { placedAdoptionRules } from './placed-adoption.ts'
import { placedAgainRules } from './placed-again.ts'
import { placementRules } from './placements.ts'
import { previousRules } from './previous.ts'
import { providerRules } from './providers.ts'
import { provisionRules } from './provision.ts'
import { reviewRules } from './reviews.ts'
import type { Rule903 } from './rule.ts'
import { shortBreakRules } from './short-breaks.ts'
import { shortStayRules } from './short-stays.ts'
import { stepRules } from './steps.ts'
import { temporaryRules } from './temporary.ts'
import { uascRules } from './uasc.ts'
import { upnRules } from './upn.ts'
import { urnRules } from './urn.ts'
import { wherePlacedRules } from './where-placed.ts'
import { wholeCareRules } from './whole-care.ts'
import { workerRules } from './workers.ts'
import { workerNextRules } from './workers-next.ts'
import { workerTimeRules } from './workers-time.ts'
import { workerWithdrawnRules } from './workers-withdrawn.ts'

/** Every rule of the SSDA903, in every version from 2022-23 on. */
export const rules903: readonly Rule903[] = [
  ...headerRules,
  ...internalRules,
  ...lastHeaderRules,
  ...lastUascRules,
  ...missingRules,
  ...missingCareRules,
  ...missingLeftRules,
  ...motherRules,
  ...previousRules,
  ...reviewRules,
  ...uascRules,
  ...upnRules,
  ...agesAtEndRules,
  ...agesInCareRules,
  ...childInCareRules,
  ...distanceRules,
  ...lastYearRules,
  ...orderRules,
  ...providerRules,
  ...provisionRules,
  ...shortStayRules,
  ...stepRules,
  ...wholeCareRules,
  ...motherhoodRules,
  ...adoptedRules,
  ...adoptedThisYearRules,
  ...adopterCouplesRules,
  ...adoptersRules,
  ...decisionsAndOrdersRules,
  ...decisionsEndedRules,
  ...decisionsInCareRules,
  ...decisionsLastYearRules,
  ...doloRules,
  ...doloCareRules,
  ...placedAdoptionRules,
  ...placedAgainRules,
  ...episodeChainRules,
  ...episodeCodeRules,
  ...episodeDayRules,
  ...legalSpellRules,
  ...placementRules,
  ...shortBreakRules,
  ...temporaryRules,
  ...urnRules,
  ...wherePlacedRules,
  ...healthRules,
  ...healthAskedRules,
  ...healthByAgeRules,
  ...leaverRules,
  ...leaverBesideRules,
  ...leaverCareRules,
  ...workerRules,
  ...workerNextRules,
  ...workerTimeRules,
  ...workerWithdrawnRules,
]
