import type { CaseFile } from '../../../casework/file.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Standing } from '../../../records/entry.ts'
import type { Spell } from '../../../records/spell.ts'
import { BEGUN_EARLIER } from '../make-entry.ts'
import { answer } from './written.ts'

/** Where and under which law a child was, from one day to another, within one period of care. */
export interface CareEpisode {
  readonly from: Day
  /** The day it was over, and no part of it; null while it lasts. */
  readonly to: Day | null
  /** Why it is an episode of its own: the return's code. Null where the record does not tell. */
  readonly began: string | null
  readonly status: string | null
  /** The entry of the placement; undefined where none is recorded for these days. */
  readonly place: Standing | undefined
  readonly entries: readonly string[]
}

/** A stretch of being looked after without a break. */
export interface CarePeriod {
  readonly from: Day
  readonly to: Day | null
  /** Why it ended, by the record's code. */
  readonly ended: string | null
  readonly need: string | null
  readonly became: Standing | undefined
  /** The entry that ended it. */
  readonly closedBy: string | null
  readonly episodes: readonly CareEpisode[]
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const begunEarlier = (e: Standing | undefined): boolean => e?.source?.endsWith(BEGUN_EARLIER) ?? false

/** The spell of some that runs on a day: the last begun. */
const running = (all: readonly Spell[], on: Day): Spell | undefined =>
  all.findLast(s => s.from <= on && (s.to === null || s.to > on))

const PLACE = ['type', 'provider', 'address', 'urn'] as const

/** The carer is named in both and is the same. Where neither names one, a new placement is taken to be with another. */
const sameCarer = (a: Standing | undefined, b: Standing | undefined): boolean =>
  answer(a, 'carer') !== null && answer(a, 'carer') === answer(b, 'carer')

/** Written again, and nothing changed that the return tells. */
const samePlace = (a: Standing | undefined, b: Standing | undefined): boolean =>
  a === b || (sameCarer(a, b) && PLACE.every(name => a?.answers[name] === b?.answers[name]))

/** What stands on a day of care. */
interface On {
  readonly from: Day
  readonly to: Day | null
  readonly status: Spell | undefined
  readonly place: Spell | undefined
}

/** The days on which something changes, with what stands from each; a placement of no days stands by itself. */
function standings(care: Spell, statuses: readonly Spell[], places: readonly Spell[]): On[] {
  const inside = (d: Day) => d > care.from && (care.to === null || d < care.to)
  const days = new Set<Day>([care.from])
  for (const s of [...statuses, ...places])
    for (const d of [s.from, s.to]) if (d !== null && inside(d)) days.add(d)
  const inOrder = [...days].sort()
  return inOrder.flatMap((from, i): On[] => {
    const to = inOrder[i + 1] ?? care.to
    const status = care.from === care.to ? statuses.at(-1) : running(statuses, from)
    const brief = places
      .filter(p => p.from === from && p.to === from)
      .map(place => ({ from, to: from, status, place }))
    const rest = { from, to, status, place: running(places, from) }
    return care.from === care.to ? (brief.length > 0 ? brief : [rest]) : [...brief, rest]
  })
}

function beganWith(
  first: boolean,
  care: Standing | undefined,
  changed: { readonly status: boolean; readonly place: boolean },
  same: boolean,
): string | null {
  if (first && !begunEarlier(care)) return 'S'
  if (changed.status && changed.place) return same && !first ? 'U' : 'B'
  if (changed.place) return same && !first ? 'T' : 'P'
  return changed.status ? 'L' : null
}

function episodesOf(
  care: Spell,
  statuses: readonly Spell[],
  places: readonly Spell[],
  entry: (id: string | null | undefined) => Standing | undefined,
): CareEpisode[] {
  const became = entry(care.openedBy)
  const made: CareEpisode[] = []
  for (const on of standings(care, statuses, places)) {
    const place = entry(on.place?.openedBy)
    const law = entry(on.status?.openedBy)
    const status = text(on.status?.facts.status)
    const last = made.at(-1)
    const changed = last
      ? { status: last.status !== status, place: !samePlace(last.place, place) }
      : { status: !begunEarlier(law), place: !begunEarlier(place) }
    const entries = [care.openedBy, on.status?.openedBy, on.place?.openedBy].filter(e => e !== undefined)
    if (last && !changed.status && !changed.place) {
      made[made.length - 1] = { ...last, to: on.to, entries: [...last.entries, ...entries] }
      continue
    }
    const began = beganWith(!last, became, changed, sameCarer(last?.place, place))
    made.push({ from: on.from, to: on.to, began, status, place, entries })
  }
  return made
}

/**
 * A child's periods of care and the episodes within each, in order of time: an episode ends where the legal status or
 * the placement changes. What the record does not say of some days, their episode leaves blank.
 */
export function carePeriods(file: CaseFile): readonly CarePeriod[] {
  const byId = new Map(file.happenings.map(e => [e.id, e]))
  const entry = (id: string | null | undefined) => (id ? byId.get(id) : undefined)
  const own = (kind: Spell['kind'], care: Spell) =>
    file.spells.filter(
      s =>
        s.kind === kind &&
        (care.to === null || s.from < care.to || care.from === care.to) &&
        (care.from === care.to
          ? s.from === care.from && s.to === care.from
          : s.to === null || s.to > care.from || s.from === care.from),
    )
  return file.spells
    .filter(s => s.kind === 'looked-after')
    .map(care => ({
      from: care.from,
      to: care.to,
      ended: care.to === null ? null : text(care.facts.ceased),
      need: text(care.facts.need),
      became: entry(care.openedBy),
      closedBy: care.closedBy,
      episodes: episodesOf(care, own('legal-status', care), own('placement', care), entry),
    }))
}
