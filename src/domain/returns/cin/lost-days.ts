import type { Frame } from '../check/frame.ts'

const DAY = /Date$|^DateOf|target$|^CourtAppDate|^LetterInitCPDate/

/** Cells that should hold a day and hold none that exists, such as 29 February of most years: a sentence a column. */
export function lostDays(tables: Readonly<Record<string, Frame>>): readonly string[] {
  const found: string[] = []
  for (const [table, frame] of Object.entries(tables))
    for (const column of frame.given) {
      // The list of factors repeats its assessment's days.
      if (!DAY.test(column) || table === 'AssessmentFactorsList') continue
      const cells = frame.text(column)
      const days = frame.days(column)
      const lost: number[] = []
      for (let i = 0; i < cells.length; i += 1) if (cells[i] !== null && Number.isNaN(days[i])) lost.push(i)
      const [first] = lost
      if (first !== undefined)
        found.push(
          `${column} of ${table} is “${(cells[first] ?? '').slice(0, 40)}” ${lost.length === 1 ? 'once' : `or the like ${lost.length} times`}, which is no day. Days are written as 2026-03-31.`,
        )
    }
  return found
}
