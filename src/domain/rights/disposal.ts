import type { Day, Instant } from '../kernel/day.ts'
import type { Entry } from '../records/entry.ts'

interface Certificate {
  readonly id: string
  readonly at: Instant
  readonly codes: string
  readonly rule: string
  readonly due: Day
  readonly entries: number
  readonly documents: number
  readonly lines: number
  readonly kept: string
}

/** The disposal of a file, from its proposal to its certificate. */
export interface Disposal {
  readonly id: string
  readonly code: string
  readonly child: string
  readonly rule: string
  readonly due: Day
  readonly because: string
  readonly why: string
  readonly by: string
  readonly at: Instant
  readonly decided: {
    readonly outcome: 'agreed' | 'kept'
    readonly until: Day | null
    readonly why: string
    readonly by: string
    readonly at: Instant
  } | null
  readonly certificate: Certificate | null
  readonly seq: number
}

const str = (v: unknown): string => (typeof v === 'string' ? v : '')
const num = (v: unknown): number => (typeof v === 'number' ? v : 0)
// Days in the ledger were read by the form that wrote them.
const dayIn = (v: unknown): Day => str(v) as Day

const decisionIn = (e: Entry): NonNullable<Disposal['decided']> => ({
  outcome: e.answers.outcome === 'agreed' ? 'agreed' : 'kept',
  until: str(e.answers.until) === '' ? null : dayIn(e.answers.until),
  why: str(e.answers.why),
  by: e.author,
  at: e.recorded,
})

const certificateIn = ({ id, recorded, answers: a }: Entry): Certificate => ({
  id,
  at: recorded,
  codes: str(a.codes),
  rule: str(a.rule),
  due: dayIn(a.due),
  entries: num(a.entries),
  documents: num(a.documents),
  lines: num(a.lines),
  kept: str(a.kept),
})

/** A disposal as its entries tell it; undefined where nothing was proposed. */
export function foldDisposal(id: string, code: string, entries: readonly Entry[]): Disposal | undefined {
  const asked = entries.findLast(e => e.type === 'disposal-proposed')
  if (!asked) return undefined
  const decided = entries.findLast(e => e.type === 'disposal-decided' && e.seq > asked.seq)
  const certificate = entries.find(e => e.type === 'disposal-certificate')
  const a = asked.answers
  return {
    id,
    code,
    child: str(a.child),
    rule: str(a.rule),
    due: dayIn(a.due),
    because: str(a.because),
    why: str(a.why),
    by: asked.author,
    at: asked.recorded,
    decided: decided ? decisionIn(decided) : null,
    certificate: certificate ? certificateIn(certificate) : null,
    seq: entries.at(-1)?.seq ?? 0,
  }
}
