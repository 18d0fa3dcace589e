import type { Look } from '../domain/access/look.ts'
import type { Db } from './connection.ts'

/** Adds a line to the log of who looked at what; in the transaction of the looking. */
export async function writeLog(db: Db, line: Look): Promise<void> {
  await db
    .insertInto('access_log')
    .values({ ...line, detail: line.detail ? JSON.stringify(line.detail) : null })
    .execute()
}

/** The lines about a child's file, and about those that were joined to it. */
const aboutChild = (db: Db, child: string) =>
  db
    .selectFrom('access_log')
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

/** How often anybody has looked at a child's file, or asked to. */
export async function countLooks(db: Db, child: string): Promise<number> {
  const row = await aboutChild(db, child)
    .select(eb => eb.fn.countAll<string>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/**
 * Who looked at a child's file, or at one that was joined to it, last first. `reason` is what they gave as theirs, where
 * one of their own held at that time.
 */
export async function looksAt(db: Db, child: string, limit: number, offset: number) {
  return await aboutChild(db, child)
    .leftJoin('staff', 'staff.subject', 'access_log.viewer')
    .select(eb => [
      'access_log.at',
      'staff.name',
      'staff.role',
      'access_log.page',
      'access_log.allowed',
      'access_log.because',
      eb
        .selectFrom('access_reason')
        .select('access_reason.reason')
        .whereRef('access_reason.viewer', '=', 'access_log.viewer')
        .whereRef('access_reason.subject', '=', 'access_log.subject')
        .whereRef('access_reason.given', '<=', 'access_log.at')
        .whereRef('access_reason.until', '>', 'access_log.at')
        .orderBy('access_reason.given', 'desc')
        .limit(1)
        .as('reason'),
    ])
    .orderBy('access_log.at', 'desc')
    .orderBy('access_log.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}
