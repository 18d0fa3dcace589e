import type { Day } from '../../../domain/kernel/day.ts'
import type { Year } from '../../../domain/returns/check/rule.ts'
import { type Written903, writer903 } from '../../../domain/returns/ssda903/write/tables.ts'
import { type Beside, yearDays } from '../../../domain/returns/ssda903/write/written.ts'
import type { Db } from '../../connection.ts'
import { authorityAnswers } from '../../queries/authority.ts'
import { childrenWith, eachCaseFile } from '../../queries/return-files.ts'
import { ownChildrenBorn, staffInReturns } from '../../queries/return-workers.ts'

/** Who was ever in care may be a care leaver of the year. */
const EVER = '1900-01-01' as Day

async function besideOf(db: Db): Promise<Beside> {
  const [workers, born, [authority]] = await Promise.all([
    staffInReturns(db),
    ownChildrenBorn(db),
    authorityAnswers(db, 'authority-details'),
  ])
  const number = authority?.answers.number
  return {
    worker: id => workers.get(id),
    born: id => born.get(id) ?? null,
    authority: typeof number === 'string' ? number : null,
  }
}

/**
 * Writes the SSDA903 return of a year from the record, as it stands now: every child who was looked after in the year or
 * left care and is asked about. A restricted child is in it, as the law asks: a page that names children of it shows
 * those whom its reader may see.
 * @param today a year that is not over is written as far as it has come
 */
export async function written903(db: Db, year: Year, today: Day): Promise<Written903> {
  const days = yearDays(year, today)
  const writer = writer903(days, await besideOf(db))
  const children = await childrenWith(db, ['looked-after'], EVER, days.end)
  await eachCaseFile(db, children, child => writer.put(child))
  return writer.result()
}
