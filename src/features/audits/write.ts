import type { Entry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { type Written, writeOnce } from '../../store/guarded.ts'
import { append } from '../../store/ledger.ts'
import type { Ctx } from '../../web/page.ts'

type Subject = { readonly id: string; readonly code: string }

const entryOf = (ctx: Ctx<Db>, subject: string, type: string, answers: Answers) =>
  entryBy(ctx, subject, knownRecordType(type), answers)

/**
 * Adds an entry to the file of an audit from a form, once, and after it whatever follows from it.
 * @param stale entries by others since the form was opened that make it stale
 */
export async function writeAudit(
  ctx: Ctx<Db>,
  audit: Subject,
  type: string,
  answers: Answers,
  { stale, after = [] }: { stale: (e: Entry) => boolean; after?: readonly (readonly [string, Answers])[] },
): Promise<Written> {
  const subject = { ...audit, kind: 'audit' as const }
  const entry = entryOf(ctx, audit.id, type, answers)
  const written = await writeOnce(ctx.tx, subject, ctx.typed, entry, { stale })
  if ('done' in written && after.length > 0)
    await append(
      ctx.tx,
      subject,
      after.map(([code, more]) => entryOf(ctx, audit.id, code, more)),
    )
  return written
}

/** Adds an entry that no form repeats. */
export const addToAudit = (ctx: Ctx<Db>, audit: Subject, type: string, answers: Answers) =>
  append(ctx.tx, { ...audit, kind: 'audit' }, [entryOf(ctx, audit.id, type, answers)])
