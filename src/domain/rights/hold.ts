import type { Day, Instant } from '../kernel/day.ts'
import type { Entry } from '../records/entry.ts'

/** Something that must be kept, whatever the rules say. */
export interface Hold {
  readonly id: string
  readonly code: string
  readonly scope: 'file' | 'all'
  /** The file, where it is one. */
  readonly child: string | null
  readonly reason: string
  readonly askedBy: string
  readonly words: string
  readonly from: Day
  readonly by: string
  readonly lifted: { readonly at: Instant; readonly by: string; readonly why: string } | null
  readonly seq: number
}

const str = (v: unknown): string => (typeof v === 'string' ? v : '')

/** A hold as its entries tell it; undefined where it was never placed. */
export function foldHold(id: string, code: string, entries: readonly Entry[]): Hold | undefined {
  const placed = entries.findLast(e => e.type === 'hold-placed')
  if (!placed) return undefined
  const end = entries.find(e => e.type === 'hold-lifted' && e.seq > placed.seq)
  const { answers } = placed
  return {
    id,
    code,
    scope: answers.scope === 'all' ? 'all' : 'file',
    child: str(answers.child) || null,
    reason: str(answers.reason),
    askedBy: str(answers.askedBy),
    words: str(answers.words),
    from: placed.happened,
    by: placed.author,
    lifted: end ? { at: end.recorded, by: end.author, why: str(end.answers.why) } : null,
    seq: entries.at(-1)?.seq ?? 0,
  }
}

/** The hold that keeps a file, where one stands. */
export const heldBy = (holds: readonly Hold[], files: readonly string[]): Hold | undefined =>
  holds.find(h => h.lifted === null && (h.scope === 'all' || (h.child !== null && files.includes(h.child))))
