import type { Rule } from '../../check/rule.ts'
import type { Census, CinTable } from './data.ts'

/** A rule of the census. One that speaks of the return as a whole finds the header's first row, and says so. */
export type CinRule = Rule<Census, CinTable> & { readonly whole?: true }

export const rule = (code: string, d: Omit<CinRule, 'code' | 'severity'>): CinRule => ({
  ...d,
  code,
  severity: code.endsWith('Q') ? 'query' : 'error',
})
