import type { CaseFile } from '../../casework/file.ts'
import type { Day } from '../../kernel/day.ts'
import { runsOn, type Spell } from '../../records/spell.ts'

/** A stretch of care in which neither placement nor legal status changes: what returns call an episode of care. */
export interface CareTime {
  /** The entry from which it begins. */
  readonly id: string
  readonly from: Day
  readonly to: Day | null
  readonly care: Spell
  readonly placement: Spell | null
  readonly legal: Spell | null
  /** Why it began: S, P, T, L, B or U (SSDA903, reason for new episode). */
  readonly began: string
  /** Why it ended: X1 where another follows; null while it runs, or where nobody recorded why. */
  readonly ended: string | null
  /** The placement that followed, where the child moved. */
  readonly moved: Spell | null
}

interface Cut {
  readonly from: Day
  readonly placement: Spell | null
  readonly legal: Spell | null
}

const sameCarer = (a: Spell | null, b: Spell | null): boolean =>
  typeof a?.facts.carer === 'string' && a.facts.carer !== '' && a.facts.carer === b?.facts.carer

/** What of the two changed from one stretch to the next, as the return's one letter. */
function letter(before: Cut, now: Cut): string {
  const legal = before.legal?.facts.status !== now.legal?.facts.status
  if (before.placement === now.placement) return legal ? 'L' : ''
  const same = sameCarer(before.placement, now.placement)
  return legal ? (same ? 'U' : 'B') : same ? 'T' : 'P'
}

function cutsOf(care: Spell, all: readonly Spell[]): readonly Cut[] {
  const inside = all.filter(
    s =>
      (s.kind === 'placement' || s.kind === 'legal-status') &&
      (care.to === null || s.from < care.to) &&
      (s.to === null || s.to > care.from),
  )
  const days = [...new Set([care.from, ...inside.map(s => s.from).filter(d => d > care.from)])].sort()
  const cuts = days.map(from => ({
    from,
    placement: inside.findLast(s => s.kind === 'placement' && runsOn(s, from)) ?? null,
    legal: inside.findLast(s => s.kind === 'legal-status' && runsOn(s, from)) ?? null,
  }))
  const kept: Cut[] = []
  for (const cut of cuts) {
    const before = kept.at(-1)
    if (!before || letter(before, cut) !== '') kept.push(cut)
  }
  return kept
}

const reason = (care: Spell): string | null =>
  typeof care.facts.ceased === 'string' && care.facts.ceased !== 'NK' ? care.facts.ceased : null

function timesOf(care: Spell, all: readonly Spell[]): readonly CareTime[] {
  const cuts = cutsOf(care, all)
  return cuts.map((cut, i) => {
    const [before, next] = [cuts[i - 1], cuts[i + 1]]
    const changed = before && before.placement !== cut.placement ? cut.placement : cut.legal
    return {
      ...cut,
      id: (before ? changed?.openedBy : undefined) ?? care.openedBy,
      to: next?.from ?? care.to,
      care,
      began: before ? letter(before, cut) : 'S',
      ended: next ? 'X1' : care.to === null ? null : reason(care),
      moved: next && next.placement !== cut.placement ? next.placement : null,
    }
  })
}

/** A child's times in care, in order. Care that began and ended on one day is one time of that day. */
export const careTimes = (file: CaseFile): readonly CareTime[] =>
  file.spells.filter(s => s.kind === 'looked-after').flatMap(care => timesOf(care, file.spells))
