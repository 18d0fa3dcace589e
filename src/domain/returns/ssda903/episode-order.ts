import { fileDay } from './days.ts'
import { inOrder, type Ordered } from './in-order.ts'
import type { Ends } from './known-child.ts'
import { lineOf, note, type Row, type RowProblem } from './row.ts'
import type { Values } from './tables.ts'

export type Episode = Row<Values<'episodes'>>
type Missing = Row<Values<'missing'>>

/** True where care ended with this episode: it has a day of ending, and a reason other than that another begins. */
export const leavesCare = (e: Episode): boolean =>
  e.values.DEC !== null && e.values.REC !== null && e.values.REC !== 'X1'

export const missingInOrder = (rows: readonly Missing[]): Ordered<Missing> =>
  inOrder(
    rows,
    r => r.values.MIS_START,
    r => r.values.MIS_END,
    { start: 'MIS_START', end: 'MIS_END', what: 'missing episode' },
  )

/** What is odd between an episode and the one before it, where both can be kept. */
function oddSteps(before: Episode, row: Episode): RowProblem[] {
  const was = before.values
  const now = row.values
  if (leavesCare(before))
    return now.RNE === 'S'
      ? []
      : [
          note(
            row,
            'RNE',
            now.RNE,
            'RNE is not S, though care had ended',
            `The one on ${lineOf(before, row)} ended care on ${fileDay(was.DEC ?? now.DECOM)}. It is kept as a new period of care.`,
          ),
        ]
  const notes: RowProblem[] = []
  if (was.DEC !== null && was.DEC < now.DECOM)
    notes.push(
      note(
        before,
        'REC',
        was.REC ?? '',
        'No episode begins on the day this one ended',
        `The next begins on ${fileDay(now.DECOM)}. Care is taken to have gone on.`,
      ),
    )
  if (now.RNE === 'S')
    notes.push(
      note(
        row,
        'RNE',
        'S',
        'RNE is S, though care had not ended',
        `The one on ${lineOf(before, row)} does not end care. It is kept as a change within the same period.`,
      ),
    )
  if (now.CIN !== was.CIN)
    notes.push(
      note(
        row,
        'CIN',
        now.CIN,
        'CIN differs from the episode before',
        'The need is that of the day care began, and is kept from there.',
      ),
    )
  const changes = now.LS !== was.LS
  const says = now.RNE === 'L' || now.RNE === 'B' || now.RNE === 'U'
  if (now.RNE !== 'S' && changes !== says)
    notes.push(
      note(
        row,
        'RNE',
        now.RNE,
        changes ? 'LS changes, but RNE says it does not' : 'RNE says that LS changes, but it does not',
        `LS is ${was.LS} before, and ${now.LS} now. LS is kept as it stands.`,
      ),
    )
  return notes
}

/** What is odd about the first and the last of a child's episodes, beside the years that were read. */
function oddEnds(first: Episode, last: Episode, ends: Ends): RowProblem[] {
  const notes: RowProblem[] = []
  if (first.values.RNE !== 'S') {
    const todo = `Care is counted from this episode: the day it began is not in the return.${ends.last === null ? ' It may be in last year’s: give it with --last.' : ''}`
    notes.push(
      note(first, 'RNE', first.values.RNE, 'The child’s first episode is not the start of care', todo),
    )
  }
  if (leavesCare(last)) return notes
  const { DEC, REC } = last.values
  if (last.side === 'last') {
    const todo =
      'The child is kept as looked after. If care ended, this year’s return needs the episode and its end.'
    notes.push(
      note(
        last,
        'DEC',
        '',
        'The child was looked after when last year ended, and has no later episode this year',
        todo,
      ),
    )
  } else if (DEC !== null && DEC < ends.this) {
    const todo =
      'There is none. The child is kept as looked after. Add the episode, or the reason care ended.'
    notes.push(note(last, 'REC', REC ?? '', 'Another episode should begin on the day this one ended', todo))
  }
  return notes
}

/** One child's episodes in order, and what is odd about them. */
export function episodesInOrder(rows: readonly Episode[], ends: Ends): Ordered<Episode> {
  const ordered = inOrder(
    rows,
    r => r.values.DECOM,
    r => r.values.DEC,
    { start: 'DECOM', end: 'DEC', what: 'episode' },
  )
  const notes = ordered.rows.flatMap((row, i) => {
    const before = ordered.rows[i - 1]
    return before ? oddSteps(before, row) : []
  })
  const first = ordered.rows[0]
  const last = ordered.rows.at(-1)
  const about = first && last ? oddEnds(first, last, ends) : []
  return { rows: ordered.rows, problems: [...ordered.problems, ...notes, ...about] }
}
