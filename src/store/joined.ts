import { endOf, joinedInto, readAsOne } from '../domain/casework/joined.ts'
import type { Entry } from '../domain/records/entry.ts'
import type { Db } from './connection.ts'
import { readLedger } from './entries.ts'
import { type Projection, project, projectJoined, type Subject } from './project.ts'

export const findSubject = async (db: Db, id: string): Promise<Subject | undefined> =>
  await db.selectFrom('subject').select(['id', 'kind', 'code']).where('id', '=', id).executeTakeFirst()

/** The file that stands for this one: itself, where it is joined to no other. */
export async function survivorOf(db: Db, file: string): Promise<string> {
  const row = await db.selectFrom('person').select('merged').where('subject', '=', file).executeTakeFirst()
  return row?.merged ?? file
}

/** Files that are read as part of this one. */
export async function joinedTo(db: Db, file: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('person')
    .select('subject')
    .where('merged', '=', file)
    .orderBy('subject')
    .execute()
  return rows.map(r => r.subject)
}

export interface File {
  readonly subject: Subject
  readonly own: readonly Entry[]
}

/** Every file that is, or was until now, read as one with this one; and those that its own entries join it to. */
async function cluster(tx: Db, start: Subject): Promise<ReadonlyMap<string, File>> {
  const files = new Map<string, File>()
  const waiting = [start.id]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (files.has(id)) continue
    const subject = id === start.id ? start : await findSubject(tx, id)
    if (!subject) continue
    const own = await readLedger(tx, id)
    files.set(id, { subject, own })
    const into = joinedInto(id, own)
    if (into !== null) waiting.push(into)
    const near = await tx
      .selectFrom('person')
      .select(['subject', 'merged'])
      .where(eb => eb.or([eb('subject', '=', id), eb('merged', '=', id)]))
      .execute()
    for (const n of near) waiting.push(...[n.subject, n.merged].filter(f => f !== null))
  }
  return files
}

/**
 * Folds files of children into their rows: a file that was joined to another into that other’s. Pure.
 * @param into which file each joined file goes into, at least of those given
 */
export function projectTogether(
  files: readonly File[],
  into: ReadonlyMap<string, string>,
): readonly Projection[] {
  const ends = new Map(files.map(f => [f.subject.id, endOf(f.subject.id, into)]))
  return files.map(file => {
    const { subject, own } = file
    const end = ends.get(subject.id) ?? subject.id
    if (end !== subject.id) return projectJoined(subject, own, end)
    const parts = files.filter(f => ends.get(f.subject.id) === subject.id)
    return project(subject, readAsOne([own, ...parts.filter(f => f !== file).map(f => f.own)]), own)
  })
}

/** A child’s file, and all those it is or was joined with; and which file each joined one of them goes into. */
export async function readTogether(
  tx: Db,
  subject: Subject,
): Promise<{ readonly files: readonly File[]; readonly into: ReadonlyMap<string, string> }> {
  const files = await cluster(tx, subject)
  const into = new Map<string, string>()
  for (const [id, f] of files) {
    const to = joinedInto(id, f.own)
    if (to !== null && files.has(to)) into.set(id, to)
  }
  return { files: [...files.values()], into }
}

/** Which file each joined file of the whole ledger goes into, by their own entries alone. */
export async function allJoined(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('entry')
    .select('subject')
    .distinct()
    .where('type', '=', 'merged')
    .execute()
  const into = new Map<string, string>()
  for (const { subject } of rows) {
    const to = joinedInto(subject, await readLedger(db, subject))
    if (to !== null) into.set(subject, to)
  }
  return into
}
