import { decide } from '../../domain/access/decide.ts'
import type { Viewer } from '../../domain/access/roles.ts'
import { calledBy } from '../../domain/casework/person.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import { type Keeping, keepings } from '../../domain/rights/keeping.ts'
import type { Db } from '../connection.ts'
import type { Subject } from '../project.ts'
import { allegationCalled, allegationsOf } from '../queries/allegations.ts'
import { listable } from '../queries/listable.ts'
import { subjectByCode } from '../queries/subjects.ts'
import { notHere } from './read.ts'

interface Asking {
  readonly tx: Db
  readonly viewer: Viewer
  readonly now: Instant
}

/** Of some files: those that a viewer may be told of, by name, and those of which nothing is there any more. */
export interface Whose {
  readonly called: ReadonlyMap<string, string>
  readonly gone: ReadonlySet<string>
}

/** Whose files these are, as far as a viewer may know: a file in neither answer is as if it were not there. */
export async function whose(
  { tx, viewer, now }: Asking,
  keeping: Keeping,
  ids: readonly string[],
): Promise<Whose> {
  if (keeping === 'children') {
    const children = await listable(tx, viewer, now, ids)
    const called = new Map([...children].map(([id, c]) => [id, calledBy(c, c.code)]))
    return { called, gone: await notHere(tx, ids) }
  }
  if (!decide(viewer, keepings[keeping].reads).allow) return { called: new Map(), gone: new Set() }
  const files = await allegationsOf(tx, ids)
  const called = new Map(files.map(a => [a.id, allegationCalled(a)]))
  return { called, gone: new Set(ids.filter(id => !called.has(id))) }
}

/** The file of a code, and whose it is; nothing where the viewer may not be told of it, or nothing is there any more. */
export async function fileByCode(
  asking: Asking,
  keeping: Keeping,
  code: string,
): Promise<{ readonly subject: Subject; readonly called: string } | undefined> {
  const subject = await subjectByCode(asking.tx, keepings[keeping].file, code.toUpperCase())
  const called = subject && (await whose(asking, keeping, [subject.id])).called.get(subject.id)
  return subject && called !== undefined ? { subject, called } : undefined
}

/** Who else may agree to what somebody proposed, of those who work here, by name. */
export async function othersWhoDecide(db: Db, keeping: Keeping, by: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('staff')
    .select(['subject', 'name', 'role', 'team'])
    .where('working', '=', true)
    .where('subject', '!=', by)
    .orderBy('name')
    .execute()
  return rows.filter(r => decide({ id: r.subject, ...r }, keepings[keeping].decides).allow).map(r => r.name)
}
