import { londonTime } from '../../domain/kernel/london.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { type Typed, textOf } from '../../domain/records/parse.ts'
import { type RecordType, writes } from '../../domain/records/record-type.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { feeds, feedsReturns } from '../../domain/returns/fields.ts'
import type { ChildNote } from '../../domain/returns/live/child-notes.ts'
import { answersSoFar } from '../../domain/returns/live/so-far.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import type { FileView } from '../../store/queries/file-of.ts'
import { returnNotes } from '../../store/queries/returns-notes.ts'
import { type FormNote, keptWithNotes } from '../../web/form/notes.tsx'
import type { ChildCtx } from '../../web/page.ts'
import { withChildren } from './named.ts'

const leads: Readonly<Record<ChildNote['weight'], string>> = {
  error: 'The national return will reject this.',
  query: 'The national return will ask about this.',
  'left-out': 'The national return will leave this out.',
}

/** A note in the words of a form, with ways to what is recorded elsewhere. */
const formNote =
  (ctx: ChildCtx<Db>) =>
  ({ field, weight, says, todo, wants }: ChildNote): FormNote => ({
    field,
    lead: leads[weight],
    says,
    todo,
    ways: wants
      .map(knownRecordType)
      .flatMap(type =>
        ctx.can(type.permission).allow && writes(type, ctx.viewer.role)
          ? [{ text: `Record: ${type.title}`, href: `/child/${ctx.child.code}/record/${type.code}` }]
          : [],
      ),
  })

/**
 * What is written in a form when notes are to be told: what was sent to be kept, or what the form is opened with. A form
 * that is sent to be recorded waits for no notes: they come on the page after it.
 */
export const writtenSoFar = (ctx: ChildCtx<Db>, opened: Typed | undefined): Typed | undefined =>
  ctx.query.keep === 'script' ? ctx.typed : ctx.typed._csrf === undefined ? opened : undefined

/** The questions under which a note may come. */
export const notedFields = (type: RecordType): ReadonlySet<string> =>
  new Set(Object.values(feeds).flatMap(f => Object.keys(f[type.code] ?? {})))

/**
 * What national returns say of an entry that stands in the file. Nothing where some of the file is closed to the viewer:
 * what is said of the rest might be wrong, or tell what is closed.
 */
export async function notesOfEntry(
  ctx: ChildCtx<Db>,
  view: FileView,
  entry: { readonly id: string; readonly type: string },
): Promise<readonly FormNote[]> {
  if (view.kept > 0) return []
  const about = { id: ctx.child.id, code: ctx.child.code, entries: view.entries }
  return (await returnNotes(ctx.tx, about, entry, ctx.today)).map(formNote(ctx))
}

/**
 * What national returns would say of a form as it is written so far: of a new entry, or of one that is amended. Nothing
 * while something that they look at is still to come.
 * @param amends the entry that is amended
 */
export async function notesSoFar(
  ctx: ChildCtx<Db>,
  view: FileView,
  type: RecordType,
  typed: Typed,
  amends?: { readonly id: string },
): Promise<readonly FormNote[]> {
  if (!feedsReturns(type.code)) return []
  const { born, unborn } = view.file.person
  const resolved = type.code === 'relationship' ? await withChildren(ctx, type, typed) : typed
  const answers = answersSoFar(type, resolved, { today: ctx.today, born, unborn })
  if (!answers) return []
  const said = {
    id: amends ? newId(ctx.now) : textOf(typed, '_entry') || newId(ctx.now),
    subject: ctx.child.id,
    author: ctx.viewer.id,
    now: ctx.now,
    today: ctx.today,
  }
  const made = amends
    ? newEntry({
        ...said,
        type: knownRecordType('amendment'),
        answers: { why: '', becomes: answers },
        amends: amends.id,
      })
    : newEntry({ ...said, type, answers })
  const entries = [...view.entries.filter(e => e.id !== made.id), { ...made, seq: view.seq + 1 }]
  return await notesOfEntry(ctx, { ...view, entries }, { id: amends?.id ?? made.id, type: type.code })
}

/** What the script of drafts is answered: when it was kept; and, where the form has notes, what they are now. */
export const saidOf = (ctx: ChildCtx<Db>, type: RecordType, notes: readonly FormNote[]): string =>
  notedFields(type).size > 0 ? keptWithNotes(notes) : londonTime(ctx.now)
