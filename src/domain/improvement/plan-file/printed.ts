import type { Day } from '../../kernel/day.ts'
import { figureSaid, printValue } from '../impact.ts'
import { type MeasureLine, measureTitle } from '../measure-line.ts'
import { DELIVERY_WORDS, IMPACT_WORDS, markOn } from '../plan.ts'
import type { PlanLine } from '../plan-lines.ts'
import type { PlanColumnKey } from './columns.ts'

/** What a cell holds: words, or a day to be written as one. */
export type PlanCell = string | { readonly day: Day }

/** What the plan knows of where an action comes from, in words. */
export interface SourceWords {
  readonly kind: string
  readonly title: string
}

const lines = (list: readonly string[]): string => list.join('\n')

/** Each measure on a line of its own, and its figures on the same lines of the columns beside it. */
const each = (measures: readonly MeasureLine[], of: (line: MeasureLine) => string): string =>
  lines(measures.map(of)).replace(/^\n+$/, '')

/**
 * An action as a line of a plan in a workbook: the columns that are filled, by what they hold.
 * @param source where it comes from, in words
 */
export function printedAction(
  line: PlanLine,
  source: SourceWords,
  on: Day,
): Readonly<Partial<Record<PlanColumnKey, PlanCell>>> {
  const { action, measures } = line
  const revision = action.revisions.at(-1)
  const delivery = markOn(action.deliveries, on)
  const impact = markOn(action.impacts, on)
  const benchmark = (m: MeasureLine) => m.measure.benchmark
  return {
    ref: line.ref,
    sourceKind: source.kind,
    source: source.title,
    recommendation: action.source.text,
    paragraph: action.source.paragraph ?? '',
    theme: action.theme ?? '',
    outcome: action.outcome,
    action: action.what,
    owner: action.lead,
    sponsor: action.sponsor ?? '',
    partners: lines(action.partners),
    start: action.start ? { day: action.start } : '',
    due: { day: action.due },
    revised: revision ? { day: revision.due } : '',
    revisedBy: revision?.agreedBy ?? '',
    revisedWhy: revision?.why ?? '',
    milestones: lines(action.milestones.map(m => m.what)),
    measure: each(measures, measureTitle),
    baseline: each(measures, ({ measure }) =>
      measure.baseline ? printValue(measure.baseline.value, measure.unit) : '–',
    ),
    target: each(
      measures,
      ({ measure }) => `${printValue(measure.target.value, measure.unit)} by ${measure.target.by}`,
    ),
    current: each(measures, m =>
      m.heldBack
        ? 'Held back'
        : m.current
          ? `${figureSaid(m.current, m.measure.unit)} on ${m.current.on}`
          : '–',
    ),
    benchmark: each(measures, m => {
      const b = benchmark(m)
      return b ? `${printValue(b.value, m.measure.unit)} (${b.from})` : '–'
    }),
    delivery: delivery ? DELIVERY_WORDS[delivery.brag] : '',
    impact: impact ? IMPACT_WORDS[impact.brag] : '',
    progress: lines(action.progress.map(p => `${p.on}: ${p.text}`)),
    evidence: lines(action.evidence.map(e => `${e.on}: ${e.what} (${e.quality})`)),
    barriers: lines(action.barriers.map(b => b.what)),
  }
}
