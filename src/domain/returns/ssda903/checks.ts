import type { Day } from '../../kernel/day.ts'
import { fileDay } from './days.ts'
import { note, problem, type Row, type RowProblem } from './row.ts'
import type { Values } from './tables.ts'

/** What is wrong with one row by itself, once each of its values can be read. */
export type Check<V> = (row: Row<V>) => readonly RowProblem[]

const endBeforeStart = (
  row: Row<unknown>,
  end: string,
  to: Day | null,
  start: string,
  from: Day,
): RowProblem[] =>
  to !== null && to < from
    ? [
        problem(
          row,
          end,
          fileDay(to),
          `${end} is before ${start}`,
          `${start} is ${fileDay(from)}. Check both days. The row is left out.`,
        ),
      ]
    : []

export const checkEpisode: Check<Values<'episodes'>> = row => {
  const { DECOM, DEC, REC } = row.values
  const faults = endBeforeStart(row, 'DEC', DEC, 'DECOM', DECOM)
  if (faults.length > 0) return faults
  if (DEC === null && REC !== null)
    return [
      note(
        row,
        'REC',
        REC,
        'REC is given, but DEC is blank',
        'Give the day it ended, or leave both blank. It is kept as not ended.',
      ),
    ]
  if (DEC !== null && REC === null)
    return [
      note(
        row,
        'REC',
        '',
        'DEC is given, but REC is blank',
        'Say why it ended. It is kept as one that ended with X1.',
      ),
    ]
  if (DEC === DECOM)
    return [
      note(
        row,
        'DEC',
        fileDay(DEC),
        'The episode ends on the day it began',
        'The return has no such episodes. Check both days. It is kept.',
      ),
    ]
  return []
}

export const checkMissing: Check<Values<'missing'>> = row =>
  endBeforeStart(row, 'MIS_END', row.values.MIS_END, 'MIS_START', row.values.MIS_START)

export const checkWorker: Check<Values<'sw_episodes'>> = row => {
  const { SW_ID, SW_DEC, SW_DECOM } = row.values
  const faults = endBeforeStart(row, 'SW_DEC', SW_DEC, 'SW_DECOM', SW_DECOM)
  return faults.length > 0 || /^(SW|XX)/i.test(SW_ID)
    ? faults
    : [note(row, 'SW_ID', SW_ID, 'SW_ID does not begin with SW or XX', 'Check the number. The row is kept.')]
}

export const checkDolo: Check<Values<'dolo'>> = row =>
  endBeforeStart(row, 'DOLO_END', row.values.DOLO_END, 'DOLO_START', row.values.DOLO_START)

export const checkPlaced: Check<Values<'placed_for_adoption'>> = row =>
  endBeforeStart(
    row,
    'DATE_PLACED_CEASED',
    row.values.DATE_PLACED_CEASED,
    'DATE_PLACED',
    row.values.DATE_PLACED,
  )

export const checkOc2: Check<Values<'oc2'>> = row =>
  row.values.SDQ_SCORE !== null && row.values.SDQ_REASON !== null
    ? [
        note(
          row,
          'SDQ_REASON',
          row.values.SDQ_REASON,
          'A score is given, and a reason for no score',
          'Take one of them out. The score is kept.',
        ),
      ]
    : []
