import { measureTitle, sourceOf } from '../../domain/improvement/measure-line.ts'
import { boundName, namedIn } from '../../domain/improvement/papers/author.ts'
import type { Bound, PaperInput, SetLine } from '../../domain/improvement/papers/part.ts'
import type { PlanLine } from '../../domain/improvement/plan-lines.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import { findIndicator, indicators } from '../../domain/indicators/indicators.ts'
import { type Day, monthsTo } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { measureFigures } from './plan-figures.ts'
import { targetsOn } from './targets.ts'

const unitOf = (i: Indicator): Bound['unit'] => (i.unit === 'percent' ? 'percent' : 'number')

/** The name of a measure between braces: {A4}, and {A4.2} for the second of the action. */
const measureName = (line: PlanLine, nth: number): string => `A${line.ref}${nth === 0 ? '' : `.${nth + 1}`}`

export interface Named {
  readonly name: string
  readonly says: string
}

/** The figures that words can name, to pick one from: the plan’s measures, then the digest’s. */
export const namesOffered = (lines: readonly PlanLine[]): readonly Named[] => [
  ...lines.flatMap(line =>
    line.measures.map((m, n) => ({
      name: measureName(line, n),
      says: `Action ${line.ref}: ${measureTitle(m)}`,
    })),
  ),
  ...indicators.map(i => ({ name: i.code, says: i.name })),
]

/** " BEFORE" after a name asks for the day the paper is compared with. */
const BEFORE = ' BEFORE'

type Days = Pick<PaperInput, 'asAt' | 'since'>

function measuresBound(
  lines: readonly PlanLine[],
  { asAt, since }: Days,
): readonly (readonly [string, Bound])[] {
  return lines.flatMap(line =>
    line.measures.flatMap((m, n) => {
      const { measure, current, before, heldBack } = m
      const said = { name: measureTitle(m), unit: measure.unit ?? 'percent' }
      const name = measureName(line, n)
      const at = (figure: Bound['figure'], on: Day): Bound => ({
        ...said,
        figure,
        source: sourceOf(measure, figure && figure !== 'held' ? figure.on : on, line.ref),
      })
      return [
        [name, at(heldBack ? 'held' : (current ?? null), asAt)] as const,
        [`${name}${BEFORE}`, at(heldBack ? 'held' : (before ?? null), since)] as const,
      ]
    }),
  )
}

/** The figures that an author’s words name, as they are on the day of the paper. Small numbers are held back. */
export async function boundFigures(
  db: Db,
  texts: readonly string[],
  lines: readonly PlanLine[],
  days: Days,
): Promise<ReadonlyMap<string, Bound>> {
  const named = [...new Set(texts.flatMap(namedIn))]
  const measures = new Map(measuresBound(lines, days))
  const bound = new Map<string, Bound>()
  for (const name of named) {
    const known = measures.get(name)
    if (known) {
      bound.set(name, known)
      continue
    }
    const before = name.endsWith(BEFORE)
    const indicator = findIndicator(boundName(before ? name.slice(0, -BEFORE.length) : name))
    if (!indicator) continue
    const on = before ? days.since : days.asAt
    const [figure] = await measureFigures(db, indicator, {}, [on], true)
    bound.set(name, {
      name: indicator.name,
      unit: unitOf(indicator),
      figure: figure ?? null,
      source: { indicator: indicator.code, on },
    })
  }
  return bound
}

/** A board’s set of indicators: now, then, month by month, and what is aimed at. Small numbers are held back. */
export async function setLines(
  db: Db,
  codes: readonly string[],
  { asAt, since }: Days,
): Promise<readonly SetLine[]> {
  if (codes.length === 0) return []
  const targets = await targetsOn(db, asAt)
  const months = monthsTo(asAt)
  const lines: SetLine[] = []
  for (const indicator of codes.flatMap(code => findIndicator(code) ?? [])) {
    const found = await measureFigures(db, indicator, {}, [...months, since], true)
    const target = targets.get(indicator.code)
    const at = (n: number) => found.at(n) ?? null
    lines.push({
      code: indicator.code,
      name: indicator.name,
      unit: indicator.unit === 'percent' ? 'percent' : 'number',
      good: indicator.good,
      ...(target === undefined ? {} : { target }),
      now: at(months.length - 1),
      before: at(-1),
      history: months.map((month, n) => {
        const figure = found[n]
        return { month, value: figure && figure !== 'held' ? figure.value : null }
      }),
    })
  }
  return lines
}
