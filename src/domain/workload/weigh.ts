import type { Day } from '../kernel/day.ts'
import type { CaseFacts } from './facts.ts'
import { family, type Weight, weights } from './weights.ts'

/** What a case weighs alone on a day, and which rows say so. */
export function weightOf(
  f: CaseFacts,
  on: Day,
): { readonly weight: number; readonly rows: readonly Weight[] } {
  const fit = weights.filter(w => w.fits(f, on))
  const base = fit.filter(w => w.how === 'is').reduce((a, b) => (b.weight >= a.weight ? b : a))
  const rows = [base, ...fit.filter(w => w.how === 'adds')]
  return { weight: rows.reduce((sum, w) => sum + w.weight, 0), rows }
}

/** What all of a worker's cases weigh on a day: of a family the heaviest counts whole, the others their share. */
export function loadOf(cases: readonly CaseFacts[], on: Day): number {
  const families = Map.groupBy(cases, c => c.family)
  let sum = 0
  for (const [name, held] of families) {
    const each = held.map(c => weightOf(c, on).weight).sort((a, b) => b - a)
    const [first = 0, ...rest] = each
    sum +=
      name === null
        ? each.reduce((a, b) => a + b, 0)
        : first + rest.reduce((a, b) => a + b, 0) * family.weight
  }
  return sum
}

/** What one more case would add to a load. */
export const addedBy = (more: CaseFacts, cases: readonly CaseFacts[], on: Day): number =>
  loadOf([...cases, more], on) - loadOf(cases, on)

/** A weight as people say it: "12", "12½", "½". */
export function weightWords(weight: number): string {
  const halves = Math.round(weight * 2)
  const whole = Math.floor(halves / 2)
  return halves % 2 === 0 ? String(whole) : `${whole === 0 ? '' : whole}½`
}
