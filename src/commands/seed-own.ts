import { sql } from 'kysely'
import type { DemoPerson } from '../../seed/demo-staff.ts'
import type { Seed } from '../../seed/generate.ts'
import { uuid } from '../../seed/ids.ts'
import { random } from '../../seed/random.ts'
import { ownWords } from '../../seed/words/own.ts'
import { addDays, addMonths, type Day } from '../domain/kernel/day.ts'
import { instantAt } from '../domain/kernel/london.ts'
import type { NewEntry, NewSubject } from '../domain/records/entry.ts'
import type { Answers } from '../domain/records/kinds/field.ts'
import { newEntry } from '../domain/records/new-entry.ts'
import { knownRecordType } from '../domain/records/registry.ts'
import { YOUNG_PERSON } from '../domain/records/types/child-said.ts'
import type { Db } from '../store/connection.ts'
import { append, appendAll } from '../store/ledger.ts'

/** A young person in care with a pathway plan and somebody who works with them. */
async function grown(tx: Db, today: Day) {
  const { rows } = await sql<{ id: string; code: string; worker: string }>`select p.subject as id, p.code,
      a.facts ->> 'worker' as worker from person p
    join spell l on l.subject = p.subject and l.kind = 'looked-after' and l.ends is null
    join spell w on w.subject = p.subject and w.kind = 'leaving-care' and w.ends is null
    join spell a on a.subject = p.subject and a.kind = 'allocation' and a.key = 'worker' and a.ends is null
    where not p.restricted and p.merged is null and p.born > ${addMonths(today, -12 * 18)}
    order by w.starts, p.code limit 1`.execute(tx)
  return rows[0]
}

/**
 * Gives a young person an account in an authority just made: they said something and were answered, and wait again.
 * @returns whom the sign-in page offers; nobody where nobody in care has a pathway plan
 */
export async function seedOwn(
  tx: Db,
  { today }: Seed,
  byNow: (entries: readonly NewEntry[]) => readonly NewEntry[],
): Promise<readonly DemoPerson[]> {
  const child = await grown(tx, today)
  if (!child) return []
  const rand = random('a young person')
  const entry = (subject: string, type: string, answers: Answers, ago: number, author: string): NewEntry => {
    const on = addDays(today, -ago)
    const now = instantAt(on, '16:40')
    const id = uuid(Date.parse(now), rand)
    return newEntry({ id, subject, type: knownRecordType(type), answers, author, now, today: on })
  }
  const account: NewSubject = {
    id: uuid(Date.parse(instantAt(addDays(today, -60))), rand),
    kind: 'worker',
    code: 'Y1',
  }
  const from = addDays(today, -60)
  const details = { from, name: YOUNG_PERSON, role: 'young-person', working: true }
  await appendAll(
    tx,
    [account],
    [
      entry(account.id, 'staff-details', details, 60, account.id),
      entry(account.id, 'own-file', { from, child: child.id }, 60, account.id),
    ],
  )
  const { first, answer, next, second } = ownWords
  await append(
    tx,
    { id: child.id, kind: 'child', code: child.code },
    byNow([
      entry(child.id, 'child-said', { kind: 'feedback', said: first }, 20, account.id),
      entry(child.id, 'child-answered', { on: addDays(today, -18), answer, next }, 18, child.worker),
      entry(child.id, 'child-said', { kind: 'chair', said: second }, 1, account.id),
    ]),
  )
  return [{ id: account.id, name: YOUNG_PERSON, role: 'young-person', team: null }]
}
