import type { Figure, Measure } from '../../domain/improvement/plan.ts'
import { type Figure as Counted, figure } from '../../domain/indicators/figure.ts'
import type { Split } from '../../domain/indicators/groups.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import { type ShownFigure, SUPPRESSED, suppress } from '../../domain/indicators/suppress.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { figures } from '../indicators/figures.ts'
import { trend } from '../indicators/trend.ts'

/** What a measure came to on a day; `held` where it speaks of too few children for its reader; null where nobody. */
export type MeasureFigure = Figure | 'held' | null

type Part = Pick<Measure, 'split' | 'team'>

const isSplit = (by: string): by is Split => ['age', 'sex', 'ethnicity', 'team'].includes(by)

const partFilter = ({ split, team }: Part) => ({
  ...(team ? { team } : {}),
  ...(split && isSplit(split.by) ? { only: { split: split.by, is: split.value } } : {}),
})

const open = (f: Counted, on: Day): MeasureFigure =>
  f.value === null ? null : { value: f.value, on, numerator: f.numerator, denominator: f.denominator }

function shown(f: ShownFigure | undefined, on: Day): MeasureFigure {
  if (!f || f.value === null) return null
  if (f.value === SUPPRESSED || f.numerator === SUPPRESSED || f.denominator === SUPPRESSED) return 'held'
  return { value: f.value, on, numerator: f.numerator, denominator: f.denominator }
}

/**
 * A part is held back with regard to all the parts beside it, or it could be had by taking those from the whole: so
 * the whole table is asked for, day by day. Measures of a part are few.
 */
async function partShown(db: Db, i: Indicator, { split, team }: Part, on: Day): Promise<MeasureFigure> {
  const ways: readonly (readonly [Split, string, string | undefined])[] = [
    ...(team ? [['team', team, undefined] as const] : []),
    ...(split && isSplit(split.by) ? [[split.by, split.value, team] as const] : []),
  ]
  let last: MeasureFigure = null
  for (const [by, value, within] of ways) {
    const table = await figures(db, [i], on, { split: by, ...(within ? { team: within } : {}) })
    last = shown(
      suppress(table).find(f => f.split === value),
      on,
    )
    if (last === 'held') return 'held'
  }
  return last
}

/**
 * A measure's figure on each of some days, in their order.
 * @param held true where small numbers are to be held back: for elected members, and in papers that anyone may read
 */
export async function measureFigures(
  db: Db,
  i: Indicator,
  part: Part,
  days: readonly Day[],
  held: boolean,
): Promise<readonly MeasureFigure[]> {
  if (held && (part.split || part.team)) {
    const list: MeasureFigure[] = []
    for (const on of days) list.push(await partShown(db, i, part, on))
    return list
  }
  const found = await trend(db, i, days, partFilter(part))
  if (!held) return found.map(f => open(f, f.on))
  return found.map(f => shown(suppress([figure(i, f.numerator, f.denominator)])[0], f.on))
}
