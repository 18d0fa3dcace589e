import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { stillAsked } from '../queries/open-clocks.ts'

export interface RequestClock {
  readonly series: string
  readonly rule: string
  readonly starts: Day
  readonly due: Day
  readonly met: Day | null
}

/** The clock that runs, or ran last, on each request for a file. */
export async function requestClocks(db: Db, today: Day): Promise<ReadonlyMap<string, RequestClock>> {
  const rows = await db
    .selectFrom('clock')
    .select(['subject', 'series', 'rule', 'starts', 'due', 'met'])
    .where('series', 'in', ['subject-access', 'subject-access-extended'])
    .where(eb => eb.or([eb('met', 'is not', null), stillAsked('clock', today)]))
    .orderBy('due')
    .execute()
  return new Map(rows.map(r => [r.subject, r]))
}
