import type { CaseFile } from '../../domain/casework/file.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { fail, type Result } from '../../domain/kernel/result.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { type Faults, parse, type Typed, textOf } from '../../domain/records/parse.ts'
import { type RecordType, writes } from '../../domain/records/record-type.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import type { Db } from '../../store/connection.ts'
import { dropDraft } from '../../store/drafts.ts'
import { type Written, writeOnce } from '../../store/guarded.ts'
import { mayRead } from '../../store/queries/file-of.ts'
import type { ChildCtx } from '../../web/page.ts'
import { notCarers } from './carers.ts'
import { withChildren } from './named.ts'

/** Whoever may write such an entry in this file may correct it or withdraw it; so may whoever decides for the child. */
export const mayChange = (ctx: ChildCtx<Db>, type: RecordType): boolean =>
  (ctx.can(type.permission).allow && writes(type, ctx.viewer.role)) || ctx.can('decide').allow

/** @param before the answers that stand, where they are changed */
export async function readAnswers(
  ctx: ChildCtx<Db>,
  type: RecordType,
  file: CaseFile,
  typed: Typed,
  before?: Answers,
): Promise<Result<Answers, Faults>> {
  const { born, unborn } = file.person
  const read = parse(type, await withChildren(ctx, type, typed, before), { today: ctx.today, born, unborn })
  if (!read.ok) return read
  const strangers = await notCarers(ctx, type, read.value, before)
  return Object.keys(strangers).length > 0 ? fail(strangers) : read
}

interface Writing {
  readonly type: RecordType
  readonly answers: Answers
  readonly amends?: string
  /** What the form is called among drafts. */
  readonly form: string
  /** Entries by others since the form was opened that make it stale. */
  readonly stale: (e: Entry, happened: Day) => boolean
  /** What is wrong with it beside all that the file holds. */
  readonly faults?: (entries: readonly Entry[]) => Faults
}

/** Adds one entry to the child's file from a form, and drops the draft it was begun as. */
export async function write(ctx: ChildCtx<Db>, w: Writing): Promise<Written> {
  const { tx, child, viewer, now, typed } = ctx
  const happened = w.type.happened(w.answers) ?? ctx.today
  const entry = newEntry({
    id: textOf(typed, '_entry'),
    subject: child.id,
    type: w.type,
    answers: w.answers,
    author: viewer.id,
    now,
    today: ctx.today,
    amends: w.amends,
    ...(textOf(typed, '_confidential') === 'yes' && !w.type.toChild ? { sensitivity: 'confidential' } : {}),
  })
  const written = await writeOnce(tx, { id: child.id, kind: 'child', code: child.code }, typed, entry, {
    stale: e => w.stale(e, happened) && mayRead(viewer, child, e),
    ...(w.faults ? { faults: w.faults } : {}),
  })
  if ('done' in written) await dropDraft(tx, viewer.id, child.id, w.form)
  return written
}

/** Entries that would say the same again: the same kind of thing on the same day. Notes are never the same. */
export const sameThing = (type: RecordType) => (e: Entry, happened: Day) =>
  e.type === type.code &&
  type.code !== 'case-note' &&
  e.happened === happened &&
  knownRecordType(e.type) === type
