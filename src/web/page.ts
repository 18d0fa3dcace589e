import type { ComponentChildren } from 'preact'
import type { Decision, Target } from '../domain/access/decide.ts'
import type { Action, Viewer } from '../domain/access/roles.ts'
import type { Day, Instant } from '../domain/kernel/day.ts'
import type { Scanned } from '../domain/records/kinds/documents.ts'
import type { Faults, Typed } from '../domain/records/parse.ts'

/** The child a page is about, as far as anyone may know who was let in. */
export interface Whom {
  readonly id: string
  readonly code: string
  readonly called: string
  readonly target: Target
  /** The files that are read as part of this one. */
  readonly joined: readonly string[]
}

/** What a page is given: who asks, when, about whom, and the transaction it all happens in. */
export interface Ctx<Tx> {
  readonly tx: Tx
  readonly viewer: Viewer
  readonly because: string
  readonly now: Instant
  readonly today: Day
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
  /** What was posted; empty for a GET. */
  readonly typed: Typed
  readonly upload: Upload | null
  /** Every file that came, where several may. */
  readonly uploads: readonly Upload[]
  readonly csrf: string
  readonly path: string
  readonly demonstration: boolean
  /** Decides another action about the same child, to show or hide a way on. */
  can(action: Action): Decision
}
export interface ChildCtx<Tx> extends Ctx<Tx> {
  readonly child: Whom
}

export interface Upload {
  /** The question it answers. */
  readonly field: string
  readonly name: string
  readonly bytes: Uint8Array
  /** Has it looked at for malware, where a scanner is configured. */
  scan(): Promise<Scanned>
}

export interface Html {
  readonly title: string
  readonly body: ComponentChildren
  /** The part of the product it stands in, for the navigation. */
  readonly section?: Section
  /** Wide pages for tables; others keep to a readable measure. */
  readonly wide?: boolean
}

export type Section =
  | 'work'
  | 'front-door'
  | 'find'
  | 'team'
  | 'help'
  | 'digest'
  | 'returns'
  | 'plan'
  | 'audits'
  | 'boards'
  | 'inspection'
  | 'rights'
  | 'log'
  | 'allegations'

/** What the worker typed and what is wrong with it, when a form comes back. */
export interface Returned {
  readonly typed: Typed
  readonly faults: Faults
  readonly conflict?: ComponentChildren
}

export type Outcome =
  /** `renew`: what the person may do has changed, so the session goes on under another token. */
  | { readonly go: string; readonly renew?: true }
  | { readonly again: Returned; readonly status?: 409 | 422 }
  | { readonly file: FileReply }
  /** A page that stands at no address of its own: what is said once, or a form that has grown. */
  | { readonly shown: Html; readonly renew?: true }
  /** Not for this person to do; nothing typed can put it right. */
  | { readonly refused: string }
  /** A word to a script that saved something. */
  | { readonly said: string }

export type Loaded<Data> =
  | { readonly found: Data }
  | { readonly missing: string }
  | { readonly refused: string }
  | { readonly file: FileReply }
  | { readonly go: string }

/** What a page's `load` finds: the data its `render` is given. */
// biome-ignore lint/suspicious/noExplicitAny: only the answer's type is looked at, whatever is asked
export type DataOf<Load extends (...asked: any) => Promise<unknown>> = Extract<
  Awaited<ReturnType<Load>>,
  { readonly found: unknown }
>['found']

export interface FileReply {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

interface Shared {
  /** The URL, with `:names` for its parts. A page about a child has `:child`. */
  readonly path: string
  /** Checked before anything is read. */
  readonly permission: Action
  /** What the log calls a reading of this page. */
  readonly audit: string
  readonly takesFile?: true
}

interface Parts<C, Data> {
  load(ctx: C): Promise<Loaded<Data>>
  render(data: Data, ctx: C, returned: Returned | null): Html
  submit?(ctx: C, data: Data): Promise<Outcome>
}

/** A page is one value. It does not compile without its permission and its name in the log. */
export type Page<Tx> =
  | (Shared & { readonly about: 'child' } & Parts<ChildCtx<Tx>, unknown>)
  | (Shared & { readonly about: 'nobody' } & Parts<Ctx<Tx>, unknown>)

// A page's data is its own affair: outside the page nobody looks into it, so its type is forgotten here, once.
export function childPage<Tx, Data>(page: Shared & Parts<ChildCtx<Tx>, Data>): Page<Tx> {
  return { ...page, about: 'child' } as Page<Tx>
}

export function page<Tx, Data>(value: Shared & Parts<Ctx<Tx>, Data>): Page<Tx> {
  return { ...value, about: 'nobody' } as Page<Tx>
}

/** What a page without an account is given: nobody is known, so nothing of any child may be read by it. */
export interface PublicCtx<Tx> {
  readonly tx: Tx
  readonly now: Instant
  readonly today: Day
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
  readonly typed: Typed
  readonly uploads: readonly Upload[]
  /** Whence it came, as far as a limit needs to tell one address from another: no address is kept. */
  readonly from: string
  /** What this installation is called and how it sends, for pages that say so. */
  readonly council: string
}

/** A page for anybody, at any hour. It is told apart by its type: it can't be given a viewer, and every send is logged. */
export interface PublicPage<Tx> extends Parts<PublicCtx<Tx>, unknown> {
  readonly path: string
  readonly audit: string
  /** Sends from one address in a quarter of an hour; more are asked, kindly, to wait. */
  readonly limit: number
}

export function publicPage<Tx, Data>(
  value: Omit<PublicPage<Tx>, keyof Parts<PublicCtx<Tx>, Data>> & Parts<PublicCtx<Tx>, Data>,
): PublicPage<Tx> {
  return value as PublicPage<Tx>
}

/** Which page of a list is asked for: 1 where nothing sensible is. */
export function pageNumber(query: Readonly<Record<string, string | undefined>>): number {
  const asked = Number(query.page)
  return Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1
}

export const found = <Data>(data: Data): { readonly found: Data } => ({ found: data })
