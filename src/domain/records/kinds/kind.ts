import type { Day } from '../../kernel/day.ts'
import type { Result } from '../../kernel/result.ts'

/** What a form sends for one field: one text, or several where several may be ticked. */
export type Raw = string | readonly string[]

/** What is known when an answer is read: nothing here is asked of the worker. */
export interface ParseContext {
  readonly today: Day
  /** The child's birth, or expected birth; null where not known. */
  readonly born: Day | null
  readonly unborn: boolean
}

export type KindName =
  | 'day'
  | 'line'
  | 'text'
  | 'one-of'
  | 'many-of'
  | 'whole-number'
  | 'yes-no'
  | 'person'
  | 'worker'
  | 'workers'
  | 'carer'
  | 'documents'

/** How a value is kept where it has a column of its own. */
export type Column = 'date' | 'text' | 'integer' | 'boolean' | 'text[]' | 'uuid'

/** A kind of field answers every question asked of it, here, or it does not compile. All pure. */
export interface Kind<V> {
  readonly name: KindName
  /** Reads what was typed, or says what to do about it. Never called with a blank. */
  parse(raw: Raw, context: ParseContext): Result<V>
  /** The value in words, for reading. */
  print(value: V): string
  /** The value as a form shows it again. */
  raw(value: V): Raw
  readonly column: Column
  /** The value in an exported table. */
  cell(value: V): string | number
  /** The value in the API, as JSON Schema. */
  readonly schema: Readonly<Record<string, unknown>>
  readonly example: V
  /** The codes and their words, where only these may be chosen. */
  readonly choices?: Readonly<Record<string, string>>
}

export const oneText = (raw: Raw): string => (typeof raw === 'string' ? raw : (raw[0] ?? '')).trim()
