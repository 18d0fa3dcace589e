import { longDay } from '../kernel/day.ts'
import type { Action, Brag, Figure, Measure } from './plan.ts'

export interface Impact {
  readonly moved: 'better' | 'worse' | 'not-moved'
  readonly metTarget: boolean
  readonly brag: Brag
  readonly words: string
}

/** Figures are compared as they are printed, to one decimal: two that read alike are alike. */
const rounded = (n: number): number => Math.round(n * 10) / 10

/** "71.2%", or "12" where the measure counts. */
export const printValue = (value: number, unit: Measure['unit']): string =>
  unit === 'number' ? String(rounded(value)) : `${rounded(value)}%`

/**
 * What a figure says about a measure: whether it moved from its baseline and whether it met its target. Blue is the
 * target met; green better than at the start; amber unmoved, or better but past its day; red worse, or unmoved past its day.
 */
export function impact(measure: Measure, current: Figure): Impact {
  const sign = measure.good === 'high' ? 1 : -1
  const now = rounded(current.value) * sign
  const start = rounded(measure.baseline.value) * sign
  const metTarget = now >= rounded(measure.target.value) * sign
  const moved = now > start ? 'better' : now < start ? 'worse' : 'not-moved'
  const late = !metTarget && current.on > measure.target.by
  return { moved, metTarget, brag: bragOf(moved, metTarget, late), words: wordsOf(moved, metTarget, late) }
}

function bragOf(moved: Impact['moved'], met: boolean, late: boolean): Brag {
  if (met) return 'blue'
  if (moved === 'better') return late ? 'amber' : 'green'
  return moved === 'not-moved' && !late ? 'amber' : 'red'
}

function wordsOf(moved: Impact['moved'], met: boolean, late: boolean): string {
  if (met) return moved === 'worse' ? 'Target met, though worse than at the start' : 'Target met'
  const said = {
    better: 'Better than at the start',
    worse: 'Worse than at the start',
    'not-moved': 'Not moved',
  }
  return late ? `${said[moved]}; the target’s day has passed` : said[moved]
}

/**
 * Where an action is said to be complete and its figure does not bear that out: "Marked complete on 3 May 2026, but the
 * figure is 71.2% against a target of 90%". Undefined where nothing contradicts the claim, or nothing can yet.
 * @param current the figure of the action's measure; undefined where there is none
 */
export function contradiction(
  action: Pick<Action, 'claimedComplete' | 'measure'>,
  current: Figure | undefined,
): string | undefined {
  const { claimedComplete, measure } = action
  if (!claimedComplete || !measure || !current || current.on < claimedComplete) return undefined
  if (impact(measure, current).metTarget) return undefined
  const print = (value: number) => printValue(value, measure.unit)
  return `Marked complete on ${longDay(claimedComplete)}, but the figure is ${print(current.value)} against a target of ${print(measure.target.value)}`
}
