import type { CaseFile } from '../../../casework/file.ts'
import { england } from '../../../kernel/calendar.ts'
import { addDays, type Day } from '../../../kernel/day.ts'
import { isAccepted } from '../../../records/codes-front-door.ts'
import type { Standing } from '../../../records/entry.ts'
import { block, type Content } from './content.ts'
import { type Episode, within } from './episodes.ts'
import { type CensusYear, censusYear } from './shape.ts'

const find = (file: CaseFile, id: string | null): Standing | undefined =>
  id === null ? undefined : file.happenings.find(e => e.id === id)

/** Where nothing is known of who referred the child, or of the need, as the census words it. */
const UNKNOWN_SOURCE = '10'
const NOT_STATED = 'N0'

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** The last working day before the year: a referral of that day may be decided in it. */
function eve(of: CensusYear): Day {
  let at = addDays(of.first, -1)
  while (!england.isWorking(at)) at = addDays(at, -1)
  return at
}

/** What the record says of how an episode began: who referred the child, and the main need. */
export function referralOf(file: CaseFile, episode: Episode) {
  const opened = file.spells.find(s => s.kind === 'in-need' && within(episode, s.from))
  const decided = find(file, opened?.openedBy ?? null)
  const spell = decided && file.spells.find(s => s.kind === 'referral' && s.closedBy === decided.id)
  const received = find(file, spell?.openedBy ?? null)
  const care = file.spells.find(s => s.kind === 'looked-after' && within(episode, s.from))
  return {
    source: text(received?.answers.source) ?? UNKNOWN_SOURCE,
    need: text(decided?.answers.need) ?? text(care?.facts.need) ?? NOT_STATED,
    from: [received?.id, decided?.id, opened ? undefined : care?.openedBy],
  }
}

/**
 * Referrals of the year that led to nothing further, as cases of their own. One that came while a case was open is
 * news on that case, and none of these. One of the last working day before the year counts in it where it was decided
 * in it (rule 8569Q), and one of the last working day of the year in the next.
 * @param file as it stands now
 */
export function withoutAction(file: CaseFile, of: CensusYear, open: readonly Episode[]): readonly Content[] {
  const since = eve(of)
  const next = eve(censusYear(of.year + 1))
  const days = new Set<Day>()
  return file.spells.flatMap(s => {
    const decision = s.facts.decision
    const decided = find(file, s.closedBy)
    if (s.kind !== 'referral' || s.to === null || !decided || typeof decision !== 'string') return []
    const early = s.from < since || (s.from < of.first && s.to < of.first)
    const late = s.from > of.last || (s.to > of.last && s.from >= next)
    if (isAccepted(decision) || early || late) return []
    if (days.has(s.from) || open.some(e => e.from <= s.from && (e.to === null || s.from < e.to))) return []
    days.add(s.from)
    const received = find(file, s.openedBy)
    return [
      block(
        {
          CINreferralDate: s.from,
          ReferralSource: text(received?.answers.source) ?? UNKNOWN_SOURCE,
          ReferralNFA: '1',
        },
        [s.openedBy, s.closedBy],
      ),
    ]
  })
}
