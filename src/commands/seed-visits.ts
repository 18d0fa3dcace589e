import type { DemoPerson } from '../../seed/demo-staff.ts'
import type { Seed } from '../../seed/generate.ts'
import { uuid } from '../../seed/ids.ts'
import { random } from '../../seed/random.ts'
import { visitEntries } from '../../seed/visits.ts'
import { documentsMade } from '../../seed/words/visits.ts'
import { frameworkOf } from '../domain/improvement/frameworks.ts'
import { addMonths, type Day } from '../domain/kernel/day.ts'
import { instantAt } from '../domain/kernel/london.ts'
import { drawn } from '../domain/readiness/draw.ts'
import type { NewEntry } from '../domain/records/entry.ts'
import { newEntry } from '../domain/records/new-entry.ts'
import { readyDocument } from '../domain/records/types/readiness.ts'
import type { Db } from '../store/connection.ts'
import { keepDocuments } from '../store/kept.ts'
import { append, appendAll } from '../store/ledger.ts'
import { annexA } from '../store/returns/write/annex-a.ts'

const FRAMEWORK = frameworkOf('ilacs-2018').from

/** Children to be sampled: of children in care, and of those with a child protection plan. */
const WANTED = [
  [8, 3],
  [7, 2],
] as const

async function draws(tx: Db, on: Day) {
  const { rows } = await annexA(tx, on)
  const open = await tx
    .selectFrom('person')
    .select(['subject', 'code'])
    .where('restricted', '=', false)
    .where('merged', 'is', null)
    .execute()
  const files = new Map(open.map(r => [r.code, r.subject]))
  return WANTED.flatMap(([list, many]) => {
    const pool = [...new Set(rows.filter(r => r.list === list && files.has(r.child)).map(r => r.child))]
    return drawn(pool, many, 'seed of the demonstration').flatMap(code => {
      const child = files.get(code)
      return child ? [{ child, list, outOf: pool.length }] : []
    })
  })
}

async function addDocuments(tx: Db, authority: string, author: string, today: Day) {
  const rand = random('documents made ready')
  for (const { title, kind, name, text, agreedMonthsAgo, reviewInMonths } of documentsMade) {
    const on = addMonths(today, -Math.min(2, agreedMonthsAgo))
    const now = instantAt(on, '11:30')
    const bytes = new TextEncoder().encode(text)
    const sent = { field: 'documents_new', name, bytes, scan: async () => 'not-scanned' as const }
    const kept = await keepDocuments(tx, authority, [sent], now)
    if (!kept.ok) throw new Error(kept.error)
    const answers = {
      title,
      kind,
      agreed: addMonths(today, -agreedMonthsAgo),
      review: addMonths(today, reviewInMonths),
      documents: kept.value,
    }
    const said = {
      id: uuid(Date.parse(now), rand),
      subject: authority,
      type: readyDocument,
      answers,
      author,
      now,
      today: on,
    }
    await append(tx, { id: authority, kind: 'authority', code: 'AUTHORITY' }, [newEntry(said)])
  }
}

/**
 * Writes two visits by inspectors into an authority just made: one over, one running.
 * @param may what may be written of it: nothing that lies ahead of the clock
 * @returns the inspector whom the sign-in page offers; nobody where there are too few people to tell of a visit
 */
export async function seedVisits(
  tx: Db,
  made: Seed,
  may: (entries: readonly NewEntry[]) => readonly NewEntry[],
): Promise<readonly DemoPerson[]> {
  const authority = made.subjects.find(s => s.kind === 'authority')
  const director = made.staff.find(m => m.role === 'director')
  const analyst = made.staff.find(m => m.role === 'performance-analyst')
  // The visits are of a framework that began in 2018: an authority whose clock stands before it has none.
  if (!authority || !director || !analyst || made.today < FRAMEWORK) return []
  const setting = {
    director: director.id,
    analyst: analyst.id,
    authority: authority.id,
    drawn: await draws(tx, made.today),
  }
  const { subjects, entries, inspector } = visitEntries(setting, made.today)
  await appendAll(tx, subjects, may(entries))
  await addDocuments(tx, authority.id, analyst.id, made.today)
  return [{ ...inspector, role: 'inspector', team: null }]
}
