import { sql } from 'kysely'
import type { Allegation } from '../../domain/allegations/allegation.ts'
import { foldAllegation } from '../../domain/allegations/fold.ts'
import type { Db } from '../connection.ts'
import { readEntries } from '../ledger.ts'
import type { Subject } from '../project.ts'
import { entriesOfKind, entriesOfSubjects, subjectByCode, subjectsOf } from './subjects.ts'

// Files of allegations are read here and nowhere else, and only for pages whose permission is `allegations`.

/** Which files are listed. */
export const shows = { open: 'Open', closed: 'Over', all: 'All' } as const
export type Shows = keyof typeof shows

type Row = Pick<Subject, 'id' | 'code'>

async function foldThem(db: Db, rows: readonly Row[]): Promise<readonly Allegation[]> {
  if (rows.length === 0) return []
  const entries = await entriesOfSubjects(
    db,
    rows.map(r => r.id),
  )
  return rows.flatMap(r => foldAllegation(r.id, r.code, entries.get(r.id) ?? []) ?? [])
}

/** One allegation by its code, such as A-3. */
export async function allegationByCode(db: Db, code: string): Promise<Allegation | undefined> {
  const subject = await subjectByCode(db, 'allegation', code.toUpperCase())
  return subject && foldAllegation(subject.id, subject.code, await readEntries(db, subject.id))
}

/** An allegation in a list of files: by whom it is about, and its code. */
export const allegationCalled = (a: Pick<Allegation, 'adult' | 'code'>): string => `${a.adult} (${a.code})`

/** Those of some files that are allegations of which something is still written. */
export const allegationsOf = async (db: Db, ids: readonly string[]): Promise<readonly Allegation[]> =>
  ids.length === 0
    ? []
    : await foldThem(
        db,
        await db
          .selectFrom('subject')
          .select(['id', 'code'])
          .where('kind', '=', 'allegation')
          .where('id', 'in', ids)
          .execute(),
      )

/** Files that are over, those that were told of first in front. */
export async function allegationsOver(
  db: Db,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly files: readonly Allegation[]; readonly more: boolean }> {
  const { rows } = await sql<Row>`select s.id, s.code from subject s
      join spell t on t.subject = s.id and t.kind = 'allegation' where s.kind = 'allegation'
    group by s.id having bool_and(t.ends is not null) order by min(t.starts), s.id limit ${limit + 1} offset ${offset}`.execute(
    db,
  )
  return { files: await foldThem(db, rows.slice(0, limit)), more: rows.length > limit }
}

/** Files, and how many there are in all: those that have been open longest first, of the rest those told of last. */
export async function listAllegations(
  db: Db,
  show: Shows,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly files: readonly Allegation[] }> {
  const open = sql`exists (select from spell o where o.subject = s.id and o.kind = 'allegation' and o.ends is null)`
  // A file that was disposed of says nothing, also not that it was ever open.
  const told = sql`exists (select from spell o where o.subject = s.id and o.kind = 'allegation')`
  const which = show === 'all' ? told : show === 'open' ? open : sql`${told} and not ${open}`
  const turned = show === 'open' ? sql`asc` : sql`desc`
  const { rows } = await sql<Row & { total: number }>`select s.id, s.code, count(*) over ()::int as total
    from subject s where s.kind = 'allegation' and ${which}
    order by (select max(t.starts) from spell t where t.subject = s.id and t.kind = 'allegation') ${turned}, s.id ${turned}
    limit ${page.limit} offset ${page.offset}`.execute(db)
  return { total: rows[0]?.total ?? 0, files: await foldThem(db, rows) }
}

/** The most that a search shows. */
export const MOST_FOUND = 50

/**
 * Files in which every word of the question stands in the name of the adult or of the employer, as they were told or
 * corrected. A few hundred a year are compared one by one.
 */
export async function findAllegations(db: Db, words: string): Promise<readonly Allegation[]> {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (asked.length === 0) return []
  const all = await allAllegations(db)
  return all
    .filter(a => {
      const text = `${a.adult} ${a.employer} ${a.code}`.toLowerCase()
      return asked.every(w => text.includes(w))
    })
    .slice(0, MOST_FOUND)
}

/** Every file, the last told of first: for figures and for a search. */
export async function allAllegations(db: Db): Promise<readonly Allegation[]> {
  const entries = Map.groupBy(await entriesOfKind(db, ['allegation']), e => e.subject)
  const subjects = await subjectsOf(db, 'allegation')
  return subjects
    .flatMap(s => foldAllegation(s.id, s.code, entries.get(s.id) ?? []) ?? [])
    .toSorted((a, b) => (a.received < b.received ? 1 : a.received > b.received ? -1 : 0))
}

/** Other files of an adult of the same name. */
export async function sameAdult(db: Db, { id, adult }: Allegation): Promise<readonly Allegation[]> {
  const { rows } =
    await sql<Row>`select s.id, s.code from subject s where s.kind = 'allegation' and s.id <> ${id}
    and exists (select from entry e where e.subject = s.id and (lower(trim(e.answers ->> 'adult')) = ${adult.trim().toLowerCase()}
      or lower(trim(e.answers -> 'becomes' ->> 'adult')) = ${adult.trim().toLowerCase()})) order by s.id limit 20`.execute(
      db,
    )
  return await foldThem(db, rows)
}
