/** The server can't be reached, or lets us not in. */
export class ServerAway extends Error {
  constructor(cause: unknown) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    const said = cause instanceof Error && cause.message !== '' ? cause.message : code
    super(
      `The PostgreSQL server of DATABASE_URL can’t be used: ${said}. Check that it runs, and its address, user, password and database name.`,
      { cause },
    )
    this.name = 'ServerAway'
  }
}
