import type { CaseFile } from '../../../casework/file.ts'
import type { Day } from '../../../kernel/day.ts'
import { parseDay } from '../../../kernel/day.ts'
import { block, type Content } from './content.ts'
import { type Episode, within } from './episodes.ts'
import type { CensusYear } from './shape.ts'

const flag = (v: unknown): string | undefined => (v === true ? '1' : v === false ? '0' : undefined)

/** How pre-proceedings ended, as the census has it: stepped down, or on to the court. */
const outcomes: Readonly<Record<string, string>> = { down: 'SD', court: 'CP' }

/**
 * Pre-proceedings of an episode, which the census asks for from 2026-27. The record is one entry, amended as things
 * happen: what happened after the year is left out.
 */
export function preProceedingsOf(file: CaseFile, of: CensusYear, episode: Episode): readonly Content[] {
  return file.happenings.flatMap(e => {
    if (e.type !== 'pre-proceedings' || e.withdrawn || !within(episode, e.happened)) return []
    const a = e.answers
    const day = (v: unknown): Day | undefined => {
      const found = typeof v === 'string' ? parseDay(v) : undefined
      return found && found <= of.last ? found : undefined
    }
    const decided = day(a.decidedOn)
    if (e.happened > of.last || (decided && decided < of.first)) return []
    const sent = day(a.letterSent)
    return [
      block(
        {
          PPStartDate: e.happened,
          LBPSentDate: sent,
          FGDMMeetingOffer: sent ? flag(a.groupOffered) : undefined,
          FGDMMeetingFac: flag(a.groupHeld),
          InitialPPMeetingDate: day(a.firstMeeting),
          ReviewMeetingsCount: typeof a.reviews === 'number' ? String(a.reviews) : undefined,
          StepDecisionDate: decided,
          PPOutcome: decided && typeof a.outcome === 'string' ? outcomes[a.outcome] : undefined,
          CourtAppDate: day(a.courtOn),
          LetterInitCPDate: day(a.courtLetter),
        },
        [e.id],
      ),
    ]
  })
}
