import type { Entry, NewEntry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { type Faults, parse, type Typed, textOf } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import type { Db } from '../../store/connection.ts'
import { type Written, writeOnce } from '../../store/guarded.ts'
import { newId } from '../../store/ids.ts'
import { startNumbered } from '../../store/numbered.ts'
import type { Ctx } from '../../web/page.ts'

/** A type as one form asks it: some of its questions are answered by where the form stands. */
export const without = (type: RecordType, ...names: readonly string[]): RecordType => ({
  ...type,
  fields: Object.fromEntries(Object.entries(type.fields).filter(([name]) => !names.includes(name))),
})

export const readForm = (ctx: Pick<Ctx<Db>, 'today'>, type: RecordType, typed: Typed) =>
  parse(type, typed, { today: ctx.today, born: null, unborn: false })

/** An entry of the plan by whoever sends the form. */
export const entryBy = (
  { viewer, now, today }: Ctx<Db>,
  subject: string,
  type: RecordType,
  answers: Answers,
  amends?: string,
): NewEntry => newEntry({ id: newId(now), subject, type, answers, author: viewer.id, now, today, amends })

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
