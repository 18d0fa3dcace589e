import type { Look } from '../domain/access/look.ts'
import type { Db } from './connection.ts'

/** Adds a line to the log of who looked at what; in the transaction of the looking. */
export async function writeLog(db: Db, line: Look): Promise<void> {
  await db
    .insertInto('access_log')
    .values({ ...line, detail: line.detail ? JSON.stringify(line.detail) : null })
    .execute()
}

/** Who looked at a child's file, or at one that was joined to it, last first. */
export async function looksAt(db: Db, child: string, limit: number, offset: number) {
  return await db
    .selectFrom('access_log')
    .leftJoin('staff', 'staff.subject', 'access_log.viewer')
    .select([
      'access_log.at',
      'staff.name',
      'staff.role',
      'access_log.page',
      'access_log.allowed',
      'access_log.because',
    ])
    .where(eb =>
      eb.or([
        eb('access_log.subject', '=', child),
        eb(
          'access_log.subject',
          'in',
          eb.selectFrom('person').select('person.subject').where('person.merged', '=', child),
        ),
      ]),
    )
    .orderBy('access_log.at', 'desc')
    .orderBy('access_log.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}
