import type { CaseFile } from '../../casework/file.ts'
import type { Day } from '../../kernel/day.ts'
import { runsOn } from '../../records/spell.ts'
import { type Episode, leavesCare } from './episode-order.ts'
import { byChild } from './gather.ts'
import type { ImportPlan } from './plan.ts'
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
}

/** True where a child's episodes, in order, leave them looked after on a day: the last begun has not ended care by then. */
function lookedAfter(episodes: readonly Episode[], on: Day): boolean {
  const last = episodes.findLast(e => e.values.DECOM <= on)
  return last !== undefined && !(leavesCare(last) && last.values.DEC !== null && last.values.DEC <= on)
}

/** True where an episode within a period of care leaves the child where they were. */
const carriesOn = (now: Episode['values'], was: Episode['values']): boolean => {
  const place = (v: Episode['values']) => [v.PLACE, v.PLACE_PROVIDER ?? '', v.PL_POST ?? '', v.URN ?? '']
  const before = place(was)
  const stays = place(now).every((value, i) => value === '' || before[i] === '' || value === before[i])
  return (now.RNE === 'L' || now.RNE === 'S') && stays
}

/**
 * Counts from the rows of the files that stand, without looking at the entries made of them:
 * - a child is a row of the header;
 * - a child is looked after on a day unless the last episode begun by then has ended care by then;
 * - a period of care begins with a child's first episode, and with the first after one that ended care;
 * - a placement is an episode, with those after it that only carry it on: RNE is L (or S within a period), and no
 *   column of the place says otherwise than the episode before;
 * - a review and a missing episode are a row each.
 */
export function countFiles({ rows }: Pick<ImportPlan, 'rows'>, on: Day): Counts {
  const children = [...byChild(rows.episodes).values()]
  const first = (_: Episode, before: Episode | undefined) => !before || leavesCare(before)
  const number = (test: (e: Episode, before: Episode | undefined) => boolean) =>
    children.reduce((n, list) => n + list.filter((e, i) => test(e, list[i - 1])).length, 0)
  return {
    children: rows.header.length,
    lookedAfter: children.filter(list => lookedAfter(list, on)).length,
    periods: number(first),
    placements: number((e, before) => first(e, before) || !carriesOn(e.values, before?.values ?? e.values)),
    leavings: number(leavesCare),
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
    }
  })
}
