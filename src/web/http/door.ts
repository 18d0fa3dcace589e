/** Whence somebody signs in, as the web can tell. */
export interface Whence {
  readonly address: string
  readonly agent: string
  /** The cookie of a device that was here before. */
  readonly known: string | undefined
  /** The session there was. */
  readonly session: string | undefined
}

export type Refusal =
  | 'wrong'
  | 'wait'
  | 'ended'
  | 'over'
  | 'code'
  | 'one-time'
  | 'password'
  | 'passkey'
  | 'organisation'
  | 'stranger'

/** What a way in comes to: a session and the token of the device; a second step; or why nobody is let in. */
export type Entry =
  | { readonly token: string; readonly device: string }
  | { readonly second: string }
  | { readonly refused: Refusal; readonly fault?: string }

/** The ways in. Each has its own transactions: a password is tried outside of any. */
export interface WaysIn {
  password(username: string, password: string, from: Whence): Promise<Entry>
  second(step: string | undefined, code: string, from: Whence): Promise<Entry>
  code(
    given: { readonly username: string; readonly code: string; readonly password: string },
    from: Whence,
  ): Promise<Entry>
  /** Null where the address by which people come is not said. */
  readonly passkey: {
    ask(): Promise<{ readonly options: object; readonly step: string }>
    answer(step: string | undefined, answer: string, from: Whence): Promise<Entry>
  } | null
  /** Null where the council has not said by whom its staff are known. */
  readonly organisation: {
    readonly name: string
    start(after: string): Promise<{ readonly to: string; readonly step: string } | undefined>
    back(
      step: string | undefined,
      query: string,
      from: Whence,
    ): Promise<{ readonly entered: Entry; readonly after: string }>
    out(): Promise<string | undefined>
    /** Told by the provider that a session ended there: those that came from it end. */
    ended(token: string): Promise<'ended' | 'refused' | 'away'>
  } | null
}
