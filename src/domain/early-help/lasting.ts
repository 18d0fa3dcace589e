import type { CaseFile } from '../casework/file.ts'
import { england } from '../kernel/calendar.ts'
import type { Day } from '../kernel/day.ts'
import type { Standing } from '../records/entry.ts'
import { runsOn } from '../records/spell.ts'

/** Early help as it stands for one child. */
export interface EarlyHelp {
  readonly since: Day
  readonly agency: string
  readonly lead: string | null
  readonly reach: string | null
  /** When the team around the child last met; null where it has not yet. */
  readonly met: Day | null
  readonly next: Day | null
  /** What was agreed last: who does what, and by when. */
  readonly plan: string
}

const words = (v: unknown): string | null => (typeof v === 'string' && v !== '' ? v : null)
const dayOf = (v: unknown): Day | null => (words(v) as Day | null) ?? null

/**
 * The early help that runs on a day; null where none does. The lead professional is whoever a meeting named last, and a
 * meeting planned counts until the team has met again.
 */
export function earlyHelpOn(file: CaseFile, on: Day): EarlyHelp | null {
  const spell = file.spells.findLast(s => s.kind === 'early-help' && runsOn(s, on))
  if (!spell) return null
  const during = (type: string) =>
    file.happenings.filter(
      e => e.type === type && !e.withdrawn && e.happened >= spell.from && e.happened <= on,
    )
  const meetings = during('early-help-meeting')
  const last = meetings.at(-1)
  const named = meetings.findLast(e => words(e.answers.lead) !== null)
  const begun = during('early-help-assessment').at(-1)
  return {
    since: spell.from,
    agency: words(spell.facts.agency) ?? 'Not recorded',
    lead: words(named?.answers.lead) ?? words(spell.facts.lead),
    reach: named ? words(named.answers.reach) : words(spell.facts.reach),
    met: last?.happened ?? null,
    next: last ? dayOf(last.answers.next) : dayOf(spell.facts.meeting),
    plan: words(last?.answers.plan) ?? words(begun?.answers.plan) ?? '',
  }
}

/** The day by which a step up must have become a referral: early help delays none (requirement FD5; local: one working day). */
export const referralDue = (steppedUp: Day): Day => england.add(steppedUp, 1)

/** True where social care is at work, or somebody asked it to be, on that day or since. */
const referredSince = (file: CaseFile, step: Standing): boolean =>
  file.happenings.some(e => e.type === 'referral-received' && !e.withdrawn && e.happened >= step.happened) ||
  file.spells.some(s => s.kind === 'in-need' && (s.to === null || s.to > step.happened))

/** The step up that no referral has followed yet, if there is one. */
export function stepUpWaiting(file: CaseFile, on: Day): Standing | null {
  const step = file.happenings.findLast(e => e.type === 'early-help-step' && !e.withdrawn && e.happened <= on)
  return step?.answers.step === 'up' && !referredSince(file, step) ? step : null
}
