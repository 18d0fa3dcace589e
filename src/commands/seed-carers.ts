import { sql } from 'kysely'
import type { DemoPerson } from '../../seed/demo-staff.ts'
import type { Seed } from '../../seed/generate.ts'
import { uuid } from '../../seed/ids.ts'
import { random } from '../../seed/random.ts'
import { carerWords } from '../../seed/words/carer.ts'
import { addDays, addMonths, type Day } from '../domain/kernel/day.ts'
import { instantAt } from '../domain/kernel/london.ts'
import type { NewEntry, NewSubject } from '../domain/records/entry.ts'
import type { Answers } from '../domain/records/kinds/field.ts'
import { newEntry } from '../domain/records/new-entry.ts'
import { knownRecordType } from '../domain/records/registry.ts'
import type { Db } from '../store/connection.ts'
import { append, appendAll, readEntries } from '../store/ledger.ts'

interface Placed {
  readonly id: string
  readonly code: string
  readonly since: Day
  readonly entry: string
  readonly carer: string
  readonly worker: string
}

/** One of a household, by name: of “Ada and Ben Reed” Ada Reed. */
const oneOf = (carer: string): string => carer.replace(/ and .* (?=\S+$)/, ' ')

/** Children of school age who have lived with foster carers for a month and more, those longest there first. */
async function fostered(tx: Db, today: Day): Promise<readonly Placed[]> {
  const { rows } = await sql<Placed>`select p.subject as id, p.code, s.starts as since, s.opened_by as entry,
      s.facts ->> 'carer' as carer, a.facts ->> 'worker' as worker from person p
    join spell s on s.subject = p.subject and s.kind = 'placement' and s.ends is null and s.facts ->> 'type' like 'U%'
    join spell a on a.subject = p.subject and a.kind = 'allocation' and a.key = 'worker' and a.ends is null
    where not p.restricted and p.merged is null and s.facts ->> 'carer' <> '' and s.starts < ${addDays(today, -30)}
      and p.born between ${addMonths(today, -12 * 13)} and ${addMonths(today, -12 * 7)}
    order by s.starts, p.code`.execute(tx)
  return rows
}

/**
 * Gives a foster carer an account in an authority just made: one child lives with them, another is to come.
 * @returns whom the sign-in page offers; nobody where no child is fostered
 */
export async function seedCarers(
  tx: Db,
  { today }: Seed,
  byNow: (entries: readonly NewEntry[]) => readonly NewEntry[],
): Promise<readonly DemoPerson[]> {
  const [lives, comes] = await fostered(tx, today)
  if (!lives) return []
  const rand = random('carers')
  const entry = (subject: string, type: string, answers: Answers, ago: number, author: string): NewEntry => {
    const on = addDays(today, -ago)
    const now = instantAt(on, '18:20')
    const id = uuid(Date.parse(now), rand)
    return newEntry({ id, subject, type: knownRecordType(type), answers, author, now, today: on })
  }
  const { know, contact, decide, coming, logs } = carerWords
  const account: NewSubject = {
    id: uuid(Date.parse(instantAt(addDays(today, -200))), rand),
    kind: 'worker',
    code: 'F1',
  }
  const name = oneOf(lives.carer)
  const details = { from: addDays(today, -200), name, role: 'foster-carer', working: true }
  await appendAll(tx, [account], [entry(account.id, 'staff-details', details, 200, account.id)])

  const told = { on: lives.since, account: account.id, from: lives.since, know, contact, decide }
  const placement = (await readEntries(tx, lives.id)).find(e => e.id === lives.entry)
  const named = {
    ...entry(
      lives.id,
      'amendment',
      {
        why: 'The carer has an account now',
        becomes: { ...placement?.answers, account: account.id },
      },
      12,
      lives.worker,
    ),
    amends: lives.entry,
  }
  await append(
    tx,
    { id: lives.id, kind: 'child', code: lives.code },
    byNow([
      named,
      entry(lives.id, 'placement-arranged', told, 12, lives.worker),
      ...logs.map(({ ago, ...said }) =>
        entry(lives.id, 'carer-log', { on: addDays(today, -ago), ...said }, ago, account.id),
      ),
    ]),
  )
  if (comes) {
    const next = { on: addDays(today, -3), account: account.id, from: addDays(today, 4), know: coming }
    await append(
      tx,
      { id: comes.id, kind: 'child', code: comes.code },
      byNow([entry(comes.id, 'placement-arranged', next, 3, comes.worker)]),
    )
  }
  return [{ id: account.id, name, role: 'foster-carer', team: null }]
}
