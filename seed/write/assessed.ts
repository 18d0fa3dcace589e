import { assessmentFactors } from '../../src/domain/records/codes-factors.ts'
import type { N } from '../time.ts'
import { factorsTogether } from '../words/assessment.ts'
import { ageInYears, type Case } from './case.ts'

/** When the case was closed that this referral opened, and why; undefined where it is open. */
export function closure(c: Case, from: N) {
  const found = c.file.drafts
    .filter(d => d.type === 'case-closed' && d.happened !== null && d.happened >= from)
    .toSorted((a, b) => (a.happened ?? 0) - (b.happened ?? 0))[0]
  return found && { on: found.happened ?? from, reason: String(found.answers.reason) }
}
export type Closure = ReturnType<typeof closure>

/** What the assessment leads to, as what came of it shows. */
export function outcome(c: Case, on: N, closed: Closure): string {
  if (closed?.reason === 'RC8') return 'close'
  if (closed?.reason === 'RC9') return 'early-help'
  const soon = (from: N) => from > on - 90 && from <= on + 60
  if (c.child.plans.some(p => soon(p.from))) return 'protect'
  if (c.child.stays.some(s => soon(s.from))) return 'care'
  const held = c.held.some(h => h.as === 'worker' && h.from <= on && (h.to === null || h.to > on + 45))
  return held ? 'child-in-need' : c.rand.chance(0.4) ? 'early-help' : 'close'
}

/** What is behind it: for some one thing, for most several that go together; nothing where it was closed with nothing found. */
export function factors(c: Case, on: N, end: string): readonly string[] {
  const rand = c.rand.fork(`factors ${on}`)
  if (end === 'close' && rand.chance(0.3)) return ['21']
  const young = ageInYears(c, on) < 10
  const found = new Set(rand.pick(young ? factorsTogether.young : factorsTogether.older))
  if (c.child.disability) found.add(rand.chance(0.5) ? '5A' : '6A')
  const all = Object.keys(assessmentFactors)
  return [...found].toSorted((a, b) => all.indexOf(a) - all.indexOf(b))
}
