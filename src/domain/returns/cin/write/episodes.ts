import type { CaseFile } from '../../../casework/file.ts'
import { type Day, later } from '../../../kernel/day.ts'
import type { Standing } from '../../../records/entry.ts'
import type { Spell, SpellKindCode } from '../../../records/spell.ts'

/** A time in which a child was in need, whatever the reason: what the census calls a case. */
export interface Episode {
  readonly from: Day
  /** The day it was closed; null while it goes on. */
  readonly to: Day | null
  /** Where the record says that the case was closed. */
  readonly closed: Standing | null
}

/** A child is in need while one of these runs: looked after and protected children are among them (census guide). */
const needing: ReadonlySet<SpellKindCode> = new Set([
  'in-need',
  'looked-after',
  'protection-plan',
  'need-plan',
  'enquiry',
  'pre-proceedings',
])

interface Time {
  from: Day
  to: Day | null
}

const inOrder = (spells: readonly Spell[]): Time[] =>
  spells
    .map(({ from, to }) => ({ from, to }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))

/** Times that overlap made into one. Where one begins on the day another ended they are two if the case was closed then. */
function joined(times: readonly Time[], closedOn: ReadonlySet<Day>): Time[] {
  const made: Time[] = []
  for (const t of times) {
    const last = made.at(-1)
    const goesOn =
      last !== undefined &&
      (last.to === null ||
        t.from < last.to ||
        (t.from === last.to && (t.from === last.from || !closedOn.has(t.from))))
    if (last && goesOn) last.to = last.to === null || t.to === null ? null : later(last.to, t.to)
    else made.push({ ...t })
  }
  return made
}

/** Until when social care went on after what it was for had ended: until the case was closed, or the worker was gone. */
function goneOnUntil(
  file: CaseFile,
  end: Day,
  before: Day | null,
  closings: readonly Standing[],
): Day | null {
  const closed = closings.find(e => e.happened >= end && (before === null || e.happened < before))
  if (closed) return closed.happened
  const held = file.spells.find(
    s => s.kind === 'allocation' && s.key === 'worker' && s.from <= end && (s.to === null || s.to > end),
  )
  const until = held ? held.to : end
  return before !== null && (until === null || until > before) ? before : until
}

/**
 * The times in which a child was in need, in order and apart from each other.
 * @param file as it was on the last day of the census year
 */
export function episodes(file: CaseFile): readonly Episode[] {
  const closings = file.happenings.filter(e => e.type === 'case-closed' && !e.withdrawn)
  const closedOn = new Set(closings.map(e => e.happened))
  const times = joined(inOrder(file.spells.filter(s => needing.has(s.kind))), closedOn)
  const longer = times.map((t, i) =>
    t.to === null || closedOn.has(t.to)
      ? t
      : { ...t, to: goneOnUntil(file, t.to, times[i + 1]?.from ?? null, closings) },
  )
  return joined(longer, closedOn).map(({ from, to }) => ({
    from,
    to,
    closed: to === null ? null : (closings.findLast(e => e.happened === to) ?? null),
  }))
}

/** True where something that happened or began on a day belongs to the episode. */
export const within = (e: Pick<Episode, 'from' | 'to'>, on: Day): boolean =>
  e.from <= on && (e.to === null || on <= e.to)
