import { boardsEntries } from '../../seed/boards.ts'
import type { Seed } from '../../seed/generate.ts'
import type { NewEntry } from '../domain/records/entry.ts'
import type { Db } from '../store/connection.ts'
import { appendAll } from '../store/ledger.ts'
import { subjectsOf } from '../store/queries/subjects.ts'

/**
 * Writes the invented boards and risks into an authority just made, after its plan.
 * @param may what may be written of them: nothing that lies ahead of the clock
 */
export async function seedBoards(
  tx: Db,
  made: Seed,
  may: (entries: readonly NewEntry[]) => readonly NewEntry[],
): Promise<void> {
  const planned = (await subjectsOf(tx, 'action')).length > 0
  const setting = { staff: made.staff.filter(m => m.to === null), planned }
  const { subjects, entries } = boardsEntries(setting, made.today)
  await appendAll(tx, subjects, may(entries))
}
