import type { CaseFile } from '../../casework/file.ts'
import type { Day } from '../../kernel/day.ts'
import type { Spell } from '../../records/spell.ts'

/** From a referral, or from the day a case was opened, until all help has ended: what the feed is made of. */
export interface Episode {
  /** The entry that began it: the referral, where there was one. It stays the same when the referral is accepted. */
  readonly id: string
  readonly from: Day
  readonly to: Day | null
  /** The referral that began it. */
  readonly referral: Spell | null
  /** The case that was opened; null while the referral waits, where it was turned down, and where none was recorded. */
  readonly inNeed: Spell | null
  /** Whether the referral ended with no further action; undefined while that is not decided. */
  readonly noFurtherAction: boolean | undefined
}

const within = (inner: Pick<Spell, 'from'>, outer: Pick<Episode, 'from' | 'to'>): boolean =>
  inner.from >= outer.from && (outer.to === null || inner.from <= outer.to)

const overlaps = (a: Pick<Episode, 'from' | 'to'>, b: Pick<Episode, 'from' | 'to'>): boolean =>
  (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to)

function ofCases(file: CaseFile): readonly Episode[] {
  return file.spells
    .filter(s => s.kind === 'in-need')
    .map(inNeed => {
      const referral = file.spells.find(s => s.kind === 'referral' && s.closedBy === inNeed.openedBy) ?? null
      return {
        id: referral?.openedBy ?? inNeed.openedBy,
        from: inNeed.from,
        to: inNeed.to,
        referral,
        inNeed,
        noFurtherAction: false,
      }
    })
}

/** Referrals that opened no case: those that wait, and those that came to nothing. */
function ofReferrals(file: CaseFile, cases: readonly Episode[]): readonly Episode[] {
  return file.spells
    .filter(s => s.kind === 'referral' && !cases.some(c => c.referral === s || within(s, c)))
    .map(referral => ({
      id: referral.openedBy,
      from: referral.from,
      to: referral.to,
      referral,
      inNeed: null,
      noFurtherAction: referral.to === null ? undefined : true,
    }))
}

/**
 * Care and protection of which the record has no case, as where it came from an older system: told all the same, as
 * an episode without a referral. What overlaps is one.
 */
function withoutCase(file: CaseFile, cases: readonly Episode[]): readonly Episode[] {
  const found: Episode[] = []
  for (const s of file.spells) {
    if (s.kind !== 'looked-after' && s.kind !== 'protection-plan') continue
    if (cases.some(c => overlaps(s, c))) continue
    const last = found.at(-1)
    if (last && overlaps(s, last)) {
      const to = last.to === null || s.to === null ? null : s.to > last.to ? s.to : last.to
      found[found.length - 1] = { ...last, to }
    } else
      found.push({
        id: s.openedBy,
        from: s.from,
        to: s.to,
        referral: null,
        inNeed: null,
        noFurtherAction: undefined,
      })
  }
  return found
}

/** Every social care episode of a child, in order. None, where the child was never referred, in need or in care. */
export function episodesOf(file: CaseFile): readonly Episode[] {
  const cases = ofCases(file)
  const all = [...cases, ...ofReferrals(file, cases), ...withoutCase(file, cases)]
  return all.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/** Which of the episodes something belongs to: the last that had begun and still ran, or else one that it overlaps. */
export function homeOf(episodes: readonly Episode[], what: Pick<Spell, 'from' | 'to'>): Episode | undefined {
  const working = episodes.filter(e => e.noFurtherAction !== true)
  return working.findLast(e => within(what, e)) ?? working.find(e => overlaps(what, e))
}
