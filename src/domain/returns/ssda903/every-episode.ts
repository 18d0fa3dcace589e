import { type Folders, rawTable } from './gather-table.ts'
import { readRows } from './read-rows.ts'
import type { Row } from './row.ts'
import type { Episode } from './stretches.ts'
import { tables, type Values } from './tables.ts'

/** Whose episode, and when: all that it takes to know that a child was looked after. */
export type EpisodeDays = Row<Pick<Values<'episodes'>, 'CHILD' | 'DECOM' | 'DEC'>>

const { CHILD, DECOM, DEC } = tables.episodes.columns
const days = { ...tables.episodes, columns: { CHILD, DECOM, DEC }, key: ['CHILD', 'DECOM'] } as const

const key = ({ values: v }: EpisodeDays) => `${v.CHILD}|${v.DECOM}|${v.DEC === v.DECOM}`

/**
 * Every episode of both folders whose child and days can be read, whatever else is wrong with its row. A row of last
 * year of which this year's return speaks again is left to this year's.
 * @param accepted the episodes that stand
 */
export function everyEpisode(folders: Folders, accepted: readonly Episode[]): readonly EpisodeDays[] {
  const again = new Set(accepted.filter(r => r.side === 'this').map(key))
  const now = readRows(days, rawTable(folders.this, 'episodes'), 'this').rows
  const before = readRows(days, rawTable(folders.last, 'episodes'), 'last').rows
  return [...now, ...before.filter(r => !again.has(key(r)))]
}
