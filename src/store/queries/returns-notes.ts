import { sql } from 'kysely'
import type { Day } from '../../domain/kernel/day.ts'
import type { Entry } from '../../domain/records/entry.ts'
import { feedsReturns } from '../../domain/returns/fields.ts'
import { type About, type ChildNote, childNotes } from '../../domain/returns/live/child-notes.ts'
import type { Beside } from '../../domain/returns/ssda903/write/written.ts'
import type { Db } from '../connection.ts'
import { isId } from '../ids.ts'
import { authorityAnswers } from './authority.ts'
import { staffInReturns } from './return-workers.ts'

const named = (entries: readonly Entry[], type: string, field: string): readonly string[] => {
  const ids = entries.flatMap(e => (e.type === type ? [e.answers[field]] : []))
  return [...new Set(ids.filter(v => typeof v === 'string' && isId(v)))].map(String)
}

/** What stands in other files, and the return of this child needs: its workers, and its own children's births. */
async function besideChild(db: Db, entries: readonly Entry[]): Promise<Beside> {
  const [workers, children] = [
    named(entries, 'allocation', 'worker'),
    named(entries, 'relationship', 'child'),
  ]
  const staff = workers.length > 0 ? await staffInReturns(db, workers) : undefined
  const born = new Map<string, Day | null>()
  if (children.length > 0) {
    const { rows } = await sql<{ subject: string; born: Day | null }>`select p.subject, p.born from person p
      where not p.unborn and p.subject = any(${children}::uuid[])`.execute(db)
    for (const row of rows) born.set(row.subject, row.born)
  }
  const [authority] = await authorityAnswers(db, 'authority-details')
  const number = authority?.answers.number
  return {
    worker: id => staff?.get(id),
    born: id => born.get(id) ?? null,
    authority: typeof number === 'string' ? number : null,
  }
}

/**
 * What national returns say because of one entry of a child's file. It is told beside what is recorded, and never stands
 * in its way: a fault in a rule is said to whoever runs the product, and the writer is told nothing.
 */
export async function returnNotes(
  db: Db,
  about: About,
  entry: Pick<Entry, 'id' | 'type'>,
  today: Day,
): Promise<readonly ChildNote[]> {
  if (!feedsReturns(entry.type)) return []
  const beside = await besideChild(db, about.entries)
  try {
    return childNotes(about, entry.id, today, beside)
  } catch (error) {
    console.error(`The rules of returns failed on entry ${entry.id}:`, error)
    return []
  }
}
