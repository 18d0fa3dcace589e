import type { Instant } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { staffDetails } from '../../domain/records/types/staff.ts'
import type { Db } from '../connection.ts'
import { newId } from '../ids.ts'
import { append, startFile } from '../ledger.ts'
import { subjectByCode } from './subjects.ts'

const IMPORTER = { code: 'IMPORT', name: 'Brought in from a return' }
/** The author of reports loaded from a folder. */
export const LIBRARIAN = { code: 'LIBRARY', name: 'Loaded from a folder' }

/** The author of what a command brings in, from a return where not said: no person, and nobody can sign in as it. */
export async function ensureImporter(db: Db, now: Instant, as = IMPORTER): Promise<string> {
  const found = await subjectByCode(db, 'worker', as.code)
  if (found) return found.id
  const subject = { id: newId(now), kind: 'worker' as const, code: as.code }
  const answers = {
    from: londonDay(now),
    name: as.name,
    role: 'performance-analyst',
    working: false,
  }
  const write = async (tx: Db) => {
    await startFile(tx, subject, now)
    const said = { id: newId(now), subject: subject.id, type: staffDetails, answers, author: subject.id }
    await append(tx, subject, [newEntry({ ...said, now, today: londonDay(now), source: 'The command line' })])
  }
  await (db.isTransaction ? write(db) : db.transaction().execute(write))
  return subject.id
}
