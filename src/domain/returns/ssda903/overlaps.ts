import { fileDay } from './days.ts'
import { lineOf, note, type RowProblem } from './row.ts'
import { type Episode, leaving, oneDay, runsAcross, type Stretch } from './stretches.ts'

const end = (r: Episode) => r.values.DEC ?? '9'

/** True where the later of two ends after the earlier, or neither has an end. */
const runsOver = (later: Episode, row: Episode) =>
  end(later) > end(row) || (later.values.DEC === null && row.values.DEC === null)

/** An episode of one day on the first or last day of another only touches it. */
const within = (short: Episode) => (long: Episode) =>
  oneDay(short)
    ? runsAcross(short.values.DECOM)(long)
    : long !== short && long.values.DECOM <= short.values.DECOM && !runsOver(short, long)

const runs = ({ values }: Episode) =>
  `runs from ${fileDay(values.DECOM)}${values.DEC === null ? ' and has no end' : ` to ${fileDay(values.DEC)}`}`

/** What is lost where care went on past the end of a row that gives a reason for its ending. */
function reasonLost(row: Episode, rows: readonly Episode[]): string {
  const reason = leaving(row)
  const { DEC } = row.values
  return reason !== null && DEC !== null && rows.some(runsAcross(DEC))
    ? ` Care is taken to have gone on, so its reason for ending (${reason}) is not kept.`
    : ''
}

const CHECK = ' Check the days of both.'

function contained(row: Episode, long: Episode, rows: readonly Episode[]): RowProblem {
  const { DECOM, DEC } = row.values
  const after = DEC !== null && DEC !== long.values.DEC ? `, and the other goes on from ${fileDay(DEC)}` : ''
  const todo = `The one on ${lineOf(long, row)} ${runs(long)}. Both are kept: this one for its own days${after}.${reasonLost(row, rows)}${CHECK}`
  return note(row, 'DECOM', fileDay(DECOM), 'The episode falls within another', todo)
}

function cutShort(row: Episode, later: Episode, rows: readonly Episode[]): RowProblem {
  const { DEC } = row.values
  const on = fileDay(later.values.DECOM)
  if (DEC === null) {
    const todo = `It is taken to end on ${on}, when the one on ${lineOf(later, row)} begins.`
    return note(row, 'DEC', '', 'The episode has no end, but a later one begins', todo)
  }
  const todo = `The one on ${lineOf(later, row)} ${runs(later)}. Both are kept: this one is taken to end on ${on}.${reasonLost(row, rows)}${CHECK}`
  return note(row, 'DEC', fileDay(DEC), 'The episode ends after another has begun', todo)
}

/** All of its days are told by others, none of which runs through them all. */
function hidden(row: Episode, told: readonly Stretch[], rows: readonly Episode[]): RowProblem {
  const { DECOM } = row.values
  const others = new Set(
    told.filter(s => s.from < end(row) && (s.to ?? '9') > DECOM).map(s => lineOf(s.row, row)),
  )
  const todo = `See ${[...others].join(', ')}. It ${runs(row)}: the child is kept as looked after through those days, but where they were is told by the others.${reasonLost(row, rows)} Check the days of all.`
  return note(row, 'DECOM', fileDay(DECOM), 'Other episodes tell of all the days of this one', todo)
}

/**
 * Notes of one child's episodes that overlap. None is left out.
 * @param rows in order of time
 * @param told the days as the record will have them
 */
export function overlaps(rows: readonly Episode[], told: readonly Stretch[]): RowProblem[] {
  const shown = new Set(told.map(s => s.row))
  return rows.flatMap(row => {
    if (!shown.has(row)) return [hidden(row, told, rows)]
    const long = rows.find(within(row))
    const later = rows.find(
      r => r.values.DECOM > row.values.DECOM && r.values.DECOM < end(row) && runsOver(r, row),
    )
    return [...(long ? [contained(row, long, rows)] : []), ...(later ? [cutShort(row, later, rows)] : [])]
  })
}
