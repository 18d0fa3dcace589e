import type { Day } from '../../kernel/day.ts'
import { makeEntry, NOT_SAID, type PlannedEntry, sourceOf, type Writer } from './make-entry.ts'
import type { Row } from './row.ts'
import type { Values } from './tables.ts'

type WorkerRow = Row<Values<'sw_episodes'>>

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** One child's social workers, in order. */
const inOrder = (rows: readonly WorkerRow[]) =>
  [...rows].sort(
    (a, b) =>
      compare(a.values.SW_DECOM, b.values.SW_DECOM) ||
      compare(a.values.SW_DEC ?? '9', b.values.SW_DEC ?? '9') ||
      compare(a.values.SW_ID, b.values.SW_ID),
  )

/**
 * A child's allocations. Each stands until the next begins; one that ends with nobody following ends by an entry of
 * its own. The same worker going on from year to year is one allocation.
 * @param idOf the file of a worker, by the ID in the return
 */
export function allocationEntries(
  writer: Writer,
  rows: readonly WorkerRow[],
  idOf: (worker: string) => string,
): PlannedEntry[] {
  const ordered = inOrder(rows)
  const entries: PlannedEntry[] = []
  let running: { worker: string; until: Day | null } | null = null
  ordered.forEach((row, i) => {
    const { SW_ID, SW_DECOM, SW_DEC } = row.values
    const source = sourceOf(writer, [row])
    const goesOn = running?.worker === SW_ID && (running.until === null || running.until >= SW_DECOM)
    if (!goesOn) {
      const answers = { from: SW_DECOM, as: 'worker', worker: idOf(SW_ID), team: 'Not in the return' }
      // A return names the worker from 1 April, though they may have been there before.
      const ongoing = SW_DECOM.endsWith('-04-01')
      entries.push(makeEntry(writer, 'allocation', `${SW_DECOM}/${SW_ID}`, answers, source, { ongoing }))
    }
    running = { worker: SW_ID, until: SW_DEC }
    const next = ordered[i + 1]
    if (SW_DEC !== null && (!next || next.values.SW_DECOM > SW_DEC)) {
      const answers = { on: SW_DEC, as: 'worker', why: NOT_SAID }
      entries.push(makeEntry(writer, 'allocation-ended', `${SW_DECOM}/${SW_ID}`, answers, source))
      running = null
    }
  })
  return entries
}

/** The entry that starts a worker's file. The return has only a number, so the name is made of that. */
export function workerEntry(writer: Writer, rows: readonly WorkerRow[]): PlannedEntry[] {
  const [first] = [...rows].sort(
    (a, b) => compare(a.values.SW_DECOM, b.values.SW_DECOM) || compare(a.side, b.side) || a.line - b.line,
  )
  if (!first) return []
  const { SW_ID, SW_DECOM } = first.values
  const answers = { from: SW_DECOM, name: `Social worker ${SW_ID}`, role: 'social-worker', working: true }
  return [makeEntry(writer, 'staff-details', SW_ID, answers, sourceOf(writer, [first]))]
}
