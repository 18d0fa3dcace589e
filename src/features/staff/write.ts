import type { Entry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import type { Db } from '../../store/connection.ts'
import { type Written, writeOnce } from '../../store/guarded.ts'
import { readEntries } from '../../store/ledger.ts'
import type { Ctx } from '../../web/page.ts'

interface Member {
  readonly id: string
  readonly code: string
}

/** Adds one entry to the file of a member of staff, from a form. */
export async function writeStaff(
  ctx: Ctx<Db>,
  member: Member,
  w: { readonly type: RecordType; readonly answers: Answers; readonly amends?: string },
): Promise<Written> {
  const { tx, viewer, now, today, typed } = ctx
  const { id, ...entry } = newEntry({
    id: '',
    subject: member.id,
    type: w.type,
    answers: w.answers,
    author: viewer.id,
    now,
    today,
    amends: w.amends,
  })
  return await writeOnce(tx, { id: member.id, kind: 'worker', code: member.code }, typed, entry, {
    stale: (e: Entry) => e.type === w.type.code && e.amends === entry.amends,
  })
}

/** How far the file of a member of staff goes. */
export const seqOf = async (db: Db, member: string): Promise<number> =>
  (await readEntries(db, member)).at(-1)?.seq ?? 0
