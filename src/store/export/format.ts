/**
 * The whole system in open formats: a folder with a file of JSON Lines for each table, the documents as files named by
 * their SHA-256, a dictionary that says what every kind of entry asks, and this manifest of it all.
 */
export const EXPORT_FORMAT = 1

export interface ExportedTable {
  readonly name: string
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: number
  readonly sha256: string
}

export interface Manifest {
  readonly export: 'golden-thread'
  readonly format: number
  /** When it was begun: it holds all that was written until then, and nothing after. ISO, UTC. */
  readonly made: string
  /** The steps that had made the tables. */
  readonly steps: readonly string[]
  readonly ssd: boolean
  readonly tables: readonly ExportedTable[]
  readonly documents: { readonly folder: string; readonly files: number; readonly bytes: number }
  readonly dictionary: { readonly file: string; readonly sha256: string }
  /** What is folded from the entries, by its digests: see `projectionDigests`. */
  readonly folded: Readonly<Record<string, string>>
}

/** What is given is no export, or is not whole, or there is no place for one. Its words are for a person. */
export class BadExport extends Error {
  constructor(say: string) {
    super(say)
    this.name = 'BadExport'
  }
}

/** Where bytes stood in a row stands the name of their file. */
export const BYTES = 'bytes'

/** Tables of secrets, and of what is over by tomorrow: nobody leaves with another’s key. */
export const NOT_EXPORTED: ReadonlySet<string> = new Set([
  'passkey',
  'recovery_code',
  'one_time_code',
  'known_device',
  'sign_in_step',
  'sign_in_wait',
  'session',
  'throttle',
])

/** Who signs in by which name goes along; by what, does not. */
export const ACCOUNT_COLUMNS: readonly string[] = ['worker', 'username', 'email', 'issuer', 'issuer_subject']
