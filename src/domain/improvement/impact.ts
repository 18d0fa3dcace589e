import { longDay } from '../kernel/day.ts'
import { type Measure, smallSample, type Unit } from './measure.ts'
import { type Action, type Brag, type Figure, IMPACT_WORDS, markOn } from './plan.ts'

export interface Impact {
  /** `not-known` where nobody knows how it was at the start. */
  readonly moved: 'better' | 'worse' | 'not-moved' | 'not-known'
  readonly metTarget: boolean
  readonly brag: Brag
  readonly words: string
}

/** Figures are compared as they are printed, to one decimal: two that read alike are alike. */
const rounded = (n: number): number => Math.round(n * 10) / 10

/** "71.2%", "12" where the measure counts, "partly met" where somebody goes and looks. */
export function printValue(value: number, unit: Unit | undefined): string {
  if (unit === 'met') return value >= 1 ? 'met' : value > 0 ? 'partly met' : 'not met'
  return unit === 'number' ? String(rounded(value)) : `${rounded(value)}%`
}

type Aim = Pick<Measure, 'baseline' | 'target' | 'good'>

/**
 * What a figure says about a measure: whether it moved from its baseline and whether it met its target. Blue is the
 * target met; green better than at the start; amber unmoved, or better but past its day; red worse, or unmoved past its
 * day. Where nobody knows how it was at the start, it is amber until the day of the target, and red from then on.
 */
export function impact(measure: Aim, current: Figure): Impact {
  const sign = measure.good === 'high' ? 1 : -1
  const now = rounded(current.value) * sign
  const metTarget = now >= rounded(measure.target.value) * sign
  const moved = movedFrom(measure, now, sign)
  const late = !metTarget && current.on > measure.target.by
  return { moved, metTarget, brag: bragOf(moved, metTarget, late), words: wordsOf(moved, metTarget, late) }
}

function movedFrom({ baseline }: Aim, now: number, sign: number): Impact['moved'] {
  if (!baseline) return 'not-known'
  const start = rounded(baseline.value) * sign
  return now > start ? 'better' : now < start ? 'worse' : 'not-moved'
}

function bragOf(moved: Impact['moved'], met: boolean, late: boolean): Brag {
  if (met) return 'blue'
  if (moved === 'better') return late ? 'amber' : 'green'
  return moved !== 'worse' && !late ? 'amber' : 'red'
}

function wordsOf(moved: Impact['moved'], met: boolean, late: boolean): string {
  if (met) return moved === 'worse' ? 'Target met, though worse than at the start' : 'Target met'
  const said = {
    better: 'Better than at the start',
    worse: 'Worse than at the start',
    'not-moved': 'Not moved',
    'not-known': 'Target not met',
  }
  return late ? `${said[moved]}; the target’s day has passed` : said[moved]
}

/** How a figure reads: "71.2% (52 of 73)". */
export const figureSaid = (figure: Figure, unit: Unit | undefined): string =>
  figure.numerator === undefined || figure.denominator === undefined
    ? printValue(figure.value, unit)
    : `${printValue(figure.value, unit)} (${figure.numerator} of ${figure.denominator})`

/** What a measure and its figure say against a claim, after "Marked complete on 3 May 2026, but". */
function against(measure: Measure, title: string, current: Figure): string {
  const now = printValue(current.value, measure.unit)
  const target = printValue(measure.target.value, measure.unit)
  const on = longDay(current.on)
  if (measure.kind === 'indicator') return `the figure is ${now} against a target of ${target}`
  if (measure.kind === 'audit')
    return `audits say ${figureSaid(current, measure.unit)} for ${title} against a target of ${target}`
  if (measure.kind === 'visit')
    return `a visit on ${on} found it ${now}: “${measure.toSee.replace(/[.;]$/, '')}”`
  const weak = smallSample(current)
  const sample = weak ? ` (${weak.slice(0, 1).toLowerCase()}${weak.slice(1)})` : ''
  return `the survey of ${on} came to ${figureSaid(current, measure.unit)} against a target of ${target}${sample}`
}

/**
 * Where an action is said to be complete and a figure does not bear that out: "Marked complete on 3 May 2026, but the
 * figure is 71.2% against a target of 90%". Undefined where nothing contradicts the claim, or nothing can yet.
 * @param title what the measure is called
 * @param current what the measure came to; undefined where there is nothing
 */
export function contradiction(
  action: Pick<Action, 'claimedComplete'> & Partial<Pick<Action, 'deliveries'>>,
  measure: Measure | undefined,
  title: string,
  current: Figure | undefined,
): string | undefined {
  const { claimedComplete } = action
  if (!claimedComplete || !measure || !current || current.on < claimedComplete) return undefined
  if (impact(measure, current).metTarget) return undefined
  const marked = !action.deliveries || action.deliveries.at(-1)?.brag === 'blue'
  const claim = marked ? 'Marked complete' : 'Put forward for closing'
  return `${claim} on ${longDay(claimedComplete)}, but ${against(measure, title, current)}`
}

/** The worst first: an outcome is only as good as the measure that moved least. */
const WORST: readonly Brag[] = ['red', 'amber', 'green', 'blue']

export interface Counted {
  readonly measure: Measure
  readonly current?: Figure
}

/** The impact that the measures of an action show between them; undefined where none has a figure. */
export function impactOf(measures: readonly Counted[]): Brag | undefined {
  const shown = measures.flatMap(m => (m.current ? [impact(m.measure, m.current).brag] : []))
  return WORST.find(b => shown.includes(b))
}

/** Where a person marked the impact otherwise than the measures show it, in words; undefined where they agree. */
export function disagreement(
  action: Pick<Action, 'impacts'>,
  measures: readonly Counted[],
  on: Figure['on'],
): string | undefined {
  const mark = markOn(action.impacts, on)
  const shown = impactOf(measures)
  if (!mark || !shown || mark.brag === shown) return undefined
  const words = `Marked “${IMPACT_WORDS[mark.brag]}” (${mark.brag}) on ${longDay(mark.on)}; counted from its measures it is “${IMPACT_WORDS[shown]}” (${shown})`
  return WORST.indexOf(mark.brag) < WORST.indexOf(shown) ? `${words}, which is better than marked` : words
}
