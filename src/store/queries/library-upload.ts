import { sql } from 'kysely'
import type { Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { newId } from '../ids.ts'

/** A report that was sent, and what came of it. */
export interface UploadRow {
  readonly id: string
  readonly name: string
  readonly sent: Instant
  readonly state: 'waiting' | 'loaded' | 'already' | 'failed'
  readonly says: string | null
  readonly code: string | null
}

/** Keeps reports that were sent, to be read when their turn comes. */
export async function sendToLibrary(
  tx: Db,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  by: { readonly id: string; readonly now: Instant },
): Promise<void> {
  for (const f of files)
    await tx
      .insertInto('library_upload')
      .values({
        id: newId(by.now),
        name: f.name.slice(0, 200),
        bytes: Buffer.from(f.bytes),
        sent_by: by.id,
        sent: by.now,
        state: 'waiting',
        says: null,
        code: null,
      })
      .execute()
}

/** What somebody sent last and what came of it, in the order sent: of today's, or those still waiting. */
export async function sentBy(db: Db, who: string, since: Instant): Promise<readonly UploadRow[]> {
  return await db
    .selectFrom('library_upload')
    .select(['id', 'name', 'sent', 'state', 'says', 'code'])
    .where('sent_by', '=', who)
    .where(eb => eb.or([eb('state', '=', 'waiting'), eb('sent', '>=', since)]))
    .orderBy('sent')
    .orderBy('id')
    .execute()
}

/** Reports that wait to be read, those sent first before others. */
export async function waitingUploads(
  db: Db,
  most: number,
): Promise<readonly { readonly id: string; readonly name: string; readonly by: string }[]> {
  return await db
    .selectFrom('library_upload')
    .select(['id', 'name', 'sent_by as by'])
    .where('state', '=', 'waiting')
    .orderBy('sent')
    .orderBy('id')
    .limit(most)
    .execute()
}

export async function uploadBytes(db: Db, id: string): Promise<Uint8Array> {
  const found = await db.selectFrom('library_upload').select('bytes').where('id', '=', id).executeTakeFirst()
  if (!found?.bytes) throw new Error('Its bytes are gone. Send it again.')
  return new Uint8Array(found.bytes)
}

/** Says what came of a report that was sent, and lets its bytes go: the published file is elsewhere. */
export async function settleUpload(
  db: Db,
  id: string,
  what: Pick<UploadRow, 'state' | 'says' | 'code'>,
): Promise<void> {
  await sql`update library_upload set bytes = null, state = ${what.state}, says = ${what.says}, code = ${what.code}
    where id = ${id}`.execute(db)
}
