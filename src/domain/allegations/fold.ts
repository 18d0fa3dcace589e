import type { CaseFile } from '../casework/file.ts'
import { foldFile } from '../casework/file.ts'
import type { Day } from '../kernel/day.ts'
import type { Entry, Standing } from '../records/entry.ts'
import {
  type AllegationOutcome,
  type Meeting,
  outcomes,
  type Sector,
  sectors,
  type Teller,
  tellers,
} from '../records/types/allegation.ts'
import { clocksOf } from '../timescales/evaluate.ts'
import type { Allegation, AllegationAction, AllegationState } from './allegation.ts'

const str = (v: unknown): string => (typeof v === 'string' ? v : '')
const orNull = (v: unknown): string | null => (typeof v === 'string' && v.trim() !== '' ? v : null)
// Days in the ledger were read by the form that wrote them.
const dayIn = (v: unknown): Day => str(v) as Day
const key = <T extends string>(of: Readonly<Record<T, string>>, v: unknown, otherwise: T): T =>
  typeof v === 'string' && Object.hasOwn(of, v) ? (v as T) : otherwise

const said = (e: Standing) => ({ id: e.id, on: e.happened, by: e.author })

/** "ab12cd, EF34GH" as IDs, each once. */
export const idsTold = (text: string): readonly string[] => [
  ...new Set(text.toUpperCase().match(/[A-Z0-9]+/g) ?? []),
]

function actionsIn(entries: readonly Standing[]): readonly AllegationAction[] {
  const done = new Map(entries.filter(e => e.type === 'allegation-action-done').map(e => [e.amends, e]))
  return entries
    .filter(e => e.type === 'allegation-action')
    .map(e => {
      const end = done.get(e.id)
      const { what, who, due } = e.answers
      return {
        ...said(e),
        what: str(what),
        who: str(who),
        due: dayIn(due),
        done: end ? { on: end.happened, words: orNull(end.answers.words) } : null,
      }
    })
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
}

/** How it stands and since when it is over: by the spells, which are what lists and clocks go by too. */
function stateOf(file: CaseFile, resolved: boolean): { state: AllegationState; closed: Day | null } {
  const open = (kind: string) => file.spells.some(s => s.kind === kind && s.to === null)
  if (open('allegation')) return { state: open('allegation-managed') ? 'managed' : 'deciding', closed: null }
  const closed = file.spells.findLast(s => s.kind === 'allegation')?.to ?? null
  return { state: resolved ? 'resolved' : 'no-further', closed }
}

/**
 * An allegation as its entries tell it, in order of `seq`; undefined where none is told of.
 */
export function foldAllegation(id: string, code: string, all: readonly Entry[]): Allegation | undefined {
  const file = foldFile(id, all)
  const entries = file.happenings.filter(e => !e.withdrawn)
  const told = entries.find(e => e.type === 'allegation-received')
  const newest = all.at(-1)
  if (!told || !newest) return undefined
  const last = (type: string) => entries.findLast(e => e.type === type)
  const [considered, referred, outcome] = [
    last('allegation-considered'),
    last('allegation-referral'),
    last('allegation-outcome'),
  ]
  const a = told.answers
  const ended = entries.findLast(e =>
    ['allegation-outcome', 'allegation-considered', 'allegation-reopened'].includes(e.type),
  )
  return {
    id,
    code,
    seq: newest.seq,
    told,
    received: told.happened,
    learned: dayIn(a.learned),
    from: key<Teller>(tellers, a.from, 'public'),
    teller: str(a.teller),
    adult: str(a.adult),
    born: a.born === undefined ? null : dayIn(a.born),
    sector: key<Sector>(sectors, a.sector, 'other'),
    employer: str(a.employer),
    post: str(a.post),
    what: str(a.what),
    children: idsTold(str(a.children)),
    complaint: orNull(a.complaint),
    considered: considered
      ? {
          ...said(considered),
          meets: considered.answers.meets === true,
          reason: str(considered.answers.reason),
        }
      : null,
    meetings: entries
      .filter(e => e.type === 'allegation-meeting')
      .map(e => ({
        ...said(e),
        kind: key<Meeting>({ management: '', strategy: '', review: '' }, e.answers.kind, 'review'),
      })),
    actions: actionsIn(entries),
    referred: referred ? { ...said(referred), made: referred.answers.made === true } : null,
    outcome: outcome
      ? {
          ...said(outcome),
          outcome: key<AllegationOutcome>(outcomes, outcome.answers.outcome, 'unsubstantiated'),
          reason: str(outcome.answers.reason),
        }
      : null,
    ...stateOf(file, ended?.type === 'allegation-outcome'),
    entries: file.happenings,
    clocks: clocksOf(file),
  }
}
