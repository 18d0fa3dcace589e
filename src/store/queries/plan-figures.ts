import type { AuditMeasure, IndicatorMeasure } from '../../domain/improvement/measure.ts'
import type { Figure } from '../../domain/improvement/plan.ts'
import { type Figure as Counted, figure } from '../../domain/indicators/figure.ts'
import type { Split } from '../../domain/indicators/groups.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import { findIndicator } from '../../domain/indicators/indicators.ts'
import { type ShownFigure, SUPPRESSED, suppress } from '../../domain/indicators/suppress.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { figures } from '../indicators/figures.ts'
import { trend } from '../indicators/trend.ts'
import { auditFigures } from './audit-figures.ts'

/** What a measure came to on a day; `held` where it speaks of too few children for its reader; null where nobody. */
export type MeasureFigure = Figure | 'held' | null

type Part = Pick<IndicatorMeasure, 'split' | 'team'>

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

/** The whole table of an indicator by a split on a day: asked once, whatever measures of it there are. */
type TableOf = (i: Indicator, on: Day, by: Split, within?: string) => Promise<readonly ShownFigure[]>

function tables(db: Db): TableOf {
  const asked = new Map<string, Promise<readonly ShownFigure[]>>()
  return async (i, on, by, within) => {
    const key = JSON.stringify([i.code, on, by, within])
    const made =
      asked.get(key) ??
      figures(db, [i], on, { split: by, ...(within ? { team: within } : {}) }).then(suppress)
    asked.set(key, made)
    return await made
  }
}

/**
 * A part is held back with regard to all the parts beside it, or it could be had by taking those from the whole: so
 * the whole table is asked for, day by day. Measures of a part are few.
 */
async function partShown(
  table: TableOf,
  i: Indicator,
  { split, team }: Part,
  on: Day,
): Promise<MeasureFigure> {
  const ways: readonly (readonly [Split, string, string | undefined])[] = [
    ...(team ? [['team', team, undefined] as const] : []),
    ...(split && isSplit(split.by) ? [[split.by, split.value, team] as const] : []),
  ]
  let last: MeasureFigure = null
  for (const [by, value, within] of ways) {
    const shownTable = await table(i, on, by, within)
    last = shown(
      shownTable.find(f => f.split === value),
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
  table: TableOf = tables(db),
): Promise<readonly MeasureFigure[]> {
  if (held && (part.split || part.team)) {
    const list: MeasureFigure[] = []
    for (const on of days) list.push(await partShown(table, i, part, on))
    return list
  }
  const found = await trend(db, i, days, partFilter(part))
  if (!held) return found.map(f => open(f, f.on))
  return found.map(f => shown(suppress([figure(i, f.numerator, f.denominator)])[0], f.on))
}

/** One to four, or all but one to four, of those that were looked at or asked. */
export const fewOf = ({ numerator: yes, denominator: all }: Figure): boolean =>
  [yes, all, all === undefined || yes === undefined ? undefined : all - yes].some(
    n => n !== undefined && n >= 1 && n <= 4,
  )

/** What is counted of a measure, and on which days. */
export interface Asked {
  readonly measure: IndicatorMeasure | AuditMeasure
  readonly days: readonly Day[]
}

/** The same for two measures that count the same thing, whatever their targets. */
const keyOf = ({ measure: m }: Asked): string =>
  m.kind === 'indicator'
    ? JSON.stringify(['indicator', m.indicator, m.split?.by, m.split?.value, m.team])
    : JSON.stringify(['audit', m.tool, m.standard, m.team])

/**
 * What several measures came to, each on its days. Measures that count the same are counted once, all their days
 * together, so that the statements grow with the different figures of a plan and not with its actions.
 * @param held as for {@link measureFigures}
 * @returns a reading for each asked, in their order
 */
export async function countedFigures(
  db: Db,
  asked: readonly Asked[],
  held: boolean,
): Promise<readonly ReadonlyMap<Day, MeasureFigure>[]> {
  const table = tables(db)
  const found = new Map<string, ReadonlyMap<Day, MeasureFigure>>()
  for (const [key, alike] of Map.groupBy(asked, keyOf)) {
    const [first] = alike
    const days = [...new Set(alike.flatMap(a => a.days))].sort()
    const list = first ? await counted(db, first.measure, days, held, table) : []
    found.set(key, new Map(days.map((on, n) => [on, list[n] ?? null])))
  }
  return asked.map(a => found.get(keyOf(a)) ?? new Map<Day, MeasureFigure>())
}

async function counted(
  db: Db,
  measure: Asked['measure'],
  days: readonly Day[],
  held: boolean,
  table: TableOf,
): Promise<readonly MeasureFigure[]> {
  if (measure.kind === 'audit') {
    const found = await auditFigures(db, measure, days)
    return found.map(f => (f && held && fewOf(f) ? 'held' : f))
  }
  const indicator = findIndicator(measure.indicator)
  return indicator ? await measureFigures(db, indicator, measure, days, held, table) : []
}
