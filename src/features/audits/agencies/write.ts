import type { Entry } from '../../../domain/records/entry.ts'
import type { Answers } from '../../../domain/records/kinds/field.ts'
import { readForm } from '../../../domain/records/read-form.ts'
import type { RecordType } from '../../../domain/records/record-type.ts'
import type { Db } from '../../../store/connection.ts'
import { entryBy } from '../../../store/entry-by.ts'
import { writeOnce } from '../../../store/guarded.ts'
import { namesOf } from '../../../store/people.ts'
import type { Subject } from '../../../store/project.ts'
import { notWritten } from '../../../web/form/written.tsx'
import type { Ctx, Outcome } from '../../../web/page.ts'

interface Writing {
  /** The type as the form asks it, where some of its questions are answered by where the form stands. */
  readonly asked?: RecordType
  readonly more?: Answers
  readonly stale?: (e: Entry) => boolean
  /** The field at which a conflict is shown. */
  readonly at: string
}

/** Reads a form of one record type and writes it once. Undefined where it was written, now or before. */
export async function writeForm(
  ctx: Ctx<Db>,
  subject: Subject,
  type: RecordType,
  { asked = type, more = {}, stale = () => false, at }: Writing,
): Promise<Outcome | undefined> {
  const read = readForm(ctx, asked, ctx.typed)
  if (!read.ok) return { again: { typed: ctx.typed, faults: read.error } }
  const wrong = type.faults({ ...read.value, ...more })
  if (Object.keys(wrong).length > 0) return { again: { typed: ctx.typed, faults: wrong } }
  const entry = entryBy(ctx, subject.id, type, { ...more, ...read.value })
  const written = await writeOnce(ctx.tx, subject, ctx.typed, entry, { stale })
  return await notWritten(written, { typed: ctx.typed, at, namesOf: ids => namesOf(ctx.tx, ids) })
}
