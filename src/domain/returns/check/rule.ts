/** A collection year by the calendar year in which it begins: 2025 is 2025-26. */
export type Year = number

/** Which rows of which tables a rule speaks of, by their places. A table that is not named has none. */
export type Found<T extends string = string> = { readonly [table in T]?: readonly number[] }

/** Something that a rule needs beside the return, and that the return alone does not carry. */
export type Lookup = 'postcodes' | 'providers' | 'authority'

/**
 * One rule of a return: what must be true of it, in the version that is in force for some years. A value, and a pure
 * function: it reads the return and says which rows fail. It changes nothing, and knows of no other rule.
 */
export interface Rule<D, T extends string = string> {
  /** The code by which the sector knows it. */
  readonly code: string
  /** The first and the last collection year of this version; `to` is left out while it is in force. */
  readonly from: Year
  readonly to?: Year
  /** An error stops the return; a query asks for a correction or for a reason. */
  readonly severity: 'error' | 'query'
  /** What is wrong, in plain words. */
  readonly says: string
  /** What to do about it. */
  readonly todo: string
  /** The tables without which it can't be asked. */
  readonly needs: readonly T[]
  /** Columns that the return's own files do not carry, and that a lookup file gives: "Episodes.PL_DISTANCE". */
  readonly derived?: readonly string[]
  readonly lookups?: readonly Lookup[]
  /** The columns that it speaks of. */
  readonly fields: readonly string[]
  readonly find: (data: D) => Found<T>
}

/** What became of one rule: the rows that fail, or why it was not asked. A rule that was not asked is never passed. */
export type Answer<T extends string = string> =
  | { readonly asked: true; readonly found: Found<T>; readonly count: number }
  | { readonly asked: false; readonly because: string }

export const inForce = (rule: Pick<Rule<never>, 'from' | 'to'>, year: Year): boolean =>
  rule.from <= year && (rule.to === undefined || year <= rule.to)

/** "2025-26" */
export const yearWords = (year: Year): string => `${year}-${String((year + 1) % 100).padStart(2, '0')}`

/** Reads "2025-26", "2025/26" or "2025-2026"; undefined where it is no such year. */
export function readYear(text: string): Year | undefined {
  const match = /^(\d{4})[-/_](\d{2}|\d{4})$/.exec(text.trim())
  const year = Number(match?.[1])
  return match && Number(match[2]) % 100 === (year + 1) % 100 ? year : undefined
}
