import type { Visit } from '../../domain/readiness/visit.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { type Written, writeOnce } from '../../store/guarded.ts'
import { append } from '../../store/ledger.ts'
import type { Subject } from '../../store/project.ts'
import type { Ctx } from '../../web/page.ts'

export const fileOfVisit = (visit: Pick<Visit, 'id' | 'code'>): Subject => ({
  id: visit.id,
  kind: 'visit',
  code: visit.code,
})

/** Adds one entry from a form: once, and never over the head of another writer. */
export async function write(
  ctx: Ctx<Db>,
  subject: Subject,
  type: RecordType,
  answers: Answers,
  stale: (e: Entry) => boolean = () => false,
): Promise<Written> {
  const { id: _, ...entry } = entryBy(ctx, subject.id, type, answers)
  return await writeOnce(ctx.tx, subject, ctx.typed, entry, { stale })
}

/** Adds what follows from pressing a button: nothing is typed, so there is nothing that another could overwrite. */
export async function note(
  ctx: Ctx<Db>,
  subject: Subject,
  said: readonly (readonly [type: RecordType, answers: Answers])[],
): Promise<void> {
  if (said.length === 0) return
  const entries = said.map(([type, answers]) => entryBy(ctx, subject.id, type, answers))
  await append(ctx.tx, subject, entries)
}
