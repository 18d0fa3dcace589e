import { CsvError, parse } from 'csv-parse/sync'
import { standing } from '../../domain/casework/standing.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { rawAnswers } from '../../domain/records/parse.ts'
import { staffDetails } from '../../domain/records/types/staff.ts'
import { planStaff, type StaffChange, type StaffNow } from '../../domain/staff-file/plan.ts'
import type { StaffLine } from '../../domain/staff-file/read.ts'
import type { Db } from '../connection.ts'
import { newId } from '../ids.ts'
import { append, readEntries, startFile } from '../ledger.ts'
import { casesHeld } from '../queries/workload.ts'
import { revokeAll } from '../sessions.ts'
import { logStep } from './accounts.ts'

/** The rows of a CSV file; or what to do where it is none. */
export function staffRows(bytes: Uint8Array): Result<readonly (readonly string[])[]> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const rows: string[][] = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false })
    return ok(rows)
  } catch (error) {
    const at =
      error instanceof CsvError && typeof error.lines === 'number' ? ` (near line ${error.lines})` : ''
    return fail(`The file can’t be read as CSV${at}. Save it as “CSV UTF-8”, and give it again.`)
  }
}

/** Everybody who works here or did, as the staff file sees them. */
async function staffNow(tx: Db): Promise<readonly StaffNow[]> {
  const rows = await tx
    .selectFrom('staff')
    .innerJoin('subject', 'subject.id', 'staff.subject')
    .leftJoin('account', 'account.worker', 'staff.subject')
    .select(['staff.subject as id', 'subject.code', 'account.username', 'account.email', 'staff.name'])
    .select(['staff.role', 'staff.team', 'staff.working', 'staff.registered'])
    .orderBy('staff.name')
    .execute()
  const cases = await casesHeld(
    tx,
    rows.map(r => r.id),
  )
  const out: StaffNow[] = []
  for (const row of rows) {
    const last = standing(await readEntries(tx, row.id)).findLast(
      e => e.type === staffDetails.code && !e.withdrawn,
    )
    const registration = last?.answers.registration
    out.push({
      ...row,
      registration: typeof registration === 'string' ? registration : null,
      typed: last ? rawAnswers(staffDetails, last.answers) : {},
      children: new Set(cases.filter(c => c.worker === row.id).map(c => c.subject)).size,
    })
  }
  return out
}

/** What a staff file would do now. */
export const planStaffFile = async (tx: Db, lines: readonly StaffLine[], today: Day) =>
  planStaff(lines, await staffNow(tx), today)

async function apply(tx: Db, change: StaffChange, now: Instant, today: Day): Promise<void> {
  const { line, answers } = change
  const id = change.now?.id ?? newId(now)
  const file = { id, kind: 'worker' as const, code: change.now?.code ?? line.username }
  if (!change.now) await startFile(tx, file, now)
  if (answers) {
    const said = { id: newId(now), subject: id, type: staffDetails, answers, author: id }
    await append(tx, file, [newEntry({ ...said, now, today, source: 'The staff file' })])
  }
  const email = line.email === undefined ? {} : { email: line.email }
  // Whose user name is known keeps it: a file that finds somebody by their code does not rename them.
  await tx
    .insertInto('account')
    .values({ worker: id, username: line.username, password: null, ...email })
    .onConflict(c => c.column('worker').doUpdateSet({ worker: id, ...email }))
    .execute()
  if (change.kind === 'leaves') {
    await tx.deleteFrom('known_device').where('worker', '=', id).execute()
    await tx.deleteFrom('one_time_code').where('worker', '=', id).execute()
    await tx.updateTable('account').set({ password: null }).where('worker', '=', id).execute()
  }
  if (change.again) await revokeAll(tx, id)
  await logStep(tx, now, id, true, `The staff file: ${change.kind}`, null)
}

/** Does what a staff file says, in the caller's transaction: all of it, or nothing. */
export async function applyStaffFile(
  tx: Db,
  changes: readonly StaffChange[],
  now: Instant,
  today: Day,
): Promise<void> {
  for (const change of changes) await apply(tx, change, now, today)
}
