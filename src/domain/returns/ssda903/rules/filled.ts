import type { Cells } from '../../check/column.ts'
import type { Frame } from '../../check/frame.ts'

/** Several columns as they were written. */
export const textOf = <C extends string>(table: Frame<C>, columns: readonly C[]): readonly Cells[] =>
  columns.map(c => table.text(c))

/** Whether a row has something in at least one of these columns. */
export function anyFilled(columns: readonly Cells[], row: number): boolean {
  for (const cells of columns) if (cells[row] != null) return true
  return false
}

/** Whether a row has nothing in at least one of these columns. */
export function anyBlank(columns: readonly Cells[], row: number): boolean {
  for (const cells of columns) if (cells[row] == null) return true
  return false
}

/** The children of the rows that have something in at least one of these columns. */
export function childrenWith<C extends string>(
  table: Frame<C | 'CHILD'>,
  columns: readonly C[],
): ReadonlySet<string> {
  const cells = textOf(table, columns)
  const child = table.text('CHILD')
  const found = new Set<string>()
  for (let i = 0; i < table.rows; i += 1) {
    const who = child[i]
    if (who != null && anyFilled(cells, i)) found.add(who)
  }
  return found
}

/** What is asked of a care leaver: whether in touch, what they do, where they live. */
export const LEAVER = ['IN_TOUCH', 'ACTIV', 'ACCOM'] as const
/** What is asked of the health and conduct of a child who was looked after all year, besides the questionnaire. */
export const HEALTH = [
  'CONVICTED',
  'HEALTH_CHECK',
  'IMMUNISATIONS',
  'TEETH_CHECK',
  'HEALTH_ASSESSMENT',
  'SUBSTANCE_MISUSE',
  'INTERVENTION_RECEIVED',
  'INTERVENTION_OFFERED',
] as const
/** Those of them that are asked of every such child, whatever the age. */
export const HEALTH_OF_ALL = [
  'IMMUNISATIONS',
  'TEETH_CHECK',
  'HEALTH_ASSESSMENT',
  'SUBSTANCE_MISUSE',
] as const
/** What is asked about an adoption. */
export const ADOPTION = [
  'DATE_INT',
  'DATE_MATCH',
  'FOSTER_CARE',
  'NB_ADOPTR',
  'SEX_ADOPTR',
  'LS_ADOPTR',
] as const
