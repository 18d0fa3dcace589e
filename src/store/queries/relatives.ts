import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import type { CaseFile } from '../../domain/casework/file.ts'
import { ownClaims, type Told, toldClaims } from '../../domain/family/claims.ts'
import { NOT_SAMPLED, type Relative, relativesOf } from '../../domain/family/relatives.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import { writeLog } from '../log.ts'
import { lifeOf, peopleKnown } from './relatives-known.ts'

interface Asking {
  readonly tx: Db
  readonly viewer: Viewer
  readonly now: Instant
  readonly child: { readonly id: string; readonly code: string; readonly joined: readonly string[] }
}

/**
 * Relationships on other files that name this child. Of a restricted file there is nothing, and of a confidential entry
 * only what the viewer may read; the file of a child that is read as part of another counts as that other's.
 */
async function toldOf({ tx, viewer, now, child }: Asking, on: Day): Promise<readonly Told[]> {
  // Other files may name the child by the ID of a file that was joined to this one.
  const listed = sql.join([child.id, ...child.joined])
  const entry = sql`case when p.restricted then 'restricted' else h.sensitivity end`
  const { rows } = await sql<Told>`
    select h.entry, p.subject, h.happened, h.answers, p.sex
    from happening h join person w on w.subject = h.subject join person p on p.subject = coalesce(w.merged, w.subject)
    where h.answers ? 'child' and h.answers ->> 'child' in (${listed}) and h.type = 'relationship' and not h.withdrawn
      and h.happened <= ${on} and p.subject not in (${listed}) and not (w.restricted and not p.restricted)
      and (${mayDo(viewer, 'open', now, entry)} or (h.sensitivity = 'ordinary' and ${mayDo(viewer, 'list', now)}))
    order by h.happened, h.seq, h.entry`.execute(tx)
  return rows
}

/** What a viewer was not told is on the log of the file that was not shown. */
async function logHidden({ tx, viewer, now, child }: Asking, hidden: readonly string[]): Promise<void> {
  for (const subject of hidden)
    await writeLog(tx, {
      at: now,
      viewer: viewer.id,
      action: 'list',
      subject,
      page: `the family of ${child.code}`,
      allowed: false,
      because: 'The file is restricted, so it was left out as if it were not there',
    })
}

/**
 * Everybody in a child's life, as far as a viewer may be told: from the child's own file, and from other files that name
 * the child, turned round.
 * @param file the child's file as the viewer may read it
 * @param others false where the file is looked at as it was known earlier: other files are only known as they are now
 */
export async function relativesFor(
  asking: Asking,
  file: CaseFile,
  on: Day,
  others = true,
): Promise<readonly Relative[]> {
  const { tx, child } = asking
  const own = ownClaims(file)
  const told = others ? await toldOf(asking, on) : []
  const named = [...own.flatMap(c => c.person ?? []), ...told.map(t => t.subject)]
  const known = await peopleKnown(asking, named)
  await logHidden(asking, [...new Set([...known.values()].filter(k => k.seen === 'hidden').map(k => k.id))])
  // Two ids of one child are one: a file joined to another is read as that other.
  const claims = [...own, ...toldClaims(told)].map(c =>
    c.person === null ? c : { ...c, person: known.get(c.person)?.id ?? c.person },
  )
  const people = new Map([...known.values()].map(k => [k.id, k]))
  const words = asking.viewer.role === 'inspector' ? { closed: NOT_SAMPLED } : {}
  return relativesOf({ child: await lifeOf(tx, child.id), claims, known: people, on, ...words })
}
