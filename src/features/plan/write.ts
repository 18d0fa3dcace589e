import type { Day } from '../../domain/kernel/day.ts'
import type { Entry, NewEntry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { parse, type Typed } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { append, findSubject, holdFile, readEntries, startFile } from '../../store/ledger.ts'
import { nextCode } from '../../store/queries/plan.ts'
import type { Ctx } from '../../web/page.ts'

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export const BROKEN =
  'This form was not whole when it came. Copy what you typed, open the page again and send it from there.'

export const textOf = (typed: Typed, name: string): string => {
  const raw = typed[name]
  return typeof raw === 'string' ? raw.trim() : (raw?.[0]?.trim() ?? '')
}

/** A type as one form asks it: some of its questions are answered by where the form stands. */
export const without = (type: RecordType, ...names: readonly string[]): RecordType => ({
  ...type,
  fields: Object.fromEntries(Object.entries(type.fields).filter(([name]) => !names.includes(name))),
})

export const readForm = (ctx: Pick<Ctx<Db>, 'today'>, type: RecordType, typed: Typed) =>
  parse(type, typed, { today: ctx.today, born: null, unborn: false })

export function newEntry(
  ctx: Ctx<Db>,
  subject: string,
  type: RecordType,
  answers: Answers,
  given: { readonly id?: string; readonly amends?: string; readonly happened?: Day } = {},
): NewEntry {
  return {
    id: given.id ?? newId(ctx.now),
    subject,
    type: type.code,
    happened: type.happened(answers) ?? ctx.today,
    recorded: ctx.now,
    author: ctx.viewer.id,
    answers,
    amends: given.amends ?? null,
    sensitivity: type.sensitivity,
    source: null,
  }
}

/** What came of trying to write. */
export type Written =
  | { readonly done: string }
  /** Somebody wrote the same thing while this form was open. */
  | { readonly theirs: readonly Entry[]; readonly seq: number }
  | { readonly broken: string }

interface Writing {
  readonly subject: { readonly id: string; readonly kind: 'inspection' | 'action'; readonly code: string }
  readonly type: RecordType
  readonly answers: Answers
  readonly amends?: string
  /** Entries by others since the form was opened that make it stale. */
  readonly stale: (e: Entry) => boolean
}

/** Adds one entry from a form: once, however often it is sent, and never over the head of another writer. */
export async function write(ctx: Ctx<Db>, w: Writing): Promise<Written> {
  const id = textOf(ctx.typed, '_entry')
  const basis = Number(textOf(ctx.typed, '_basis') || Number.NaN)
  if (!UUID.test(id) || !Number.isInteger(basis)) return { broken: BROKEN }
  await holdFile(ctx.tx, w.subject.id)
  const entries = await readEntries(ctx.tx, w.subject.id)
  if (entries.some(e => e.id === id)) return { done: id }
  const theirs = entries.filter(e => e.seq > basis && e.author !== ctx.viewer.id && w.stale(e))
  const last = theirs.at(-1)
  if (last && last.seq > Number(textOf(ctx.typed, '_seen') || '0')) return { theirs, seq: last.seq }
  const given = { id, ...(w.amends ? { amends: w.amends } : {}) }
  await append(ctx.tx, w.subject, [newEntry(ctx, w.subject.id, w.type, w.answers, given)])
  return { done: id }
}

/**
 * Starts a file of the plan with its first entry. The same form sent twice starts one file.
 * @returns what the file is called, or undefined where the form was not whole
 */
export async function startPlanFile(
  ctx: Ctx<Db>,
  kind: 'inspection' | 'action',
  type: RecordType,
  answers: Answers,
): Promise<string | undefined> {
  const id = textOf(ctx.typed, '_subject')
  if (!UUID.test(id)) return undefined
  const code = await nextCode(ctx.tx, kind)
  const before = await findSubject(ctx.tx, id)
  if (before) return before.kind === kind ? before.code : undefined
  const subject = { id, kind, code }
  await startFile(ctx.tx, subject, ctx.now)
  await append(ctx.tx, subject, [newEntry(ctx, id, type, answers)])
  return code
}
