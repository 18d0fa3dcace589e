import { longDay } from '../../kernel/day.ts'
import { fileDay } from './days.ts'
import { inOrder, type Ordered } from './in-order.ts'
import type { Ends } from './known-child.ts'
import { overlaps } from './overlaps.ts'
import { lineOf, note, type Row, type RowProblem } from './row.ts'
import { type Episode, inTime, type Stretch, stretchesOf } from './stretches.ts'
import type { Values } from './tables.ts'

type Missing = Row<Values<'missing'>>

export const missingInOrder = (rows: readonly Missing[]): Ordered<Missing> =>
  inOrder(
    rows,
    r => r.values.MIS_START,
    r => r.values.MIS_END,
    { start: 'MIS_START', end: 'MIS_END', what: 'missing episode' },
  )

/** What is odd where care ended with one stretch, and began again with the next. */
function oddReturn({ row: before, to, ended }: Stretch, { row, from }: Stretch): RowProblem[] {
  const { REC } = before.values
  const { RNE } = row.values
  if (ended === 'NK') {
    const todo = `The next (${lineOf(row, before)}) begins on ${fileDay(from)}. Care is taken to have ended on ${fileDay(to ?? from)}, with the reason not known, and to have begun again then. Add the episode between, or the reason care ended.`
    return [note(before, 'REC', REC ?? '', 'No episode begins on the day this one ended', todo)]
  }
  if (RNE === 'S') return []
  const todo = `The one on ${lineOf(before, row)} ended care on ${fileDay(to ?? from)}. It is kept as a new period of care.`
  return [note(row, 'RNE', RNE, 'RNE is not S, though care had ended', todo)]
}

/** What is odd where an episode begins while care goes on. */
function oddChange({ row: before, to }: Stretch, { row }: Stretch): RowProblem[] {
  const [was, now] = [before.values, row.values]
  const notes: RowProblem[] = []
  if (now.RNE === 'S' && to === was.DEC) {
    const todo = `The one on ${lineOf(before, row)} does not end care. It is kept as a change within the same period.`
    notes.push(note(row, 'RNE', 'S', 'RNE is S, though care had not ended', todo))
  }
  if (now.CIN !== was.CIN) {
    const todo = 'The need is that of the day care began, and is kept from there.'
    notes.push(note(row, 'CIN', now.CIN, 'CIN differs from the episode before', todo))
  }
  const changes = now.LS !== was.LS
  const says = now.RNE === 'L' || now.RNE === 'B' || now.RNE === 'U'
  if (now.RNE !== 'S' && changes !== says) {
    const wrong = changes
      ? 'LS changes, but RNE says it does not'
      : 'RNE says that LS changes, but it does not'
    const todo = `LS is ${was.LS} before, and ${now.LS} now. LS is kept as it stands.`
    notes.push(note(row, 'RNE', now.RNE, wrong, todo))
  }
  return notes
}

/** What is odd about the first of a child's episodes. */
function oddFirst({ row }: Stretch, ends: Ends): RowProblem[] {
  const { RNE } = row.values
  if (RNE === 'S') return []
  const todo = `Care is counted from this episode: the day it began is not in the return.${ends.last === null ? ' It may be in last year’s: give it with --last.' : ''}`
  return [note(row, 'RNE', RNE, 'The child’s first episode is not the start of care', todo)]
}

/** What is odd about how a child's account ends, beside the years that were read. */
function oddLast({ row, to, ended }: Stretch, rows: readonly Episode[], ends: Ends): RowProblem[] {
  const end = ends[row.side] ?? ends.this
  if (to === null) {
    if (row.side === 'this') return []
    const wrong = rows.some(r => r.side === 'this')
      ? 'The episode had not ended when last year did, and is not in this year’s return'
      : 'The child was looked after when last year ended, and has no later episode this year'
    const todo =
      'The child is kept as looked after. If care ended, this year’s return needs the episode and its end.'
    return [note(row, 'DEC', '', wrong, todo)]
  }
  if (ended !== 'NK') return []
  const later =
    to >= end && row.side === 'this'
      ? ` It may be in the return of the year after ${longDay(end)}: once that is brought in, care goes on.`
      : ''
  const todo = `There is none. Care is taken to have ended on ${fileDay(to)}, with the reason not known. Add the episode, or the reason care ended.${later}`
  return [
    note(row, 'REC', row.values.REC ?? '', 'Another episode should begin on the day this one ended', todo),
  ]
}

/** One child's episodes in order, and what is odd about them. None is left out. */
export function episodesInOrder(episodes: readonly Episode[], ends: Ends): Ordered<Episode> {
  const rows = [...episodes].sort(inTime)
  const told = stretchesOf(rows)
  const steps = told.flatMap((now, i) => {
    const before = told[i - 1]
    if (!before) return oddFirst(now, ends)
    if (before.ended !== null) return oddReturn(before, now)
    return now.begins ? oddChange(before, now) : []
  })
  const last = told.at(-1)
  return { rows, problems: [...overlaps(rows, told), ...steps, ...(last ? oddLast(last, rows, ends) : [])] }
}
