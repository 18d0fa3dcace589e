/** The tables could not be brought up to this version, and why in words for whoever runs the product. */
export class CannotMigrate extends Error {
  constructor(why: string, cause?: unknown) {
    super(why, { cause })
    this.name = 'CannotMigrate'
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/** A lock was not had in time, or two wanted each other's. */
const IN_USE: ReadonlySet<unknown> = new Set(['55P03', '40P01'])
export const isInUse = (error: unknown): boolean => IN_USE.has(codeOf(error))

/** What PostgreSQL refuses to a login that does not own the tables. */
export const isNotOwner = (error: unknown): boolean => codeOf(error) === '42501'

export const inUse = (cause: unknown): CannotMigrate =>
  new CannotMigrate(
    'The tables are in use by long statements, so they could not be brought up to this version. Nothing was changed, and what runs goes on. Try again when it is quieter, or end what holds them: docs/operate.md says how.',
    cause,
  )

export const notOwner = (cause: unknown): CannotMigrate =>
  new CannotMigrate(
    'The database is of an older version, and this login does not own its tables. Bring it up to this version with the owner’s login first: golden-thread migrate.',
    cause,
  )
