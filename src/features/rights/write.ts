import type { Answers } from '../../domain/records/kinds/field.ts'
import { type Typed, textOf } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { type Written, writeOnce } from '../../store/guarded.ts'
import { append } from '../../store/ledger.ts'
import type { Subject } from '../../store/project.ts'
import { listable } from '../../store/queries/listable.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import type { Ctx } from '../../web/page.ts'

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
  ctx: Asking & { readonly tx: Db },
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

const NO_CHILD = 'No child here has that ID. Check it, and enter it again.'

/**
 * What was typed with the child's ID turned into that of the file. A child whom the viewer may not see in a list has, for
 * them, no file here.
 */
export async function withChild(
  ctx: Asking & { readonly tx: Db },
  typed: Typed,
): Promise<{ readonly typed: Typed; readonly faults: Readonly<Record<string, string>> }> {
  const code = textOf(typed, 'child')
  if (code === '') return { typed, faults: {} }
  const subject = await subjectByCode(ctx.tx, 'child', code.toUpperCase())
  const seen = subject && (await listable(ctx.tx, ctx.viewer, ctx.now, [subject.id])).has(subject.id)
  return seen
    ? { typed: { ...typed, child: subject.id }, faults: {} }
    : { typed, faults: { child: NO_CHILD } }
}
