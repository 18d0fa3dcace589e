import { longDay, monthName, shortDay } from '../kernel/day.ts'
import { contradiction, disagreement, figureSaid, impact, impactOf, printValue } from './impact.ts'
import { smallSample, type Unit } from './measure.ts'
import { type MeasureLine, measureTitle, seriesName, sourceOf } from './measure-line.ts'
import type { ChartSpec, Picture, Sentence } from './paper.ts'
import { say } from './paper.ts'
import type { Action, Brag } from './plan.ts'

/** An action with what its measures came to: the line a paper is written from. */
export interface PlanLine {
  /** Its number in the plan: "4". */
  readonly ref: string
  readonly action: Action
  readonly measures: readonly MeasureLine[]
}

/** What one measure was and is, what it should be and whether it moved; with its sources. */
export function measureSaid(ref: string, line: MeasureLine): Sentence {
  const { measure, current } = line
  const { baseline, target, unit } = measure
  const title = measureTitle(line)
  const aim =
    measure.kind === 'visit'
      ? `it is to be met by ${longDay(target.by)}`
      : `the target is ${printValue(target.value, unit)} by ${longDay(target.by)}`
  if (line.heldBack) return say(`${title}: held back, as it speaks of few children; ${aim}.`)
  const was = baseline && `it was ${printValue(baseline.value, unit)} on ${longDay(baseline.on)}`
  const start = baseline ? [sourceOf(measure, baseline.on, ref)] : []
  if (!current) {
    const none = baseline ? 'There is no figure since.' : 'There is no figure yet.'
    return say(`${title}: ${was ? `${was}; ` : ''}${aim}. ${none}`, ...start)
  }
  const now = `${figureSaid(current, unit)} on ${longDay(current.on)}`
  const weak = smallSample(current)
  const text = [
    `${title}: ${now}.`,
    `${capital(was ? `${was}; ${aim}` : aim)}.`,
    `${impact(measure, current).words}.`,
    ...(weak ? [`${weak}.`] : []),
  ].join(' ')
  return say(text, sourceOf(measure, current.on, ref), ...start)
}

export const measuresSaid = (line: PlanLine): readonly Sentence[] =>
  line.measures.map(m => measureSaid(line.ref, m))

/** Claims that a measure contradicts, each as a sentence with its source. */
export const contradictionsSaid = (line: PlanLine): readonly Sentence[] =>
  line.measures.flatMap(m => {
    const words = contradiction(line.action, m.measure, measureTitle(m), m.current)
    if (words === undefined || !m.current) return []
    const text = `Action ${line.ref}, ${quoted(line.action.what)}: ${lower(words)}.`
    return [say(text, sourceOf(m.measure, m.current.on, line.ref))]
  })

export const isContradicted = (line: PlanLine): boolean => contradictionsSaid(line).length > 0

/** The impact its measures show between them: the worst of them. Undefined where none has a figure. */
export const countedImpact = (line: PlanLine): Brag | undefined => impactOf(line.measures)

/** Where a person marked the impact otherwise than the measures show it, in words with what shows it. */
export function disagreementSaid(line: PlanLine, on: Action['due']): Sentence | undefined {
  const words = disagreement(line.action, line.measures, on)
  if (words === undefined) return undefined
  const sources = line.measures.flatMap(m => (m.current ? [sourceOf(m.measure, m.current.on, line.ref)] : []))
  return say(`${words}.`, ...sources)
}

/** What happened to a measure since the paper before. */
export function sinceBefore(ref: string, line: MeasureLine): Sentence {
  const { measure, current, before } = line
  if (line.heldBack) return say('Held back')
  if (!current) return say('No figure')
  if (!before) return say('First report')
  const { unit } = measure
  const change = Math.round((current.value - before.value) * 10) / 10
  const source = [sourceOf(measure, current.on, ref), sourceOf(measure, before.on, ref)]
  if (change === 0) return say(`No change since ${shortDay(before.on)}`, ...source)
  const good = change > 0 === (measure.good === 'high')
  const words = `${good ? 'Better' : 'Worse'}: ${moved(change, before.value, unit)}`
  return say(`${words} since ${shortDay(before.on)}`, ...source)
}

function moved(change: number, from: number, unit: Unit | undefined): string {
  if (unit === 'met') return `from ${printValue(from, unit)} to ${printValue(from + change, unit)}`
  const size = unit === 'number' ? String(Math.abs(change)) : `${Math.abs(change)} points`
  return `${change > 0 ? 'up' : 'down'} ${size}`
}

export const quoted = (text: string): string => `“${text.trim().replace(/[.;]$/, '')}”`
const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** The chart of a measure, with the same in words for who cannot see it; undefined with fewer than two figures. */
export function pictureOf(ref: string, line: MeasureLine): Picture | undefined {
  const { measure } = line
  const { unit } = measure
  const history = line.history ?? []
  const known = history.flatMap(h => (h.value === null ? [] : [{ month: h.month, value: h.value }]))
  const [first] = known
  const last = known.at(-1)
  // What is met or not is told in words: a line would say more than anybody saw.
  if (!first || !last || known.length < 2 || unit === 'met') return undefined
  const target = printValue(measure.target.value, unit)
  const chart: ChartSpec = {
    kind: 'trend',
    months: history.map(h => h.month),
    series: [{ name: seriesName(line), values: history.map(h => h.value) }],
    target: { value: measure.target.value, label: 'Target' },
    unit: unit ?? 'percent',
  }
  const at = (p: typeof first) => `${printValue(p.value, unit)} in ${monthName(p.month)}`
  const counted = measure.kind === 'survey' ? 'surveys' : 'months'
  return {
    kind: 'figure',
    id: `figure-${measure.id}`,
    title: `Action ${ref}: ${measureTitle(line)}`,
    alt: `Line chart of ${measureTitle(line)}, ${known.length} ${counted}. It went from ${at(first)} to ${at(last)}. The target is ${target}.`,
    chart,
    sources: [sourceOf(measure, last.month, ref)],
  }
}

export const picturesOf = (line: PlanLine): readonly Picture[] =>
  line.measures.flatMap(m => pictureOf(line.ref, m) ?? [])
