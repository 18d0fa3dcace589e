import type { CaseFile } from '../../domain/casework/file.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type { Entry, NewEntry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { type Faults, parse, type Typed } from '../../domain/records/parse.ts'
import { type RecordType, writes } from '../../domain/records/record-type.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import type { Db } from '../../store/connection.ts'
import { dropDraft } from '../../store/drafts.ts'
import { isId } from '../../store/ids.ts'
import { append, holdFile, readEntries } from '../../store/ledger.ts'
import { mayRead } from '../../store/queries/file-of.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import type { ChildCtx } from '../../web/page.ts'

/** Whoever may write such an entry in this file may correct it or withdraw it; so may whoever decides for the child. */
export const mayChange = (ctx: ChildCtx<Db>, type: RecordType): boolean =>
  (ctx.can(type.permission).allow && writes(type, ctx.viewer.role)) || ctx.can('decide').allow

export const textOf = (typed: Typed, name: string): string => {
  const raw = typed[name]
  return typeof raw === 'string' ? raw.trim() : (raw?.[0]?.trim() ?? '')
}

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

export async function readAnswers(
  ctx: ChildCtx<Db>,
  type: RecordType,
  file: CaseFile,
  typed: Typed,
): Promise<Result<Answers, Faults>> {
  const { born, unborn } = file.person
  return parse(type, await resolvePeople(ctx.tx, type, typed), { today: ctx.today, born, unborn })
}

/** What came of trying to write. */
export type Written =
  | { readonly done: string }
  /** The same form came before: what it wrote stands, and nothing is written twice. */
  | { readonly before: string }
  /** Somebody wrote the same thing while this form was open. */
  | { readonly theirs: readonly Entry[]; readonly seq: number }
  /** The file as it stands now does not bear it. */
  | { readonly faults: Faults }
  | { readonly broken: string }

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

/** Adds one entry from a form: once, however often it is sent, and never over the head of another writer. */
export async function write(ctx: ChildCtx<Db>, w: Writing): Promise<Written> {
  const id = textOf(ctx.typed, '_entry')
  const basis = Number(textOf(ctx.typed, '_basis'))
  if (!isId(id) || !Number.isInteger(basis))
    return {
      broken:
        'This form was not whole when it came. Copy what you typed, open the page again and send it from there.',
    }
  const { tx, child, viewer, now } = ctx
  await holdFile(tx, child.id)
  const entries = await readEntries(tx, child.id)
  if (entries.some(e => e.id === id)) return { before: id }
  const happened = w.type.happened(w.answers) ?? ctx.today
  const theirs = entries.filter(
    e => e.seq > basis && e.author !== viewer.id && w.stale(e, happened) && mayRead(viewer, child, e),
  )
  const seen = Number(textOf(ctx.typed, '_seen') || '0')
  const last = theirs.at(-1)
  if (last && last.seq > seen) return { theirs, seq: last.seq }
  const faults = w.faults?.(entries) ?? {}
  if (Object.keys(faults).length > 0) return { faults }
  const entry: NewEntry = {
    id,
    subject: child.id,
    type: w.type.code,
    happened,
    recorded: now,
    author: viewer.id,
    answers: w.answers,
    amends: w.amends ?? null,
    sensitivity: textOf(ctx.typed, '_confidential') === 'yes' ? 'confidential' : w.type.sensitivity,
    source: null,
  }
  await append(tx, { id: child.id, kind: 'child', code: child.code }, [entry])
  await dropDraft(tx, viewer.id, child.id, w.form)
  return { done: id }
}

/** Entries that would say the same again: the same kind of thing on the same day. Notes are never the same. */
export const sameThing = (type: RecordType) => (e: Entry, happened: Day) =>
  e.type === type.code &&
  type.code !== 'case-note' &&
  e.happened === happened &&
  knownRecordType(e.type) === type
