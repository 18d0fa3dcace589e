import type { Rule } from '../../check/rule.ts'
import type { AnyTable, Return903 } from './data.ts'

export type Rule903 = Rule<Return903, AnyTable>

/** Declares a rule of the SSDA903. An error, where nothing else is said. */
export const rule = (
  code: string,
  d: Omit<Rule903, 'code' | 'severity'> & { severity?: 'query' },
): Rule903 => ({
  ...d,
  code,
  severity: d.severity ?? 'error',
})
