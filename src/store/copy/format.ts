/**
 * A copy of a database: one file, gzip of lines of JSON. The first line says what it is, and which tables come; then for
 * each table its name as a JSON text, and its rows as JSON objects, column by column, as PostgreSQL writes them; then
 * "end", and what it all amounts to. Any program that reads JSON can read it. What is folded from the entries is not in
 * it, but what it came to is; sessions are not, so that nobody is signed in by a copy.
 */
export const FORMAT = 1

export interface Head {
  readonly copy: 'golden-thread'
  readonly format: number
  /** When the copy was begun: it holds all that was written until then, and nothing after. ISO, UTC. */
  readonly made: string
  /** The steps that had made its tables. */
  readonly steps: readonly string[]
  /** Whether the views of the safeguarding dataset stood beside the tables. */
  readonly ssd: boolean
  readonly tables: readonly Table[]
}

export interface Table {
  readonly name: string
  readonly columns: readonly string[]
}

export interface Tail {
  readonly rows: Readonly<Record<string, number>>
  /** See `projectionDigests`. */
  readonly folded: Readonly<Record<string, string>>
  /** SHA-256 of every line before this one, line ends and all. */
  readonly sha256: string
}

/** A file is no copy, or is not whole. */
export class BadCopy extends Error {
  constructor(say: string) {
    super(say)
    this.name = 'BadCopy'
  }
}
