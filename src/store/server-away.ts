/**
 * Answers of PostgreSQL that are about the moment and not about what was asked (its manual, appendix A): connections
 * broken or refused, no room, stopping, starting, and a standby that is not yet the one to write to.
 */
const FOR_NOW = /^(08|53|57P|58030|25006)/
/** What the system says of a connection, or of a disk. */
const OF_THE_SYSTEM: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOSPC',
])

/** What the driver says where nobody answered, and where every connection stayed in use. */
const TOO_LONG = /^timeout e|due to connection timeout/

/** True of a fault that goes by itself: the database is away, starting, or has no room. The same may be asked again. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    FOR_NOW.test(code) ||
    OF_THE_SYSTEM.has(code) ||
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      error.message,
    ) ||
    (error.cause !== undefined && isAway(error.cause))
  )
}

/** The server can't be reached, or lets us not in. */
export class ServerAway extends Error {
  constructor(cause: unknown) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    const words = cause instanceof Error && cause.message !== '' ? cause.message : code
    const said = TOO_LONG.test(words)
      ? 'it did not answer in the time that GOLDEN_THREAD_CONNECT_SECONDS gives it'
      : words
    super(
      `The PostgreSQL server of DATABASE_URL can’t be used: ${said}. Check that it runs, and its address, user, password and database name.`,
      { cause },
    )
    this.name = 'ServerAway'
  }
}
