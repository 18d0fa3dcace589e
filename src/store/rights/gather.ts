import { decide, type Target } from '../../domain/access/decide.ts'
import { type Role, roles, type Viewer } from '../../domain/access/roles.ts'
import { type CaseFile, knownOn } from '../../domain/casework/file.ts'
import { calledBy } from '../../domain/casework/person.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { type Disclosure, disclosureOf, type Looked } from '../../domain/rights/disclosure.ts'
import { type Item, idsNamed, itemsOf } from '../../domain/rights/passages.ts'
import type { AccessRequest } from '../../domain/rights/request.ts'
import { targetOf } from '../access.ts'
import type { Db } from '../connection.ts'
import { joinedTo } from '../joined.ts'
import { looksAt } from '../log.ts'
import { namesOf } from '../people.ts'
import { authorityName } from '../queries/authority.ts'
import { fileOf } from '../queries/file-of.ts'
import { listable } from '../queries/listable.ts'

export interface Gathered {
  readonly file: CaseFile
  readonly items: readonly Item[]
  /** Entries that whoever gathers may not see: then the file is not whole. */
  readonly kept: number
  /** The file, and those joined to it. */
  readonly files: readonly string[]
}

interface Asking {
  readonly tx: Db
  readonly viewer: Viewer
  readonly now: Instant
}

/** What a viewer is to the child whose file was asked for, where they may open it. */
export async function openTo(
  { tx, viewer, now }: Asking,
  request: AccessRequest,
): Promise<
  { readonly allow: true; readonly target: Target } | { readonly allow: false; readonly because: string }
> {
  const target = await targetOf(tx, request.child, viewer, now)
  if (!target) return { allow: false, because: 'This file is not here any more.' }
  const decision = decide(viewer, 'open', target)
  return decision.allow ? { allow: true, target } : { allow: false, because: decision.because }
}

/**
 * The file that was asked for, whole, as far as the viewer may read it; as it stood when its marking was finished, where
 * it was. Other children stand by name only where the viewer may see them listed.
 */
export async function gather(ctx: Asking, request: AccessRequest, target: Target): Promise<Gathered> {
  const { tx, viewer, now } = ctx
  const view = await fileOf(tx, { id: request.child, target }, viewer)
  const entries = request.marked ? knownOn(view.entries, request.marked.at) : view.entries
  const ids = idsNamed(entries)
  const others = await listable(tx, viewer, now, ids)
  const called = [...others].map(([id, c]) => [id, calledBy(c, c.code)] as const)
  const names = new Map([...(await namesOf(tx, ids)), ...called])
  return {
    file: view.file,
    items: itemsOf(entries, names),
    kept: view.kept,
    files: [request.child, ...(await joinedTo(tx, request.child))],
  }
}

const ALL = 100_000
const isRole = (code: string | null): code is Role => code !== null && Object.hasOwn(roles, code)

async function looksOf(tx: Db, child: string): Promise<readonly Looked[]> {
  const lines = await looksAt(tx, child, ALL, 0)
  return lines.map(l => ({
    at: l.at,
    name: l.name ?? 'Somebody who has left',
    role: isRole(l.role) ? roles[l.role] : 'role not known',
    page: l.page,
    allowed: l.allowed,
  }))
}

/** What goes out, from what was gathered. */
export const disclosed = async (
  tx: Db,
  request: AccessRequest,
  { items }: Gathered,
  today: Day,
): Promise<Disclosure> =>
  disclosureOf({
    request,
    items,
    looks: request.log ? await looksOf(tx, request.child) : null,
    council: await authorityName(tx),
    today,
  })
