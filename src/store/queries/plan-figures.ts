import type { AuditMeasure, IndicatorMeasure } from '../../domain/improvement/measure.ts'
import type { Figure } from '../../domain/improvement/plan.ts'
import type { Figure as Counted } from '../../domain/indicators/figure.ts'
import type { Split } from '../../domain/indicators/groups.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import { findIndicator } from '../../domain/indicators/indicators.ts'
import { type ShownFigure, SUPPRESSED } from '../../domain/indicators/suppress.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { shownSplit, shownTrends } from '../indicators/shown.ts'
import { trends, type Wanted } from '../indicators/trend.ts'
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

/** Of a count it is not shown of how many: those would be most of the children of other figures. */
function shown(i: Indicator, f: ShownFigure | undefined, on: Day): MeasureFigure {
  if (!f || f.value === null) return null
  if (f.value === SUPPRESSED || f.numerator === SUPPRESSED || f.denominator === SUPPRESSED) return 'held'
  if (i.unit === 'count') return { value: f.value, on }
  return { value: f.value, on, numerator: f.numerator, denominator: f.denominator }
}

/** The whole table of an indicator by a split on a day: asked once, whatever measures of it there are. */
type TableOf = (i: Indicator, on: Day, by: Split) => Promise<readonly ShownFigure[]>

function tables(db: Db): TableOf {
  const asked = new Map<string, Promise<readonly ShownFigure[]>>()
  return async (i, on, by) => {
    const key = JSON.stringify([i.code, on, by])
    const made = asked.get(key) ?? shownSplit(db, i, on, by)
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
  const [by, value] = team ? (['team', team] as const) : [split?.by ?? '', split?.value]
  if (!isSplit(by)) return null
  const found = (await table(i, on, by)).find(f => f.split === value)
  return shown(i, found, on)
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
  // A part within a team would leave, taken from that part of all teams, what the other teams have.
  if (held && part.split && part.team) return days.map(() => 'held')
  if (held && (part.split || part.team)) {
    const list: MeasureFigure[] = []
    for (const on of days) list.push(await partShown(table, i, part, on))
    return list
  }
  return (await wholesOf(db, [{ indicator: i, ons: days }], partFilter(part), held)).get(i.code) ?? []
}

/** Figures that are no part of others, of each indicator by its code, as their reader may see them. */
async function wholesOf(
  db: Db,
  wanted: readonly Wanted[],
  filter: ReturnType<typeof partFilter>,
  held: boolean,
): Promise<ReadonlyMap<string, readonly MeasureFigure[]>> {
  if (!held) {
    const found = await trends(db, wanted, filter)
    return new Map([...found].map(([code, all]) => [code, all.map(f => open(f, f.on))]))
  }
  const found = await shownTrends(db, wanted)
  return new Map(
    wanted.map(({ indicator: i }) => [i.code, (found.get(i.code) ?? []).map(f => shown(i, f, f.on))]),
  )
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
  const days = new Map(
    [...Map.groupBy(asked, keyOf)].map(([key, alike]) => [
      key,
      { alike, days: [...new Set(alike.flatMap(a => a.days))].sort() },
    ]),
  )
  const found = new Map<string, ReadonlyMap<Day, MeasureFigure>>(await wholes(db, [...days], held))
  for (const [key, { alike, days: on }] of days) {
    const [first] = alike
    if (!first || found.has(key)) continue
    const list = await counted(db, first.measure, on, held, table)
    found.set(key, new Map(on.map((d, n) => [d, list[n] ?? null])))
  }
  return asked.map(a => found.get(keyOf(a)) ?? new Map<Day, MeasureFigure>())
}

type Alike = readonly [string, { readonly alike: readonly Asked[]; readonly days: readonly Day[] }]

/** The figures that are held back, if at all, by themselves: those of the same children are asked for together. */
async function wholes(
  db: Db,
  all: readonly Alike[],
  held: boolean,
): Promise<(readonly [string, ReadonlyMap<Day, MeasureFigure>])[]> {
  const simple = all.flatMap(([key, { alike, days }]) => {
    const measure = alike[0]?.measure
    if (measure?.kind !== 'indicator' || (held && (measure.split || measure.team))) return []
    const indicator = findIndicator(measure.indicator)
    return indicator ? [{ key, indicator, ons: days, filter: partFilter(measure) }] : []
  })
  const found: (readonly [string, ReadonlyMap<Day, MeasureFigure>])[] = []
  for (const [, together] of Map.groupBy(simple, s => JSON.stringify(s.filter))) {
    const lines = await wholesOf(db, together, together[0]?.filter ?? {}, held)
    for (const { key, indicator, ons } of together) {
      const line = lines.get(indicator.code) ?? []
      found.push([key, new Map(ons.map((on, n) => [on, line[n] ?? null]))])
    }
  }
  return found
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
