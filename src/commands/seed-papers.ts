import type { Seed } from '../../seed/generate.ts'
import { paperEntries } from '../../seed/papers.ts'
import type { NewEntry } from '../domain/records/entry.ts'
import type { Db } from '../store/connection.ts'
import { append, appendAll } from '../store/ledger.ts'
import { readBoards } from '../store/queries/boards.ts'
import { readPaperFile } from '../store/queries/papers.ts'
import { frozen, paperInput } from '../store/queries/papers-written.ts'
import { readPlan } from '../store/queries/plan.ts'

/**
 * Writes the invented papers into an authority just made, after its plan, boards and risks. What the final one says is
 * counted from the record, as it would have been on the day.
 * @param may what may be written of them: nothing that lies ahead of the clock
 */
export async function seedPapers(
  tx: Db,
  made: Seed,
  may: (entries: readonly NewEntry[]) => readonly NewEntry[],
): Promise<void> {
  const { inspections } = await readPlan(tx)
  const inspection = inspections.find(i => i.kind === 'inspection')
  if (!inspection?.published) return
  const board = (await readBoards(tx)).find(b => b.kind === 'improvement')?.name ?? 'Improvement board'
  const staff = made.staff.filter(m => m.to === null)
  const setting = { staff, inspection: inspection.id, published: inspection.published, board }
  for (const { subject, entries, final } of paperEntries(setting, made.today)) {
    await appendAll(tx, [subject], may(entries))
    const file = final && (await readPaperFile(tx, subject.code))?.file
    if (!final || !file) continue
    const answers = frozen(file, await paperInput(tx, file))
    await append(tx, { ...subject }, may([{ ...final, answers }]))
  }
}
