import { day } from '../kernel/day.ts'
import type { CaseFacts } from './facts.ts'

// Cases of which nothing is known but what a test says.

export const on = day('2026-03-10')
export const long = day('2025-01-06')

export const facts = (more: Partial<CaseFacts> = {}): CaseFacts => ({
  inNeed: true,
  assessed: false,
  plan: false,
  lookedAfter: false,
  court: false,
  since: long,
  family: null,
  ...more,
})
