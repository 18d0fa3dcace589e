import type { CaseFile } from '../../domain/casework/file.ts'
import { calledBy } from '../../domain/casework/person.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { type Faults, parse, type Typed, textOf } from '../../domain/records/parse.ts'
import { type RecordType, writes } from '../../domain/records/record-type.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import type { Db } from '../../store/connection.ts'
import { dropDraft } from '../../store/drafts.ts'
import { type Written, writeOnce } from '../../store/guarded.ts'
import { findSubject } from '../../store/ledger.ts'
import { mayRead } from '../../store/queries/file-of.ts'
import { listable } from '../../store/queries/listable.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import type { ChildCtx } from '../../web/page.ts'

/** Whoever may write such an entry in this file may correct it or withdraw it; so may whoever decides for the child. */
export const mayChange = (ctx: ChildCtx<Db>, type: RecordType): boolean =>
  (ctx.can(type.permission).allow && writes(type, ctx.viewer.role)) || ctx.can('decide').allow

/** A field that names another child is typed as their child ID, and kept as the id of their file. */
async function resolvePeople(tx: Db, type: RecordType, typed: Typed): Promise<Typed> {
  const resolved: Record<string, Typed[string]> = { ...typed }
  for (const [name, field] of Object.entries(type.fields)) {
    const code = textOf(typed, name)
    if (field.kind.name !== 'person' || code === '') continue
    const child = await subjectByCode(tx, 'child', code.toUpperCase())
    resolved[name] = child?.id ?? code
  }
  return resolved
}

/** Children whom answers name, by id: what to type for them, and what they are called; the closed ones are not told. */
export async function childrenNamed(
  ctx: ChildCtx<Db>,
  type: RecordType,
  answers: Answers,
): Promise<ReadonlyMap<string, { readonly code: string; readonly called: string }>> {
  const ids = Object.entries(type.fields).flatMap(([name, f]) =>
    f.kind.name === 'person' && typeof answers[name] === 'string' ? [answers[name]] : [],
  )
  const found = new Map(ids.map(id => [id, { code: id, called: 'A child whose file is closed to you' }]))
  for (const [id, named] of await listable(ctx.tx, ctx.viewer, ctx.now, ids)) {
    const code = (await findSubject(ctx.tx, id))?.code ?? ''
    found.set(id, { code, called: calledBy(named, code) })
  }
  return found
}

export async function readAnswers(
  ctx: ChildCtx<Db>,
  type: RecordType,
  file: CaseFile,
  typed: Typed,
): Promise<Result<Answers, Faults>> {
  const { born, unborn } = file.person
  return parse(type, await resolvePeople(ctx.tx, type, typed), { today: ctx.today, born, unborn })
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
    ...(textOf(typed, '_confidential') === 'yes' ? { sensitivity: 'confidential' } : {}),
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
