import type { Day, Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'

/** What came of the last making of the inspectors' lists. */
export interface ListsMade {
  readonly on: Day
  readonly at: Instant
  readonly rows: number
  /** Cells blank that should be filled. */
  readonly blank: number
}

const NAME = 'annex-a-made'

/** Keeps what came of making the lists, so that readiness need not make them each time it is asked. */
export async function keepListsMade(tx: Db, made: ListsMade): Promise<void> {
  const row = { name: NAME, value: JSON.stringify(made) }
  await tx
    .insertInto('setting')
    .values(row)
    .onConflict(c => c.column('name').doUpdateSet(row))
    .execute()
}

/** The last making of the lists of this day, or null where they were not made on it. */
export async function listsMade(db: Db, on: Day): Promise<ListsMade | null> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', NAME).executeTakeFirst()
  // Only keepListsMade writes this name.
  const made = row?.value as ListsMade | undefined
  return made?.on === on ? made : null
}
