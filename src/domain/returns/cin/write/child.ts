import { type CaseFile, trueOn } from '../../../casework/file.ts'
import type { Spell } from '../../../records/spell.ts'
import { assessmentsOf, needPlansOf } from './activity.ts'
import { block, type Content } from './content.ts'
import { touches } from './days.ts'
import { type Episode, episodes } from './episodes.ts'
import { characteristics, identifiers } from './identity.ts'
import { preProceedingsOf } from './pre-proceedings.ts'
import { conferenceAlone, protectionPlansOf, section47Of } from './protection.ts'
import { referralOf, withoutAction } from './referral.ts'
import type { CensusYear } from './shape.ts'

/** Why a case closed, from why care or a plan ended, where nobody recorded that it was closed. */
const closedAfter: Readonly<Record<string, string>> = {
  E11: 'RC1',
  E12: 'RC1',
  E2: 'RC2',
  E41: 'RC3',
  E45: 'RC4',
  E46: 'RC4',
  E47: 'RC4',
  E48: 'RC4',
  E3: 'RC5',
  E7: 'RC6',
  died: 'RC2',
  moved: 'RC5',
}
const OTHERWISE = 'RC7'

function reasonOf(file: CaseFile, episode: Episode): string | undefined {
  if (episode.to === null) return undefined
  const said = episode.closed?.answers.reason
  if (typeof said === 'string') return said
  const why = (s: Spell) => (s.kind === 'looked-after' ? s.facts.ceased : s.facts.ended)
  const ends = file.spells.flatMap(s =>
    s.to !== null && s.to <= (episode.to ?? '') && s.from >= episode.from ? [why(s)] : [],
  )
  const known = ends.findLast(e => typeof e === 'string' && closedAfter[e])
  return typeof known === 'string' ? closedAfter[known] : OTHERWISE
}

function caseOf(file: CaseFile, of: CensusYear, episode: Episode): Content {
  const referral = referralOf(file, episode)
  const alone = conferenceAlone(file, of, episode)
  return block(
    {
      CINreferralDate: episode.from,
      ReferralSource: referral.source,
      PrimaryNeedCode: referral.need,
      CINclosureDate: episode.to ?? undefined,
      ReasonForClosure: reasonOf(file, episode),
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
