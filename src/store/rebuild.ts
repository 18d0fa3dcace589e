import { sql } from 'kysely'
import type { Entry } from '../domain/records/entry.ts'
import type { Db } from './connection.ts'
import { ENTRY_COLUMNS, readLedger } from './entries.ts'
import { foldedAgain } from './fold-again.ts'
import { forgetFigures } from './indicators/kept/change.ts'
import { allJoined, findSubject, projectTogether } from './joined.ts'
import { project, type Subject, writeProjections } from './project.ts'
import { projected } from './projected.ts'

const GROUP = 250

/** Every file, some at a time, in the order of their ids. */
export async function* groups(db: Db, atOnce = GROUP): AsyncGenerator<readonly Subject[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const found = await db
      .selectFrom('subject')
      .select(['id', 'kind', 'code'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(atOnce)
      .execute()
    const last = found.at(-1)
    if (!last) return
    yield found
    after = last.id
  }
}

/**
 * Folds files that were joined, with those they go into: together, whatever their order.
 * @returns the files that were folded
 */
export async function foldJoined(tx: Db): Promise<ReadonlySet<string>> {
  const into = await allJoined(tx)
  const ids = new Set([...into].flat())
  const files: { subject: Subject; own: readonly Entry[] }[] = []
  for (const id of ids) {
    const subject = await findSubject(tx, id)
    if (subject) files.push({ subject, own: await readLedger(tx, id) })
  }
  const known = new Map([...into].filter(([, to]) => files.some(f => f.subject.id === to)))
  await writeProjections(tx, projectTogether(files, known))
  return ids
}

/** Files next to each other in the order of their ids, with their entries in order. */
export async function readGroup(
  db: Db,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<Subject, readonly Entry[]>> {
  const [first, last] = [subjects[0], subjects.at(-1)]
  if (!first || !last) return new Map()
  const rows = await db
    .selectFrom('entry')
    .select(ENTRY_COLUMNS)
    .where('subject', '>=', first.id)
    .where('subject', '<=', last.id)
    .orderBy('subject')
    .orderBy('seq')
    .execute()
  const entries = new Map<string, Entry[]>(subjects.map(s => [s.id, []]))
  for (const row of rows) entries.get(row.subject)?.push(row)
  return new Map(subjects.map(s => [s, entries.get(s.id) ?? []]))
}

/**
 * Empties every folded table and fills it again from the ledger, in the caller's transaction: for an embedded database,
 * and inside of other work. On a server see `beside/rebuild-beside.ts`, which is several times as fast and stops nobody.
 * @returns how many files and entries were folded
 */
export async function rebuild(
  tx: Db,
  onProgress: (files: number) => void = () => {},
): Promise<{ files: number; entries: number }> {
  for (const table of projected) await sql`delete from ${sql.table(table)}`.execute(tx)
  // What was counted from the tables of before is counted from the new ones.
  await forgetFigures(tx)
  await foldedAgain(tx)
  let files = 0
  let entries = 0
  const together = await foldJoined(tx)
  for await (const subjects of groups(tx)) {
    const found = await readGroup(tx, subjects)
    await writeProjections(
      tx,
      [...found].filter(([s]) => !together.has(s.id)).map(([s, list]) => project(s, list)),
    )
    files += subjects.length
    for (const list of found.values()) entries += list.length
    onProgress(files)
  }
  return { files, entries }
}

/**
 * A digest of each folded table, from those of its rows, whatever their order: two databases with the same digests hold
 * the same. Moments are read in UTC, wherever the server stands. An empty table has none.
 */
export async function projectionDigests(db: Db): Promise<Readonly<Record<string, string>>> {
  if (!db.isTransaction) return await db.transaction().execute(projectionDigests)
  await sql`set local time zone 'UTC'`.execute(db)
  const digests: Record<string, string> = {}
  for (const table of projected) {
    // What the database itself makes of the rest (words to be searched) differs from one version of it to another.
    const { rows: made } = await sql<{ name: string }>`select attname as name from pg_attribute
      where attrelid = ${table}::regclass and attgenerated <> '' and not attisdropped`.execute(db)
    const told = sql`to_jsonb(t) - ${sql.val(made.map(m => m.name))}::text[]`
    // Adding up needs neither the rows in order nor all of them at once, as a text of the whole table would.
    const { rows } = await sql<{ d: string | null }>`
      select md5(count(*) || ' ' || sum(('x' || left(h, 16))::bit(64)::bigint) || ' ' || sum(('x' || right(h, 16))::bit(64)::bigint)) as d
      from (select md5((${told})::text) as h from ${sql.table(table)} t) x`.execute(db)
    digests[table] = rows[0]?.d ?? ''
  }
  return digests
}
