import type { Answers } from '../../domain/records/kinds/field.ts'
import { type Typed, textOf } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { type Written, writeOnce } from '../../store/guarded.ts'
import { append, holdFile } from '../../store/ledger.ts'
import type { Subject } from '../../store/project.ts'
import { fileByCode } from '../../store/rights/whose.ts'
import type { Ctx } from '../../web/page.ts'
import type { Place } from './place.tsx'

type Asking = Pick<Ctx<Db>, 'tx' | 'viewer' | 'now' | 'today'>

/** Adds one entry from a form: once, and never over the head of another who wrote of the same kind meanwhile. */
export async function write(
  ctx: Ctx<Db>,
  subject: Subject,
  type: RecordType,
  answers: Answers,
): Promise<Written> {
  const { id: _, ...entry } = entryBy(ctx, subject.id, type, answers)
  return await writeOnce(ctx.tx, subject, ctx.typed, entry, { stale: e => e.type === type.code })
}

/** Adds what follows from pressing a button. */
export async function note(
  ctx: Asking,
  subject: Subject,
  said: readonly (readonly [type: RecordType, answers: Answers, amends?: string])[],
): Promise<void> {
  if (said.length === 0) return
  await append(
    ctx.tx,
    subject,
    said.map(([type, answers, amends]) => entryBy(ctx, subject.id, type, answers, amends)),
  )
}

/**
 * What was typed with the code of a file turned into its ID: of a file that the viewer may not be told of there is, for
 * them, none here. It is held, so that it does not go while something is written about it.
 */
export async function withFile(
  ctx: Asking,
  { keeping, says }: Place,
  typed: Typed,
): Promise<{ readonly typed: Typed; readonly faults: Readonly<Record<string, string>> }> {
  const code = textOf(typed, 'child')
  if (code === '') return { typed, faults: {} }
  const found = await fileByCode(ctx, keeping, code)
  if (found) await holdFile(ctx.tx, found.subject.id)
  const file = await fileByCode(ctx, keeping, code)
  return file
    ? { typed: { ...typed, child: file.subject.id }, faults: {} }
    : { typed, faults: { child: says.none } }
}
