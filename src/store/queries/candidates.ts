import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import { calledBy } from '../../domain/casework/person.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import type { Asked } from '../../domain/matching/asked.ts'
import { SHOWN, scoreAsked } from '../../domain/matching/score.ts'
import { addressWords, telling, wordsIn } from '../../domain/matching/words.ts'
import type { Db } from '../connection.ts'
import { fetchClosed, fetchOpen, logClosed, type Row } from './likeness.ts'

/** A child here who may be the one asked for. */
export interface Candidate {
  readonly subject: string
  readonly code: string
  readonly called: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly born: Day | null
  /** From 0 to 1; twins never above a half. */
  readonly score: number
  /** Why, in words: “same date of birth”. */
  readonly why: readonly string[]
  /** Born on the same day into the same family with another given name: never the same child. */
  readonly twin: boolean
  /** Open to social care now, and who holds the case. */
  readonly open: boolean
  readonly worker: string | null
}

interface Where {
  /** What the log calls the page on which it is asked. */
  readonly page: string
  /** The file that is asked for, where there is one: it is not its own candidate, nor is a child it is known not to be. */
  readonly of?: string
}

const MOST = 10
/** A twin is told of, though it is never a match. */
const likely = (s: { readonly score: number; readonly twin: boolean }): boolean => s.score >= SHOWN || s.twin

/** Files that people have said are of another child than this file, in either of the two. */
async function knownDifferent(db: Db, file: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ other: string }>`
    with these as (select ${file}::uuid as subject union select subject from person where merged = ${file})
    select h.answers ->> 'child' as other from happening h where h.subject in (select subject from these)
      and h.type = 'different-child' and not h.withdrawn
    union select h.subject::text from happening h where h.type = 'different-child' and not h.withdrawn
      and h.answers ? 'child' and h.answers ->> 'child' in (select subject::text from these)`.execute(db)
  const named = rows.map(r => r.other)
  if (named.length === 0) return new Set()
  const ends = await sql<{ subject: string }>`select coalesce(merged, subject) as subject from person
    where subject::text in (${sql.join(named)})`.execute(db)
  return new Set([...named, ...ends.rows.map(r => r.subject)])
}

type Stands = Pick<Candidate, 'open' | 'worker'>

async function howTheyStand(db: Db, subjects: readonly string[]): Promise<ReadonlyMap<string, Stands>> {
  if (subjects.length === 0) return new Map()
  const { rows } = await sql<Stands & { subject: string }>`select p.subject,
      exists (select from spell s where s.subject = p.subject and s.kind = 'in-need' and s.ends is null) as open,
      (select st.name from spell a join staff st on st.subject::text = a.facts ->> 'worker' where a.subject = p.subject
        and a.kind = 'allocation' and a.key = 'worker' and a.ends is null limit 1) as worker
    from person p where p.subject in (${sql.join(subjects)})`.execute(db)
  return new Map(rows.map(r => [r.subject, r]))
}

const wordsOf = (name: string | null | undefined): readonly string[] => wordsIn(name ?? '').slice(0, 4)

/** Everybody who may be meant: by the name, by each other name, and by brothers and sisters with the same family name. */
async function fetchAll(db: Db, viewer: Viewer, now: Instant, asked: Asked) {
  const names = [
    [...wordsOf(asked.givenName), ...wordsOf(asked.familyName)].slice(0, 6),
    ...(asked.otherNames?.split(/[;,]/).map(wordsOf) ?? []),
    ...(asked.siblings ?? []).map(wordsOf),
  ].filter((n, i) => i === 0 || n.length > 0)
  const found = { open: new Map<string, Row>(), closed: new Map<string, Row>() }
  for (const [i, words] of names.slice(0, 5).entries()) {
    const first = i === 0
    const sought = {
      words,
      born: first ? (asked.born ?? null) : null,
      numbers: first ? [asked.nhsNumber, asked.upn].flatMap(n => (n ? [n] : [])) : [],
      address: first && asked.address ? telling(addressWords(asked.address)) : [],
    }
    for (const r of await fetchOpen(db, viewer, now, sought, first)) found.open.set(r.subject, r)
    for (const r of await fetchClosed(db, viewer, now, sought, first)) found.closed.set(r.subject, r)
  }
  return { open: [...found.open.values()], closed: [...found.closed.values()] }
}

/**
 * Up to ten children here who may be the one asked for, the likeliest first, with the reasons. Twins are told apart.
 * A restricted child is as if not there for whoever is not named on the file, and the log of that file says that it was
 * looked for.
 */
export async function candidates(
  tx: Db,
  viewer: Viewer,
  now: Instant,
  asked: Asked,
  where: Where,
): Promise<readonly Candidate[]> {
  const rows = await fetchAll(tx, viewer, now, asked)
  const apart = where.of ? new Set([where.of, ...(await knownDifferent(tx, where.of))]) : new Set<string>()
  const scored = (all: readonly Row[]) =>
    all
      .filter(r => !apart.has(r.subject))
      .map(row => ({ row, ...scoreAsked(asked, row) }))
      .filter(likely)
      .sort((a, b) => b.score - a.score || (a.row.subject < b.row.subject ? -1 : 1))
      .slice(0, MOST)
  const closed = scored(rows.closed)
  await logClosed(
    tx,
    viewer,
    now,
    where.page,
    closed.map(c => c.row),
  )
  const found = scored(rows.open)
  const stand = await howTheyStand(
    tx,
    found.map(f => f.row.subject),
  )
  return found.map(({ row, score, why, twin }) => ({
    subject: row.subject,
    code: row.code,
    called: calledBy(row, row.code),
    givenName: row.givenName,
    familyName: row.familyName,
    unborn: row.unborn,
    born: row.born,
    score,
    why,
    twin,
    open: stand.get(row.subject)?.open ?? false,
    worker: stand.get(row.subject)?.worker ?? null,
  }))
}
