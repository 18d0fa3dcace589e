import { type CaseFile, trueOn } from '../../../casework/file.ts'
import { assessmentsOf, needPlansOf } from './activity.ts'
import { closureOf } from './closure.ts'
import { block, type Content } from './content.ts'
import { touches } from './days.ts'
import { type Episode, episodes } from './episodes.ts'
import { characteristics, identifiers } from './identity.ts'
import { preProceedingsOf } from './pre-proceedings.ts'
import { conferenceAlone, protectionPlansOf, section47Of } from './protection.ts'
import { referralOf, withoutAction } from './referral.ts'
import type { CensusYear } from './shape.ts'

function caseOf(file: CaseFile, of: CensusYear, episode: Episode): Content {
  const referral = referralOf(file, episode)
  const alone = conferenceAlone(file, of, episode)
  return block(
    {
      CINreferralDate: episode.from,
      ReferralSource: referral.source,
      PrimaryNeedCode: referral.need,
      CINclosureDate: episode.to ?? undefined,
      ReasonForClosure: closureOf(file, episode),
      DateOfInitialCPC: alone?.on,
      Assessments: assessmentsOf(file, of, episode),
      CINPlanDates: needPlansOf(file, of, episode),
      Section47: section47Of(file, of, episode),
      ReferralNFA: '0',
      ChildProtectionPlans: protectionPlansOf(file, of, episode),
      PreProceedingsandFGDM: of.year >= 2026 ? preProceedingsOf(file, of, episode) : [],
    },
    [...referral.from, episode.closed?.id, alone?.entry],
  )
}

/**
 * A child as the census of a year has it: every case that was open on a day of the year, the looked after and the
 * protected among them, care leavers while their case is open, and every referral of the year that led to nothing.
 * @param code the child's ID
 * @param whole the file as it stands now
 * @returns undefined where the child has no place in the year's census
 */
export function censusChild(code: string, whole: CaseFile, of: CensusYear): Content | undefined {
  const file = trueOn(whole, of.last)
  const all = episodes(file)
  const cases = all.filter(e => touches(e, of)).map(e => ({ from: e.from, is: caseOf(file, of, e) }))
  const referred = withoutAction(whole, of, all).map(is => ({ from: String(is.CINreferralDate), is }))
  const details = [...cases, ...referred].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  if (details.length === 0) return undefined
  return {
    ChildIdentifiers: identifiers(code, whole, file, of, cases.length === 0),
    ChildCharacteristics: characteristics(whole),
    CINdetails: details.map(d => d.is),
  }
}
