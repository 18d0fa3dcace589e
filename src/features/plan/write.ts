import type { Entry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { type Faults, textOf } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { type Written, writeOnce } from '../../store/guarded.ts'
import { startNumbered } from '../../store/numbered.ts'
import type { Ctx } from '../../web/page.ts'

interface Writing {
  readonly subject: { readonly id: string; readonly kind: 'inspection' | 'action'; readonly code: string }
  readonly type: RecordType
  readonly answers: Answers
  readonly amends?: string
  /** Entries by others since the form was opened that make it stale. */
  readonly stale: (e: Entry) => boolean
  /** What is wrong with it as the plan stands, where nothing is stale. */
  readonly faults?: Faults
}

/** Adds one entry to a file of the plan from a form. */
export async function write(ctx: Ctx<Db>, w: Writing): Promise<Written> {
  const entry = entryBy(ctx, w.subject.id, w.type, w.answers, w.amends)
  return await writeOnce(ctx.tx, w.subject, ctx.typed, entry, {
    stale: w.stale,
    faults: () => w.faults ?? {},
  })
}

/**
 * Starts a file of the plan with its first entry: I1 the first inspection, A1 the first action. The same form sent twice
 * starts one file.
 * @returns what the file is called, or undefined where the form was not whole
 */
export async function startPlanFile(
  ctx: Ctx<Db>,
  letter: 'I' | 'A',
  type: RecordType,
  answers: Answers,
): Promise<string | undefined> {
  const kind = letter === 'A' ? ('action' as const) : ('inspection' as const)
  const id = textOf(ctx.typed, '_subject')
  const entries = [entryBy(ctx, id, type, answers)]
  return await startNumbered(ctx.tx, { id, kind, letter, entries }, ctx.now)
}
