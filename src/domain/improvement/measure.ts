import type { Day } from '../kernel/day.ts'
import type { Figure } from './plan.ts'

/** Counted as a share, as a number, or as something that was to be seen and was, was in part, or was not. */
export type Unit = 'percent' | 'number' | 'met'

/** What others come to, with where that was read. */
export interface Benchmark {
  readonly value: number
  readonly from: string
  readonly on?: Day
}

interface Bound {
  /** The entry that bound it. */
  readonly id: string
  /** None where nobody knows how it was. */
  readonly baseline?: { readonly value: number; readonly on: Day }
  readonly target: { readonly value: number; readonly by: Day }
  readonly good: 'high' | 'low'
  /** Percent where not said. */
  readonly unit?: Unit
  readonly benchmark?: Benchmark
}

/** An indicator of the digest, perhaps for one team or one part of a split. */
export interface IndicatorMeasure extends Bound {
  readonly kind: 'indicator'
  readonly indicator: string
  readonly split?: { readonly by: string; readonly value: string }
  readonly team?: string
}

/** The share of audits that grade one standard good or better. */
export interface AuditMeasure extends Bound {
  readonly kind: 'audit'
  readonly tool: string
  readonly standard: string
  readonly team?: string
}

export interface SurveyReading {
  readonly id: string
  readonly on: Day
  readonly by: string
  readonly asked: number
  readonly answered: number
  /** How many said yes, or what the answers came to between them. */
  readonly yes?: number
  readonly mean?: number
  readonly note?: string
  readonly documents: readonly string[]
}

/** A question put to people, with what they answered each time. */
export interface SurveyMeasure extends Bound {
  readonly kind: 'survey'
  readonly question: string
  readonly whom: string
  readonly readings: readonly SurveyReading[]
}

export interface VisitReading {
  readonly id: string
  readonly on: Day
  readonly by: string
  readonly who: string
  readonly met: 'yes' | 'partly' | 'no'
  readonly seen: string
  readonly documents: readonly string[]
}

/** Something that a person goes and looks at, with what they saw each time. */
export interface VisitMeasure extends Bound {
  readonly kind: 'visit'
  readonly toSee: string
  readonly place?: string
  readonly readings: readonly VisitReading[]
}

/** A measure of success: what would show that it is better for children. */
export type Measure = IndicatorMeasure | AuditMeasure | SurveyMeasure | VisitMeasure

export const MEASURE_KINDS: Readonly<Record<Measure['kind'], string>> = {
  indicator: 'A figure of the digest',
  audit: 'An audit question',
  survey: 'A survey',
  visit: 'A visit to look',
}

const SEEN: Readonly<Record<VisitReading['met'], number>> = { yes: 1, partly: 0.5, no: 0 }

const percent = (of: number, all: number) => Math.round((of / all) * 1000) / 10

/** What a survey came to: the share of those who answered that said yes, or the mean. Undefined where nobody answered. */
export function surveyFigure(r: SurveyReading): Figure | undefined {
  if (r.answered === 0) return undefined
  if (r.mean !== undefined) return { value: r.mean, on: r.on, asked: r.asked }
  if (r.yes === undefined) return undefined
  return {
    value: percent(r.yes, r.answered),
    on: r.on,
    numerator: r.yes,
    denominator: r.answered,
    asked: r.asked,
  }
}

/** What people wrote down of a measure that no record counts, oldest first; empty for those that are counted. */
export function readFigures(measure: Measure): readonly Figure[] {
  const byDay = (a: Figure, b: Figure) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)
  if (measure.kind === 'survey') return measure.readings.flatMap(r => surveyFigure(r) ?? []).toSorted(byDay)
  if (measure.kind === 'visit')
    return measure.readings.map(r => ({ value: SEEN[r.met], on: r.on })).toSorted(byDay)
  return []
}

/** Fewer answers than this, or fewer than a third of those asked, say little of the rest. */
const FEW_ANSWERS = 10

/** What makes a survey's figure weak, in words; undefined where nothing does. */
export function smallSample(figure: Pick<Figure, 'denominator' | 'asked'>): string | undefined {
  const { denominator: answered, asked } = figure
  if (answered === undefined || asked === undefined) return undefined
  if (answered < FEW_ANSWERS) return 'A small sample: read it with care'
  return answered * 3 < asked ? 'Fewer than a third answered: read it with care' : undefined
}
