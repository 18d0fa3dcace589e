import type { Day, Instant } from '../kernel/day.ts'
import { londonDay } from '../kernel/london.ts'
import type { Entry } from '../records/entry.ts'
import { keptDocument } from '../records/kinds/documents.ts'
import { type Shareable, shareable } from '../records/types/visit.ts'
import { isVisitCode, type VisitCode } from './visit-kinds.ts'

/** An inspector's account on a visit. */
export interface Inspector {
  readonly id: string
  readonly name: string
  readonly from: Day
  readonly until: Day
  /** When it was ended before its time. */
  readonly ended: Instant | null
}

/** A child's file given to an inspector. */
export interface Sampled {
  readonly child: string
  readonly inspector: string
  readonly until: Day
  readonly how: 'random' | 'asked'
  readonly list: number | null
  readonly outOf: number | null
  readonly seed: string | null
  readonly at: Instant
  readonly by: string
  readonly removed: Instant | null
}

export interface Answer {
  readonly id: string
  readonly words: string
  readonly link: string | null
  /** "hash name", as they are kept. */
  readonly documents: readonly string[]
  readonly at: Instant
  readonly by: string
}

export interface Request {
  readonly id: string
  readonly what: string
  readonly wanted: Day | null
  readonly at: Instant
  readonly by: string
  readonly answers: readonly Answer[]
}

/** A visit as its entries tell it. */
export interface Visit {
  readonly id: string
  readonly code: string
  readonly kind: VisitCode
  readonly notice: Day
  readonly from: Day
  readonly to: Day
  readonly lead: string | null
  readonly scope: string | null
  /** The day it was said to be over. */
  readonly over: Day | null
  readonly inspectors: readonly Inspector[]
  readonly samples: readonly Sampled[]
  readonly shown: ReadonlySet<Shareable>
  readonly requests: readonly Request[]
  /** How far its file goes: what a form is measured against. */
  readonly seq: number
}

const str = (v: unknown): string => (typeof v === 'string' ? v : '')
const orNull = (v: unknown): string | null => (typeof v === 'string' && v !== '' ? v : null)
const num = (v: unknown): number | null => (typeof v === 'number' ? v : null)
// Days in the ledger were read by the form that wrote them.
const dayIn = (v: unknown): Day => str(v) as Day
const dayOrNull = (v: unknown): Day | null => orNull(v) as Day | null
const isShareable = (code: string): code is Shareable => Object.hasOwn(shareable, code)

const inspectorsOf = (entries: readonly Entry[]): readonly Inspector[] => {
  const found = new Map<string, Inspector>()
  for (const e of entries) {
    const id = str(e.answers.inspector)
    const known = found.get(id)
    if (e.type === 'inspector-admitted')
      found.set(id, {
        id,
        name: str(e.answers.name),
        from: dayIn(e.answers.from),
        until: dayIn(e.answers.until),
        ended: null,
      })
    if (e.type === 'inspector-ended' && known) found.set(id, { ...known, ended: e.recorded })
  }
  return [...found.values()]
}

const samplesOf = (entries: readonly Entry[]): readonly Sampled[] => {
  const found = new Map<string, Sampled>()
  for (const e of entries) {
    const [child, inspector] = [str(e.answers.child), str(e.answers.inspector)]
    const key = `${inspector} ${child}`
    const known = found.get(key)
    if (e.type === 'visit-sample-added')
      found.set(key, {
        child,
        inspector,
        until: dayIn(e.answers.until),
        how: e.answers.how === 'random' ? 'random' : 'asked',
        list: num(e.answers.list),
        outOf: num(e.answers.outOf),
        seed: orNull(e.answers.seed),
        at: e.recorded,
        by: e.author,
        removed: null,
      })
    if (e.type === 'visit-sample-removed' && known) found.set(key, { ...known, removed: e.recorded })
  }
  return [...found.values()]
}

const shownOf = (entries: readonly Entry[]): ReadonlySet<Shareable> => {
  const shown = new Set<Shareable>()
  for (const { type, answers } of entries) {
    const what = str(answers.what)
    if (type !== 'visit-shared' || !isShareable(what)) continue
    if (answers.shown === true) shown.add(what)
    else shown.delete(what)
  }
  return shown
}

const requestsOf = (entries: readonly Entry[]): readonly Request[] =>
  entries
    .filter(e => e.type === 'visit-request')
    .map(e => ({
      id: e.id,
      what: str(e.answers.what),
      wanted: dayOrNull(e.answers.by),
      at: e.recorded,
      by: e.author,
      answers: entries
        .filter(a => a.type === 'visit-request-answered' && a.answers.request === e.id)
        .map(a => ({
          id: a.id,
          words: str(a.answers.answer),
          link: orNull(a.answers.link),
          documents: Array.isArray(a.answers.documents) ? a.answers.documents.map(String) : [],
          at: a.recorded,
          by: a.author,
        })),
    }))

/** Folds the entries of one visit, in order; undefined where it holds nothing that says what it is. */
export function foldVisit(id: string, code: string, entries: readonly Entry[]): Visit | undefined {
  const last = entries.findLast(e => e.type === 'visit-planned')
  const kind = str(last?.answers.kind)
  if (!last || !isVisitCode(kind)) return undefined
  const over = entries.findLast(e => e.type === 'visit-over')
  return {
    id,
    code,
    kind,
    notice: dayIn(last.answers.notice),
    from: dayIn(last.answers.from),
    to: dayIn(last.answers.to),
    lead: orNull(last.answers.lead),
    scope: orNull(last.answers.scope),
    over: over ? dayIn(over.answers.on) : null,
    inspectors: inspectorsOf(entries),
    samples: samplesOf(entries),
    shown: shownOf(entries),
    requests: requestsOf(entries),
    seq: entries.at(-1)?.seq ?? 0,
  }
}

/** True of an account that lets its inspector in on a day. */
export const letsIn = (i: Inspector, on: Day): boolean => i.ended === null && i.from <= on && i.until >= on

/** The inspectors who are let in, or will be. */
export const expected = (v: Visit, on: Day): readonly Inspector[] =>
  v.inspectors.filter(i => i.ended === null && i.until >= on)

/** The files that are in the sample now, each with who was given it. */
export const inSample = (v: Visit, on: Day): readonly Sampled[] =>
  v.samples.filter(s => s.removed === null && s.until >= on)

export type VisitState = 'coming' | 'on-site' | 'between' | 'over'

/** How a visit stands on a day: noticed, on site, away but not said to be over, over. */
export const visitState = (v: Visit, on: Day): VisitState =>
  v.over !== null ? 'over' : on < v.from ? 'coming' : on <= v.to ? 'on-site' : 'between'

/** The kept file of this hash that an answer on this visit names. */
export const answeredWith = (v: Visit, hash: string) =>
  v.requests
    .flatMap(r => r.answers.flatMap(a => a.documents))
    .flatMap(d => keptDocument(d) ?? [])
    .find(d => d.hash === hash)

/** The day on which something was asked or answered, in England. */
export const askedOn = (r: { readonly at: Instant }): Day => londonDay(r.at)
