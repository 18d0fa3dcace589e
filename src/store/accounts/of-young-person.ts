import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { ownFile, YOUNG_PERSON } from '../../domain/records/types/child-said.ts'
import { staffDetails } from '../../domain/records/types/staff.ts'
import type { Db } from '../connection.ts'
import { newId } from '../ids.ts'
import { append, startFile } from '../ledger.ts'
import { setPassword } from './accounts.ts'

/** The account that opens a child's file as its own: its file, its user name, and since when. */
export interface OwnAccount {
  readonly code: string
  readonly username: string | null
  readonly from: Day
}

/** The account of a child; none where nobody made one, or whoever had it signs in no more. */
export async function ownAccountOf(db: Db, child: string): Promise<OwnAccount | undefined> {
  const { rows } = await sql<OwnAccount>`select u.code, a.username, s.starts as from from spell s
    join subject u on u.id = s.subject
    join staff t on t.subject = s.subject and t.working
    left join account a on a.worker = s.subject
    where s.kind = 'own-file' and s.ends is null and s.facts ->> 'child' = ${child}
    order by s.starts limit 1`.execute(db)
  return rows[0]
}

/** The ID of the child whose file an account opens as its own. */
export async function ownChildOf(db: Db, account: string): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`select p.code from spell s
    join person p on p.subject::text = s.facts ->> 'child'
    where s.subject = ${account} and s.kind = 'own-file' and s.ends is null`.execute(db)
  return rows[0]?.code
}

interface Making {
  readonly child: string
  readonly username: string
  /** Who makes it; the account itself, where no person does. */
  readonly author: string | null
  readonly now: Instant
  readonly today: Day
  readonly source?: string
}

/**
 * Makes the account of a young person. It is called by no name: a list of accounts is read by those who may see no child.
 * @returns the file of the account, and its first password
 */
export async function makeOwnAccount(tx: Db, made: Making) {
  const { child, username, now, today } = made
  const account = { id: newId(now), kind: 'worker' as const, code: username }
  const password = randomBytes(12).toString('base64url')
  await startFile(tx, account, now)
  const by = { author: made.author ?? account.id, ...(made.source ? { source: made.source } : {}) }
  const said = { subject: account.id, now, today, ...by }
  const details = { from: today, name: YOUNG_PERSON, role: 'young-person', working: true }
  await append(tx, account, [
    newEntry({ ...said, id: newId(now), type: staffDetails, answers: details }),
    newEntry({ ...said, id: newId(now), type: ownFile, answers: { from: today, child } }),
  ])
  await setPassword(tx, account.id, username, password, true)
  return { id: account.id, password }
}
