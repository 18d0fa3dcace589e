import type { Day } from '../../kernel/day.ts'
import type { Child } from './file.ts'
import { happenings } from './file.ts'

/** True where the child was an unaccompanied asylum-seeking child on some day after this one; ever, where none is given. */
export function unaccompanied(c: Child, after?: Day): boolean {
  const last = happenings(c, 'unaccompanied').at(-1)
  if (!last) return false
  const to = last.answers.to
  return after === undefined || typeof to !== 'string' || to > after
}
