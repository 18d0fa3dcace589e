import { decide, type Target } from '../../domain/access/decide.ts'
import { partOf } from '../../domain/access/parts.ts'
import type { Viewer } from '../../domain/access/roles.ts'
import { type CaseFile, foldFile, knownOn } from '../../domain/casework/file.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import type { Entry } from '../../domain/records/entry.ts'
import { clocksOf } from '../../domain/timescales/evaluate.ts'
import type { Clock } from '../../domain/timescales/timescale.ts'
import type { Db } from '../connection.ts'
import { readEntries } from '../ledger.ts'

export interface FileView {
  readonly file: CaseFile
  readonly clocks: readonly Clock[]
  /** Every entry read, in order, with those left out that the viewer may not see. */
  readonly entries: readonly Entry[]
  /** How many entries are kept from this viewer: said, so that nobody takes the file for whole. */
  readonly kept: number
  /** The last place in the file: what a form is measured against when it comes back. */
  readonly seq: number
}

/**
 * One child's file for one viewer, folded; as known at a moment where one is given. Confidential entries are left out,
 * and counted, where the viewer may not see them; the clocks are those of the whole file, as a date is no secret.
 */
export async function fileOf(
  db: Db,
  child: { readonly id: string; readonly target: Target },
  viewer: Viewer,
  known?: Instant,
): Promise<FileView> {
  const all = await readEntries(db, child.id)
  const then = known ? knownOn(all, known) : all
  const types = new Map(then.map(e => [e.id, e.type]))
  const may = (e: Entry) => mayRead(viewer, child, e, types.get(e.amends ?? ''))
  const seen = then.filter(may)
  const hidden = new Set(then.filter(e => !may(e)).map(e => e.id))
  const readable = seen.filter(e => e.amends === null || !hidden.has(e.amends))
  return {
    file: foldFile(child.id, readable),
    clocks: clocksOf(foldFile(child.id, then)),
    entries: readable,
    kept: then.length - readable.length,
    seq: all.at(-1)?.seq ?? 0,
  }
}

/**
 * True where a viewer who was let into a file, or into their part of it, may read this entry of it.
 * @param about the type of the entry that it amends or signs, where it does
 */
export function mayRead(
  viewer: Viewer,
  child: { readonly target: Target },
  e: Entry,
  about: string = e.type,
): boolean {
  if (e.sensitivity === 'ordinary') return true
  const target = { ...child.target, sensitivity: stricter(e, child.target) }
  const isTheirs = partOf(viewer.role)?.types.includes(about) === true
  return decide(viewer, 'open', target).allow || (isTheirs && decide(viewer, 'open-part', target).allow)
}

const stricter = (e: Entry, target: Target) =>
  target.sensitivity === 'restricted' ? 'restricted' : e.sensitivity
