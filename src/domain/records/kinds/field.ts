import type { Kind } from './kind.ts'

/** The answers of a record, whatever its type: what a condition reads. */
export type Answers = Readonly<Record<string, unknown>>

export interface FieldOptions {
  readonly hint?: string
  /** May be left blank. */
  readonly optional?: true
  /** Asked only when this holds of the answers before it; otherwise not asked and not kept. */
  readonly when?: (answers: Answers) => boolean
  /** The form's wording when a required answer is missing; made from the label where not given. */
  readonly missing?: string
  /** Filled in beforehand: today's day, or a fixed answer. */
  readonly start?: string
  /** Each child's own: brothers and sisters recorded together may not be given the same words here. */
  readonly own?: true
  /** Filled in from the last record of the kind, and shown as changed or not. */
  readonly carry?: true
  /** How it is asked of a child under five, or not yet born: what was seen, rather than said. */
  readonly young?: string
  /** The child reads this answer on a page of their own, and whoever writes it is told so. */
  readonly childReads?: true
  /** Many answers, offered in groups; an answer in no group is kept where it was given, and offered no more. */
  readonly groups?: readonly { readonly title: string; readonly codes: readonly string[] }[]
}

/** A question: a kind, its words, and when it is asked. */
export interface Field<V> {
  readonly kind: Kind<NonNullable<V>>
  readonly label: string
  readonly required: boolean
  readonly options: FieldOptions
}

type Blankable = { readonly optional: true } | { readonly when: (answers: Answers) => boolean }
export type Answer<V, O> = O extends Blankable ? V | undefined : V

export function field<V, const O extends FieldOptions>(
  kind: Kind<V>,
  label: string,
  options: O,
): Field<Answer<V, O>>
export function field<V>(kind: Kind<V>, label: string, options: FieldOptions): Field<V> {
  return { kind: kind as Kind<NonNullable<V>>, label, required: options.optional !== true, options }
}

const CHILD_READS =
  'The child may read this on a page of their own: use plain words, and write nothing private about anybody else.'

/** What helps to answer a question; undefined where its label says all. */
export function hintOf({ options }: Field<unknown>): string | undefined {
  const words = [options.hint, ...(options.childReads ? [CHILD_READS] : [])]
  return words.filter(w => w !== undefined).join(' ') || undefined
}
