import type { CaseFile } from '../../casework/file.ts'
import type { Day } from '../../kernel/day.ts'
import { runsOn } from '../../records/spell.ts'
import { beginningsAndEnds, lookedAfter } from './count-care.ts'
import { byChild } from './gather.ts'
import type { ImportPlan } from './plan.ts'
import { type Episode, type Stretch, stretchesOf } from './stretches.ts'
import type { TableCode } from './tables.ts'

/** What is counted on both sides, in the order shown, and the file whose left-out rows bear on it. */
const counted = {
  children: { what: 'Children', table: 'header' },
  lookedAfter: { what: 'Children looked after on the day', table: 'episodes' },
  periods: { what: 'Periods of care', table: 'episodes' },
  placements: { what: 'Placements', table: 'episodes' },
  leavings: { what: 'Times that care ended', table: 'episodes' },
  reviews: { what: 'Looked after reviews', table: 'reviews' },
  missing: { what: 'Missing episodes', table: 'missing' },
} as const satisfies Readonly<Record<string, { what: string; table: TableCode }>>
type Counts = Readonly<Record<keyof typeof counted, number>>

export interface Reconciled {
  readonly what: string
  readonly inFiles: number
  readonly inProduct: number
  readonly equal: boolean
  /** Rows left out of that file, in both years: no part of either count. */
  readonly leftOut: number
  /**
   * Of children looked after: the count by every row whose child and days can be read, left out or not. Where it is
   * that of the files that stand, no child was lost with a row. Null for the other counts.
   */
  readonly inAllRows: number | null
}

/** True where a stretch within a period of care leaves the child where they were. */
function carriesOn(now: Stretch, before: Stretch): boolean {
  const place = ({ row: { values: v } }: Stretch) => [
    v.PLACE,
    v.PLACE_PROVIDER ?? '',
    v.PL_POST ?? '',
    v.URN ?? '',
  ]
  const was = place(before)
  const stays = place(now).every((value, i) => value === '' || was[i] === '' || value === was[i])
  const { RNE } = now.row.values
  return (!now.begins || RNE === 'L' || RNE === 'S') && stays
}

/** The placements of one child's episodes: their stretches, but for those that only carry one on. */
const placements = (rows: readonly Episode[]): number =>
  stretchesOf(rows).filter((now, i, all) => {
    const before = all[i - 1]
    return !before || before.ended !== null || !carriesOn(now, before)
  }).length

/**
 * Counts from the rows of the files that stand, without looking at the entries made of them:
 * - a child is a row of the header;
 * - a child is looked after on a day where an episode has begun by then, and has no end or one after it;
 * - a period of care begins where no episode runs on, and none ends that day but with a reason (X1 is none);
 * - care ends where no episode runs on, and a reason is given or none begins;
 * - a placement is an episode, or what is left of it after another fell within it, with those after it that only carry
 *   it on: RNE is L (or S within a period), and no column of the place says otherwise than the one before;
 * - a review and a missing episode are a row each.
 */
export function countFiles({ rows }: Pick<ImportPlan, 'rows'>, on: Day): Counts {
  const children = [...byChild(rows.episodes).values()]
  const care = children.map(beginningsAndEnds)
  return {
    children: rows.header.length,
    lookedAfter: lookedAfter(rows.episodes, on),
    periods: care.reduce((n, c) => n + c.periods, 0),
    placements: children.reduce((n, list) => n + placements(list), 0),
    leavings: care.reduce((n, c) => n + c.leavings, 0),
    reviews: rows.reviews.length,
    missing: rows.missing.length,
  }
}

/** The same counts from children's files as the product folds them. */
export function countProduct(files: readonly CaseFile[], on: Day): Counts {
  const spells = files.flatMap(f => f.spells)
  const entries = files.flatMap(f => f.happenings.filter(e => !e.withdrawn))
  const spellsOf = (kind: string) => spells.filter(s => s.kind === kind)
  const entriesOf = (type: string) => entries.filter(e => e.type === type).length
  return {
    children: files.filter(f => f.person.born !== null).length,
    lookedAfter: files.filter(f => f.spells.some(s => s.kind === 'looked-after' && runsOn(s, on))).length,
    periods: spellsOf('looked-after').length,
    placements: spellsOf('placement').length,
    leavings: spellsOf('looked-after').filter(s => s.to !== null).length,
    reviews: entriesOf('looked-after-review'),
    missing: spellsOf('missing').length,
  }
}

/**
 * What the files hold beside what the product holds once they are in it.
 * @param files the folded files of the children of the return; other children are no part of it
 * @param on the day on which children looked after are counted: the last of the collection year where not said
 */
export function reconcile(
  plan: ImportPlan,
  files: readonly CaseFile[],
  on: Day = plan.yearEnd,
): readonly Reconciled[] {
  const inFiles = countFiles(plan, on)
  const inProduct = countProduct(files, on)
  const leftOut = (table: TableCode) =>
    plan.counts.filter(c => c.table === table).reduce((n, c) => n + c.leftOut, 0)
  return Object.entries(counted).map(([name, { what, table }]) => {
    const key = name as keyof Counts
    return {
      what,
      inFiles: inFiles[key],
      inProduct: inProduct[key],
      equal: inFiles[key] === inProduct[key],
      leftOut: leftOut(table),
      inAllRows: key === 'lookedAfter' ? lookedAfter(plan.everyEpisode, on) : null,
    }
  })
}
