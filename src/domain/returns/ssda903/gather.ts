import type { Day } from '../../kernel/day.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import { checkDolo, checkEpisode, checkMissing, checkOc2, checkPlaced, checkWorker } from './checks.ts'
import { episodesInOrder, missingInOrder } from './episode-order.ts'
import { type EpisodeDays, everyEpisode } from './every-episode.ts'
import { type Folders, gatherTable, type Known, rawTable, type Tally } from './gather-table.ts'
import type { Children, Ends } from './known-child.ts'
import type { FolderFault } from './raw.ts'
import { readRows } from './read-rows.ts'
import { note, type Row, type RowProblem, type Side } from './row.ts'
import type { Episode } from './stretches.ts'
import { type TableCode, tableCodes, tables, type Values } from './tables.ts'
import { collectionEnd, yearName } from './years.ts'

export interface FileCount extends Tally {
  readonly kept: number
  readonly leftOut: number
}

export type Accepted = { readonly [T in TableCode]: readonly Row<Values<T>>[] }

/** Two returns made one: the rows that count, and what was said of all of them. */
export interface Gathered {
  readonly rows: Accepted
  /** Every episode whose child and days can be read, also of rows that were left out. */
  readonly everyEpisode: readonly EpisodeDays[]
  readonly children: Children
  readonly ends: Ends
  readonly problems: readonly RowProblem[]
  readonly counts: readonly FileCount[]
}

/** Rows by child. */
export function byChild<R extends Row<{ readonly CHILD: string }>>(
  rows: readonly R[],
): ReadonlyMap<string, readonly R[]> {
  const map = new Map<string, R[]>()
  for (const row of rows) {
    const list = map.get(row.values.CHILD)
    if (list) list.push(row)
    else map.set(row.values.CHILD, [row])
  }
  return map
}

function endOfYear(folders: Folders, side: Side, today: Day): Day | undefined {
  const { rows } = readRows(tables.episodes, rawTable(folders[side], 'episodes'), side)
  return collectionEnd(rows.map(r => r.values.DECOM).filter(d => d <= today))
}

/** The collection years of both folders, or why they can't be told or do not follow. */
function endsOf(folders: Folders, today: Day): Result<Ends, FolderFault> {
  const end = endOfYear(folders, 'this', today)
  if (!end)
    return fail({
      file: 'episodes.csv',
      wrong: 'No episode in it can be read, so the year of the return can’t be told.',
      todo: 'Check that DECOM holds dates like 27/03/2026, and that CHILD, RNE, LS, CIN and PLACE are filled in.',
    })
  const last = endOfYear(folders, 'last', today) ?? null
  if (last === null || last < end) return ok({ this: end, last })
  return fail({
    file: folders.last?.name ?? 'last',
    wrong: `The return given as last year’s is for ${yearName(last)}, and the other is for ${yearName(end)}.`,
    todo: 'Give the later return first, and the earlier one with --last.',
  })
}

/** Notes of what fell when no episode of the child ran. The day an episode ends still counts. */
function outsideCare<V extends { readonly CHILD: string }>(
  rows: readonly Row<V>[],
  column: string,
  on: (values: V) => Day,
  episodes: ReadonlyMap<string, readonly Episode[]>,
): RowProblem[] {
  const covers = (d: Day) => (e: Episode) =>
    e.values.DECOM <= d && (e.values.DEC === null || d <= e.values.DEC)
  return rows
    .filter(row => !(episodes.get(row.values.CHILD) ?? []).some(covers(on(row.values))))
    .map(row =>
      note(
        row,
        column,
        '',
        `${column} falls when the child was not looked after`,
        'No episode of the return runs on that day. Check it against the episodes. The row is kept.',
      ),
    )
}

/**
 * Makes one return of two folders: reads every table, leaves out the rows that can't stand, and puts each child's
 * episodes in order.
 * @param today the day on which it is read; nothing after it can have happened
 */
export function gather(folders: Folders, today: Day): Result<Gathered, FolderFault> {
  const found = endsOf(folders, today)
  if (!found.ok) return found
  const ends = found.value
  const header = gatherTable(tables.header, { folders, today, children: null, ends: null })
  const children: Children = new Map(header.rows.map(row => [row.values.CHILD, row]))
  const known: Known = { folders, today, children, ends }

  const episodes = gatherTable(tables.episodes, known, {
    check: checkEpisode,
    twin: v => (v.DEC === v.DECOM ? 'day' : ''),
    // Two that begin together and end apart both say that the child was looked after.
    apart: v => v.DEC ?? '',
  })
  const missing = gatherTable(tables.missing, known, {
    check: checkMissing,
    twin: v => (v.MIS_END === v.MIS_START ? 'day' : ''),
  })
  const others = {
    reviews: gatherTable(tables.reviews, known),
    oc2: gatherTable(tables.oc2, known, { check: checkOc2 }),
    oc3: gatherTable(tables.oc3, known),
    ad1: gatherTable(tables.ad1, known),
    placed_for_adoption: gatherTable(tables.placed_for_adoption, known, { check: checkPlaced }),
    previous_permanence: gatherTable(tables.previous_permanence, known),
    uasc: gatherTable(tables.uasc, known),
    sw_episodes: gatherTable(tables.sw_episodes, known, { check: checkWorker }),
    dolo: gatherTable(tables.dolo, known, { check: checkDolo }),
  }
  const orderedEpisodes = [...byChild(episodes.rows).values()].map(rows => episodesInOrder(rows, ends))
  const orderedMissing = [...byChild(missing.rows).values()].map(missingInOrder)
  const rows: Accepted = {
    header: header.rows,
    episodes: orderedEpisodes.flatMap(o => o.rows),
    missing: orderedMissing.flatMap(o => o.rows),
    reviews: others.reviews.rows,
    oc2: others.oc2.rows,
    oc3: others.oc3.rows,
    ad1: others.ad1.rows,
    placed_for_adoption: others.placed_for_adoption.rows,
    previous_permanence: others.previous_permanence.rows,
    uasc: others.uasc.rows,
    sw_episodes: others.sw_episodes.rows,
    dolo: others.dolo.rows,
  }
  const episodesOf = byChild(rows.episodes)
  const read = [header, episodes, missing, ...Object.values(others)]
  const problems = [
    ...read.flatMap(t => t.problems),
    ...[...orderedEpisodes, ...orderedMissing].flatMap(o => o.problems),
    ...outsideCare(rows.reviews, 'REVIEW', v => v.REVIEW, episodesOf),
    ...outsideCare(rows.missing, 'MIS_START', v => v.MIS_START, episodesOf),
  ]
  return ok({
    rows,
    everyEpisode: everyEpisode(folders, rows.episodes),
    children,
    ends,
    problems,
    counts: counts(
      read.flatMap(t => t.tallies),
      problems,
    ),
  })
}

const place = (t: Tally) => tableCodes.indexOf(t.table)

/** What became of the rows of every file, in the order of the return. */
function counts(tallies: readonly Tally[], problems: readonly RowProblem[]): readonly FileCount[] {
  const out = new Map<string, Set<number>>()
  for (const p of problems) {
    if (p.level !== 'problem') continue
    const id = `${p.side}/${p.file}`
    const lines = out.get(id) ?? new Set()
    out.set(id, lines.add(p.line))
  }
  return [...tallies]
    .sort((a, b) => place(a) - place(b))
    .map(t => {
      const leftOut = out.get(`${t.side}/${t.file}`)?.size ?? 0
      return { ...t, leftOut, kept: t.read - t.joined - leftOut }
    })
}
