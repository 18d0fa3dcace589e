import type { Day, Instant } from '../kernel/day.ts'
import type { Entry } from '../records/entry.ts'
import type { Cut } from './redact.ts'

export interface Redaction extends Cut {
  readonly id: string
  readonly passage: string
  /** How long the passage was when it was marked. */
  readonly length: number
  readonly suggested: boolean
  readonly by: string
  readonly at: Instant
  readonly lifted: { readonly by: string; readonly at: Instant; readonly why: string } | null
}

/** A request for a file, as its entries tell it. */
export interface AccessRequest {
  readonly id: string
  readonly code: string
  readonly child: string
  readonly received: Day
  readonly asks: string
  readonly asker: string
  readonly reach: string
  readonly scope: string
  readonly log: boolean
  readonly by: string
  readonly identity: { readonly on: Day; readonly how: string; readonly by: string } | null
  readonly extended: { readonly told: Day; readonly why: string } | null
  readonly marker: { readonly id: string; readonly until: Day } | null
  readonly redactions: readonly Redaction[]
  /** Documents by their hash: null where it is given, the reason where not. */
  readonly documents: ReadonlyMap<string, string | null>
  /** When marking was finished, where nothing was marked since: what goes out is the file as it was then. */
  readonly marked: { readonly by: string; readonly at: Instant; readonly words: string } | null
  readonly checked: { readonly by: string; readonly at: Instant; readonly words: string } | null
  readonly sentBack: { readonly by: string; readonly at: Instant; readonly words: string } | null
  readonly answered: { readonly on: Day; readonly how: string; readonly by: string } | null
  readonly seq: number
}

export type RequestState = 'identity' | 'marking' | 'checking' | 'ready' | 'answered'

const str = (v: unknown): string => (typeof v === 'string' ? v : '')
const num = (v: unknown): number => (typeof v === 'number' ? v : 0)
// Days in the ledger were read by the form that wrote them.
const dayIn = (v: unknown): Day => str(v) as Day

const redactionsIn = (entries: readonly Entry[]): readonly Redaction[] => {
  const lifted = new Map(entries.filter(e => e.type === 'redaction-lifted').map(e => [e.amends, e]))
  return entries
    .filter(e => e.type === 'redaction')
    .map(({ id, answers: a, author, recorded }) => {
      const end = lifted.get(id)
      return {
        id,
        passage: str(a.passage),
        start: num(a.start),
        end: num(a.end),
        length: num(a.length),
        reason: str(a.reason),
        suggested: a.suggested === true,
        by: author,
        at: recorded,
        lifted: end ? { by: end.author, at: end.recorded, why: str(end.answers.why) } : null,
      }
    })
}

/** Entries after which what was marked has to be finished, and checked, again. */
const MARKS = new Set(['redaction', 'redaction-lifted', 'access-document'])

const said = (e: Entry) => ({ by: e.author, at: e.recorded, words: str(e.answers.words) })

/** How marking stands: finished, checked, or sent back, by what was written last. */
function progress(entries: readonly Entry[]): Pick<AccessRequest, 'marked' | 'checked' | 'sentBack'> {
  let now: Pick<AccessRequest, 'marked' | 'checked' | 'sentBack'> = {
    marked: null,
    checked: null,
    sentBack: null,
  }
  for (const e of entries) {
    if (MARKS.has(e.type)) now = { ...now, marked: null, checked: null }
    if (e.type === 'access-marked') now = { marked: said(e), checked: null, sentBack: null }
    if (e.type === 'access-checked' && e.answers.outcome === 'agreed') now = { ...now, checked: said(e) }
    if (e.type === 'access-checked' && e.answers.outcome === 'back')
      now = { marked: null, checked: null, sentBack: said(e) }
  }
  return now
}

/** A request as its entries tell it; undefined where there is none. */
export function foldRequest(id: string, code: string, entries: readonly Entry[]): AccessRequest | undefined {
  const first = entries.find(e => e.type === 'access-requested')
  if (!first) return undefined
  const last = (type: string) => entries.findLast(e => e.type === type)
  const [identity, extended, marker, answered] = [
    last('access-identity'),
    last('access-extended'),
    last('access-marker'),
    last('access-answered'),
  ]
  const a = first.answers
  return {
    id,
    code,
    child: str(a.child),
    received: dayIn(a.received),
    asks: str(a.asks),
    asker: str(a.asker),
    reach: str(a.reach),
    scope: str(a.scope),
    log: a.log === true,
    by: first.author,
    identity: identity
      ? { on: identity.happened, how: str(identity.answers.how), by: identity.author }
      : null,
    extended: extended ? { told: dayIn(extended.answers.told), why: str(extended.answers.why) } : null,
    marker: marker ? { id: str(marker.answers.marker), until: dayIn(marker.answers.until) } : null,
    redactions: redactionsIn(entries),
    documents: new Map(
      entries
        .filter(e => e.type === 'access-document')
        .map(e => [str(e.answers.hash), e.answers.given === true ? null : str(e.answers.reason)]),
    ),
    ...progress(entries),
    answered: answered
      ? { on: answered.happened, how: str(answered.answers.how), by: answered.author }
      : null,
    seq: entries.at(-1)?.seq ?? 0,
  }
}

export function requestState(r: AccessRequest): RequestState {
  if (r.answered) return 'answered'
  if (!r.identity) return 'identity'
  if (r.checked) return 'ready'
  return r.marked ? 'checking' : 'marking'
}

/**
 * What is taken out of a passage now. Where it does not read as it did when it was marked (somebody named in it is called
 * otherwise since), places in it mean nothing any more, and the whole goes.
 */
export const cutsOf = (
  r: AccessRequest,
  { id, text }: { readonly id: string; readonly text: string },
): readonly Redaction[] =>
  r.redactions
    .filter(x => x.lifted === null && x.passage === id)
    .map(x => (x.length === text.length ? x : { ...x, start: 0, end: text.length }))

/** Whoever marked anything does not check it. */
export const marked = (r: AccessRequest, who: string): boolean =>
  r.marked?.by === who || r.redactions.some(x => x.by === who || x.lifted?.by === who)
