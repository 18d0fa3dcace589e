import type { Census } from './data.ts'
import { together } from './together.ts'

const kept = new WeakMap<Census, readonly (readonly string[])[]>()
const NONE: readonly string[] = []

function read(r: Census): readonly (readonly string[])[] {
  const assessments = r.tables.Assessments
  const cells = assessments.text('AssessmentFactors')
  const known = new Map<string, readonly string[]>()
  if (assessments.given.has('AssessmentFactors'))
    return cells.map(cell => {
      if (cell === null) return NONE
      // Most assessments have a set of factors that another one has too: each text is cut up once.
      const before = known.get(cell)
      if (before) return before
      const made = cell.match(/[A-Za-z0-9]+/g) ?? NONE
      if (known.size < 100_000) known.set(cell, made)
      return made
    })
  const one = r.tables.AssessmentFactorsList.text('AssessmentFactor')
  return together(r, 'Assessments', 'AssessmentFactorsList', 'AssessmentID').map(rows =>
    rows.flatMap(j => one[j] ?? []),
  )
}

/** The factors of each assessment, as they were written. Worked out once, for all rules that ask. */
export function factorsOf(r: Census): readonly (readonly string[])[] {
  const before = kept.get(r)
  if (before) return before
  const made = read(r)
  kept.set(r, made)
  return made
}
