import type { Instant } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { Db } from '../connection.ts'
import { newId } from '../ids.ts'
import { append, startFile } from '../ledger.ts'
import { subjectByCode } from './subjects.ts'

const IMPORTER = 'IMPORT'

/** The author of what a return brings in: no person, and nobody can sign in as it. */
export async function ensureImporter(db: Db, now: Instant): Promise<string> {
  const found = await subjectByCode(db, 'worker', IMPORTER)
  if (found) return found.id
  const subject = { id: newId(now), kind: 'worker' as const, code: IMPORTER }
  const answers = {
    from: londonDay(now),
    name: 'Brought in from a return',
    role: 'performance-analyst',
    working: false,
  }
  const write = async (tx: Db) => {
    await startFile(tx, subject, now)
    await append(tx, subject, [
      {
        id: newId(now),
        subject: subject.id,
        type: 'staff-details',
        happened: londonDay(now),
        recorded: now,
        author: subject.id,
        answers,
        amends: null,
        sensitivity: 'ordinary',
        source: 'The command line',
      },
    ])
  }
  await (db.isTransaction ? write(db) : db.transaction().execute(write))
  return subject.id
}
