import type { Day } from '../../kernel/day.ts'
import type { ceasedReasons } from '../../records/codes.ts'
import { contents, type Row } from './row.ts'
import type { Values } from './tables.ts'

export type Episode = Row<Values<'episodes'>>

/** Days through which one episode says where a child was. An episode has several where another falls within it. */
export interface Stretch {
  readonly row: Episode
  readonly from: Day
  /** The day it was over, and no part of it. The same as `from` for an episode of one day. */
  readonly to: Day | null
  /** It begins where its episode begins: it is not what is left of one after another fell within it. */
  readonly begins: boolean
  /** No later stretch is of the same episode. */
  readonly last: boolean
  /** Why care ended with it; null where care went on. */
  readonly ended: keyof typeof ceasedReasons | null
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** By first day, then by end, then by contents: the order in the file is no part of it. */
export const inTime = (a: Episode, b: Episode): number =>
  compare(a.values.DECOM, b.values.DECOM) ||
  compare(a.values.DEC ?? '9', b.values.DEC ?? '9') ||
  compare(contents(a.values), contents(b.values))

export const oneDay = ({ values }: Episode): boolean => values.DEC === values.DECOM

/** True where an episode runs on through a day, neither beginning nor ending on it. */
export const runsAcross =
  (on: Day) =>
  ({ values }: Episode): boolean =>
    values.DECOM < on && (values.DEC === null || values.DEC > on)

/** The reason that care ended, where a row gives one. X1 says that another episode begins. */
export const leaving = ({ values }: Episode): Exclude<Episode['values']['REC'], 'X1'> =>
  values.DEC === null || values.REC === 'X1' ? null : values.REC

interface Piece {
  readonly row: Episode
  readonly from: Day
  readonly to: Day | null
}

/** Which of the episodes that run on a day tells of it: the last begun, and of those that begin together the shortest. */
const onTop = (rows: readonly Episode[], on: Day): Episode | undefined =>
  rows
    .filter(({ values }) => values.DECOM <= on && (values.DEC === null || values.DEC > on))
    .reduce<Episode | undefined>((top, r) => (top?.values.DECOM === r.values.DECOM ? top : r), undefined)

function pieces(rows: readonly Episode[]): Piece[] {
  const days = [
    ...new Set(rows.flatMap(({ values: v }) => (v.DEC === null ? [v.DECOM] : [v.DECOM, v.DEC]))),
  ].sort()
  const single = rows.filter(oneDay)
  const cuts = new Set(single.map(r => r.values.DECOM))
  const found: Piece[] = []
  days.forEach((from, i) => {
    const row = onTop(rows, from)
    if (!row) return
    const to = days[i + 1] ?? null
    const before = found.at(-1)
    const goesOn = before?.row === row && before.to === from && !cuts.has(from)
    if (goesOn) found[found.length - 1] = { ...before, to }
    else found.push({ row, from, to })
  })
  const days1 = single.map(row => ({ row, from: row.values.DECOM, to: row.values.DECOM }))
  return [...found, ...days1].sort((a, b) => compare(a.from, b.from) || compare(a.to ?? '9', b.to ?? '9'))
}

/**
 * Why care ended with a piece: nothing where an episode runs on through its last day, or the next begins then and no
 * row gives a reason; "not known" where nothing follows.
 */
function endOf(piece: Piece, next: Piece | undefined, rows: readonly Episode[]): Stretch['ended'] {
  const { row, to } = piece
  if (to === null || rows.some(runsAcross(to))) return null
  const ending = oneDay(row) ? [] : rows.filter(r => r.values.DEC === to && !oneDay(r))
  const reason = [row, ...ending].map(leaving).find(r => r !== null)
  return reason ?? (next?.from === to ? null : 'NK')
}

/**
 * One child's days, each told by one episode, so that a child is looked after on exactly the days on which some episode
 * runs. Of episodes that overlap the one that began later tells of the days of both: the earlier is cut short by it, or
 * goes on after it where it ends later.
 * @param episodes of one child, in any order; no two of the same days
 */
export function stretchesOf(episodes: readonly Episode[]): readonly Stretch[] {
  const rows = [...episodes].sort(inTime)
  const all = pieces(rows)
  const last = new Map(all.map((p, i) => [p.row, i]))
  return all.map((p, i) => ({
    ...p,
    begins: p.from === p.row.values.DECOM,
    last: last.get(p.row) === i,
    ended: endOf(p, all[i + 1], rows),
  }))
}
