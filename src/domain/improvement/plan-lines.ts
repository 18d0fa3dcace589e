import { type Day, longDay, monthName, shortDay } from '../kernel/day.ts'
import { contradiction, impact, printValue } from './impact.ts'
import type { ChartSpec, Picture, Sentence, SourceRef } from './paper.ts'
import { say } from './paper.ts'
import type { Action, Figure, Measure } from './plan.ts'

/** An action with what its measure came to: the line a paper is written from. */
export interface PlanLine {
  /** Its number in the plan: "4". */
  readonly ref: string
  readonly action: Action
  /** The indicator's name in words. */
  readonly measureName?: string
  readonly current?: Figure
  /** Its figures speak of too few children for the reader, so none is stated. */
  readonly heldBack?: true
  /** The figure in the paper before this one. */
  readonly before?: Figure
  /** Month by month, oldest first; null where there is none. */
  readonly history?: readonly { readonly month: Day; readonly value: number | null }[]
}

export function sourceOf(measure: Measure, on: Day): SourceRef {
  const { indicator, split, team } = measure
  return { indicator, on, ...(split ? { split } : {}), ...(team ? { team } : {}) }
}

/** "NI 66, reviews on time (team: North)" */
export function measureTitle(line: PlanLine): string {
  const { measure } = line.action
  if (!measure) return ''
  const part = [
    measure.split && `${measure.split.by}: ${measure.split.value}`,
    measure.team && `team: ${measure.team}`,
  ].filter(p => p !== undefined)
  const name =
    line.measureName === undefined ? measure.indicator : `${measure.indicator}, ${line.measureName}`
  return part.length === 0 ? name : `${name} (${part.join('; ')})`
}

const withCount = (figure: Figure, unit: Measure['unit']): string => {
  const counted = figure.numerator !== undefined && figure.denominator !== undefined
  return `${printValue(figure.value, unit)}${counted ? ` (${figure.numerator} of ${figure.denominator})` : ''}`
}

/** What the figure was and is, what it should be and whether it moved; with its sources. */
export function measureSaid(line: PlanLine): Sentence | undefined {
  const { measure } = line.action
  if (!measure) return undefined
  const { baseline, target, unit } = measure
  const aim = `the target is ${printValue(target.value, unit)} by ${longDay(target.by)}`
  const was = `${printValue(baseline.value, unit)} on ${longDay(baseline.on)}`
  if (line.heldBack) return say(`${measureTitle(line)}: held back, as it speaks of few children; ${aim}.`)
  const start = sourceOf(measure, baseline.on)
  if (!line.current)
    return say(`${measureTitle(line)}: it was ${was}; ${aim}. There is no figure since.`, start)
  const now = `${withCount(line.current, unit)} on ${longDay(line.current.on)}`
  const words = impact(measure, line.current).words
  const text = `${measureTitle(line)}: ${now}. It was ${was}; ${aim}. ${words}.`
  return say(text, sourceOf(measure, line.current.on), start)
}

/** A claim the figure contradicts, as a sentence with its source. */
export function contradictionSaid(line: PlanLine): Sentence | undefined {
  const words = contradiction(line.action, line.current)
  if (words === undefined || !line.action.measure || !line.current) return undefined
  return say(
    `Action ${line.ref}, ${quoted(line.action.what)}: ${lower(words)}.`,
    sourceOf(line.action.measure, line.current.on),
  )
}

/** What happened to a figure since the paper before. */
export function sinceBefore(line: PlanLine): Sentence {
  const { measure } = line.action
  if (line.heldBack) return say('Held back')
  if (!measure || !line.current) return say('No figure')
  if (!line.before) return say('First report')
  const { current, before } = line
  const unit = measure.unit
  const change = Math.round((current.value - before.value) * 10) / 10
  const source = [sourceOf(measure, current.on), sourceOf(measure, before.on)]
  if (change === 0) return say(`No change since ${shortDay(before.on)}`, ...source)
  const good = change > 0 === (measure.good === 'high')
  const size = unit === 'number' ? String(Math.abs(change)) : `${Math.abs(change)} points`
  return say(
    `${good ? 'Better' : 'Worse'}: ${change > 0 ? 'up' : 'down'} ${size} since ${shortDay(before.on)}`,
    ...source,
  )
}

export const quoted = (text: string): string => `“${text.trim().replace(/[.;]$/, '')}”`
const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

/** The chart of a measure, with the same in words for who cannot see it; undefined with fewer than two months. */
export function pictureOf(line: PlanLine): Picture | undefined {
  const { measure, id } = line.action
  const history = line.history ?? []
  const known = history.flatMap(h => (h.value === null ? [] : [{ month: h.month, value: h.value }]))
  const [first] = known
  const last = known.at(-1)
  if (!measure || !first || !last || known.length < 2) return undefined
  const unit = measure.unit ?? 'percent'
  const target = printValue(measure.target.value, unit)
  const chart: ChartSpec = {
    kind: 'trend',
    months: history.map(h => h.month),
    series: [{ name: measure.indicator, values: history.map(h => h.value) }],
    target: { value: measure.target.value, label: 'Target' },
    unit,
  }
  const at = (p: typeof first) => `${printValue(p.value, unit)} in ${monthName(p.month)}`
  return {
    kind: 'figure',
    id: `figure-${id}`,
    title: `Action ${line.ref}: ${measureTitle(line)}`,
    alt: `Line chart of ${measureTitle(line)}, ${known.length} months. It went from ${at(first)} to ${at(last)}. The target is ${target}.`,
    chart,
    sources: [sourceOf(measure, last.month)],
  }
}
