import { addDays, addMonths, ageOn, type Day, daysBetween, later, longDay, parseDay } from '../kernel/day.ts'
import type { Answers } from '../records/kinds/field.ts'
import { findRecordType } from '../records/registry.ts'
import { runsOn, type Spell } from '../records/spell.ts'
import { findSeries } from '../timescales/table.ts'
import { stillAsked } from '../timescales/timescale.ts'
import { moveOf } from './moves.ts'
import { type CaseFacts, promptsFor } from './prompts.ts'

/** One entry of a child, as far as preparing asks: what stands, for this reader. */
export interface Line {
  readonly entry: string
  readonly type: string
  readonly happened: Day
  readonly summary: string
  readonly answers: Answers
  /** Waits to be signed off; or was sent back to its author. */
  readonly waits: 'signature' | 'author' | null
}
export interface Timed {
  readonly series: string
  readonly due: Day
  readonly met: Day | null
  readonly ended: Day | null
  readonly reason: boolean
}

/** What is read of one child to prepare a supervision. */
export interface CaseRead {
  readonly born: Day | null
  readonly heldSince: Day | null
  /** Every entry that counts of the last year, and the last supervision before that, in the order they happened. */
  readonly lines: readonly Line[]
  readonly spells: readonly Pick<Spell, 'kind' | 'key' | 'from' | 'to'>[]
  readonly clocks: readonly Timed[]
  readonly siblings: readonly string[]
  readonly repeated: number
}

/** A line to read, and the entry or clock it comes from. */
export interface Point {
  readonly say: string
  readonly on: Day | null
  readonly entry?: string
  readonly clock?: { readonly series: string; readonly due: Day }
}

export interface Prepared {
  readonly moved: readonly Point[]
  readonly stuck: readonly Point[]
  readonly risks: readonly Point[]
  readonly prompts: readonly string[]
  /** What was decided the last time this child was discussed. */
  readonly last: Line | null
}

const DECIDES: ReadonlySet<string> = new Set(['case-supervision', 'managers-decision'])

const str = (v: unknown): string => (typeof v === 'string' ? v : '')
const byDay = (l: Line): Day | undefined => parseDay(str(l.answers.by))

/** Decisions whose day has passed with nothing moved after the day of the decision: told again until something does. */
export const undone = (lines: readonly Line[], today: Day): readonly Line[] =>
  lines.filter(l => {
    const by = DECIDES.has(l.type) ? byDay(l) : undefined
    const moved = (o: Line) => o.happened > l.happened && moveOf(o.type, o.answers) !== undefined
    return by !== undefined && by < today && !lines.some(moved)
  })

const lastOf = (lines: readonly Line[], is: (l: Line) => boolean): Day | null =>
  lines.findLast(is)?.happened ?? null

function factsOf(c: CaseRead, today: Day): CaseFacts {
  const year = addMonths(today, -12)
  const open = (kind: string) => c.spells.find(s => s.kind === kind && runsOn(s, today))
  return {
    heldSince: c.heldSince,
    seenAlone: lastOf(c.lines, l => l.type === 'statutory-visit' && l.answers.seen === 'alone'),
    heard: lastOf(c.lines, l => str(l.answers.views) !== ''),
    lookedAfter: open('looked-after') !== undefined,
    placements: c.spells.filter(s => s.kind === 'placement' && s.from > year && s.from <= today).length,
    missing: c.spells.filter(s => s.kind === 'missing' && s.from > addDays(today, -90) && s.from <= today)
      .length,
    planSince: open('protection-plan')?.from ?? null,
    moved: lastOf(c.lines, l => moveOf(l.type, l.answers) !== undefined),
    siblings: c.siblings,
    repeated: c.repeated,
    undone: undone(c.lines, today).length,
    lateWithoutReason: late(c, today).filter(k => !k.reason).length,
    discussed: lastOf(c.lines, l => l.type === 'case-supervision'),
    age: c.born ? ageOn(c.born, today) : null,
  }
}

const late = (c: CaseRead, today: Day): readonly Timed[] =>
  c.clocks.filter(k => stillAsked(k, today) && k.due < today)

const title = (series: string): string => findSeries(series)?.title ?? series

function stuck(c: CaseRead, today: Day): readonly Point[] {
  const waiting = c.lines.filter(l => l.waits !== null)
  return [
    ...late(c, today).map(k => ({
      say: `${title(k.series)} was due ${longDay(k.due)}${k.reason ? ', reason given' : ', no reason given'}`,
      on: k.due,
      clock: { series: k.series, due: k.due },
    })),
    ...undone(c.lines, today).map(l => ({
      say: `Decided and not done: ${l.summary}, by ${longDay(byDay(l) ?? l.happened)}`,
      on: l.happened,
      entry: l.entry,
    })),
    ...waiting.map(l => ({
      say: `${findRecordType(l.type)?.title ?? l.type} ${l.waits === 'author' ? 'was sent back and is not changed yet' : 'waits to be signed off'}`,
      on: l.happened,
      entry: l.entry,
    })),
  ]
}

function risks(f: CaseFacts, today: Day): readonly Point[] {
  const said = [
    f.missing > 0 && `Missing ${f.missing === 1 ? 'once' : `${f.missing} times`} in the last 90 days`,
    f.placements >= 2 && `${f.placements} placements begun in a year`,
    f.planSince !== null &&
      daysBetween(f.planSince, today) > 456 &&
      `On a protection plan for more than 15 months, since ${longDay(f.planSince)}`,
    f.seenAlone === null
      ? 'No visit on which the child was seen alone is recorded in the last year'
      : daysBetween(f.seenAlone, today) > 42 && `Last seen alone on ${longDay(f.seenAlone)}`,
  ]
  return said.filter(s => s !== false).map(say => ({ say, on: null }))
}

/**
 * What a supervisor is given of one child: what moved since the last supervision, what is stuck, what is risky, and a
 * few questions. Pure; nothing is told that is not in what was read.
 * @param since the day of the last supervision; what happened on that day is told again
 */
export function prepare(c: CaseRead, since: Day, today: Day): Prepared {
  const facts = factsOf(c, today)
  const from = later(since, c.heldSince ?? since)
  const moved = c.lines.flatMap(l => {
    const says = l.happened < from || l.happened > today ? undefined : moveOf(l.type, l.answers)
    return says === undefined ? [] : [{ say: `${says}: ${l.summary}`, on: l.happened, entry: l.entry }]
  })
  const met = c.clocks
    .filter(k => k.met !== null && k.met >= from && k.met <= today)
    .map(k => ({
      say: `${title(k.series)}: ${k.met && k.met <= k.due ? 'in time' : 'late'}`,
      on: k.met,
      clock: { series: k.series, due: k.due },
    }))
  return {
    moved: [...moved.toReversed(), ...met],
    stuck: stuck(c, today),
    risks: risks(facts, today),
    prompts: promptsFor(facts, today),
    last: c.lines.findLast(l => l.type === 'case-supervision') ?? null,
  }
}
