import type { Day } from '../kernel/day.ts'
import type { Measure } from './measure.ts'
import type { SourceRef } from './paper.ts'
import type { Figure } from './plan.ts'

/** One measure of an action with what it came to. */
export interface MeasureLine {
  readonly measure: Measure
  /** What it is called, without its part: "Reviews on time", "Child’s voice". */
  readonly name: string
  readonly current?: Figure
  /** Its figures speak of too few for the reader, so none is stated. */
  readonly heldBack?: true
  /** The figure in the paper before this one. */
  readonly before?: Figure
  /** Oldest first; null where there is none. Month by month for what is counted, each reading for what is not. */
  readonly history?: readonly { readonly month: Day; readonly value: number | null }[]
}

/** Where a figure of a measure is opened. */
export function sourceOf(measure: Measure, on: Day, ref: string): SourceRef {
  if (measure.kind === 'indicator') {
    const { indicator, split, team } = measure
    return { indicator, on, ...(split ? { split } : {}), ...(team ? { team } : {}) }
  }
  if (measure.kind === 'audit') {
    const { tool, standard, team } = measure
    return { audit: tool, standard, on, ...(team ? { team } : {}) }
  }
  return { action: ref, on }
}

/** "NI66, reviews on time (team: North)", "Survey of carers: “Are you told in time?”" */
export function measureTitle({ measure, name }: Pick<MeasureLine, 'measure' | 'name'>): string {
  if (measure.kind === 'survey') return `Survey of ${measure.whom}: “${measure.question}”`
  if (measure.kind === 'visit')
    return `Visit${measure.place ? ` to ${measure.place}` : ''}: “${measure.toSee.replace(/[.;]$/, '')}”`
  const part = [
    measure.kind === 'indicator' && measure.split && `${measure.split.by}: ${measure.split.value}`,
    measure.team && `team: ${measure.team}`,
  ].filter(Boolean)
  const bare = measure.kind === 'audit' ? `Audits, ${name}` : indicatorTitle(measure.indicator, name)
  return part.length === 0 ? bare : `${bare} (${part.join('; ')})`
}

const indicatorTitle = (code: string, name: string) => (name === code ? code : `${code}, ${name}`)

/** A short name for a chart's line. */
export const seriesName = ({ measure, name }: Pick<MeasureLine, 'measure' | 'name'>): string =>
  measure.kind === 'indicator' ? measure.indicator : measure.kind === 'audit' ? name : 'Answers'
