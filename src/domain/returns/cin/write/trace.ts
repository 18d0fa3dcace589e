import type { CinTable } from '../rules/data.ts'
import { type Content, entriesOf, standing } from './content.ts'
import { type BlockName, inForce, isBlock, shape } from './shape.ts'

/** The blocks that a reader of the census makes a row of, and the elements that come again, each a row. */
const rows: Readonly<Record<string, CinTable>> = {
  ChildIdentifiers: 'ChildIdentifiers',
  ChildCharacteristics: 'ChildCharacteristics',
  Disability: 'Disabilities',
  CINdetails: 'CINdetails',
  Assessments: 'Assessments',
  AssessmentFactors: 'AssessmentFactorsList',
  CINPlanDates: 'CINplanDates',
  Section47: 'Section47',
  ChildProtectionPlans: 'ChildProtectionPlans',
  CPPreviewDate: 'Reviews',
  PreProceedingsandFGDM: 'PreProceedings',
}

export interface Traced {
  readonly table: CinTable
  /** The entries that the row was made of. */
  readonly entries: readonly string[]
}

function* walk(name: BlockName, content: Content, above: readonly string[], year: number): Generator<Traced> {
  const own = entriesOf(content)
  const entries = own.length > 0 ? own : above
  for (const e of shape[name]) {
    if (!inForce(e, year)) continue
    const table = rows[e.name]
    for (const value of standing(content, e.name)) {
      if (typeof value === 'string') {
        if (table) yield { table, entries }
        continue
      }
      if (table) yield { table, entries: entriesOf(value) }
      if (isBlock(e.of)) yield* walk(e.of, value, entries, year)
    }
  }
}

/**
 * The entries behind each row that a reader makes of a child, in the order of the file: the nth of a table, counted over
 * all children, is the row that a rule names.
 */
export const traceOf = (child: Content, year: number): Iterable<Traced> => walk('Child', child, [], year)
