import type { Look } from '../../domain/access/look.ts'
import type { Action, Viewer } from '../../domain/access/roles.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import type { Scanned } from '../../domain/records/kinds/documents.ts'
import type { Section, Whom } from '../page.ts'
import type { WaysIn } from './door.ts'

export interface Session {
  readonly viewer: Viewer
  readonly csrf: string
  /** What must be done before anything else: choose a password of one's own, or set up a second step. */
  readonly must: 'password' | 'second' | null
  /** Minutes without a request after which it ends. */
  readonly idle: number
  /** Wrong tries at the account of which its owner has not been told. */
  readonly wrong: number
}

export interface DemoPerson {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly team: string | null
  readonly says: string
}

/** A part of the product, shown to whoever may open it. */
export interface Part {
  readonly section: Section
  readonly text: string
  readonly href: string
  readonly needs: Action
  /** Not shown to whoever may do this: another part leads them there. */
  readonly unless?: Action
}

/** What the web asks of the rest of the product. The web knows no social care and no database: this is the whole of it. */
export interface House<Tx> {
  /** The parts of the product, for the navigation. */
  readonly parts: readonly Part[]
  readonly council: string
  readonly demonstration: { readonly people: readonly DemoPerson[]; readonly note: string } | null
  now(): Instant
  inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  session(tx: Tx, token: string): Promise<Session | undefined>
  /** Lets somebody of the demonstration in. @returns a token for the cookie */
  signIn(tx: Tx, worker: string, agent: string): Promise<string>
  signOut(tx: Tx, token: string): Promise<void>
  /** Goes on with a session under another token. @returns it */
  renew(tx: Tx, token: string): Promise<string>
  /** The ways in for those who have an account. */
  readonly ways: WaysIn
  child(tx: Tx, code: string, viewer: Viewer): Promise<Whom | undefined>
  giveReason(tx: Tx, viewer: Viewer, child: string, reason: string): Promise<void>
  log(tx: Tx, look: Look): Promise<void>
  /** Tells one address from another without keeping any. */
  whence(tx: Tx, address: string): Promise<string>
  /** Counts a try; false where there were too many. */
  maySend(tx: Tx, name: string, limit: number): Promise<boolean>
  /** Has a file looked at for malware. */
  scan(bytes: Uint8Array): Promise<Scanned>
  /** Says a fault that nobody foresaw to whoever runs the product. */
  report(reference: string, error: unknown): void
  /** True of a fault that goes by itself, as the database is away for a while. */
  isAway(error: unknown): boolean
  /** A fault of what was sent: a form that is not as a page of ours made it. */
  isForged(error: unknown): boolean
}
