import type { Entry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { parse, type Typed } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import type { Db } from '../../store/connection.ts'
import { type Written, writeOnce } from '../../store/guarded.ts'
import { newId } from '../../store/ids.ts'
import { append } from '../../store/ledger.ts'
import type { Ctx } from '../../web/page.ts'

/** A type as one form asks it: some of its questions are answered by where the form stands. */
export const without = (type: RecordType, ...names: readonly string[]): RecordType => ({
  ...type,
  fields: Object.fromEntries(Object.entries(type.fields).filter(([name]) => !names.includes(name))),
})

export const readForm = (ctx: Pick<Ctx<Db>, 'today'>, type: RecordType, typed: Typed) =>
  parse(type, typed, { today: ctx.today, born: null, unborn: false })

type Subject = { readonly id: string; readonly code: string }

const entryBy = (ctx: Ctx<Db>, subject: string, type: string, answers: Answers) =>
  newEntry({
    id: newId(ctx.now),
    subject,
    type: knownRecordType(type),
    answers,
    author: ctx.viewer.id,
    now: ctx.now,
    today: ctx.today,
  })

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
  const entry = entryBy(ctx, audit.id, type, answers)
  const written = await writeOnce(ctx.tx, subject, ctx.typed, entry, { stale })
  if ('done' in written && after.length > 0)
    await append(
      ctx.tx,
      subject,
      after.map(([code, more]) => entryBy(ctx, audit.id, code, more)),
    )
  return written
}

/** Adds an entry that no form repeats. */
export const addToAudit = (ctx: Ctx<Db>, audit: Subject, type: string, answers: Answers) =>
  append(ctx.tx, { ...audit, kind: 'audit' }, [entryBy(ctx, audit.id, type, answers)])
