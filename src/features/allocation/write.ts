import type { Entry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import type { Typed } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import type { Db } from '../../store/connection.ts'
import { type Written, writeOnce } from '../../store/guarded.ts'
import { mayRead } from '../../store/queries/file-of.ts'
import type { Ctx, Whom } from '../../web/page.ts'

/** The child an entry is written about: as the page was given it, or as a list of them was read. */
export type About = Pick<Whom, 'id' | 'code' | 'target'>

interface Writing {
  readonly type: RecordType
  readonly answers: Answers
  /** The id of the entry and how far the file went, as the form carried them. */
  readonly typed: Typed
  readonly stale: (e: Entry) => boolean
}

/** Adds one entry to a child's file from one of these pages: once, and over nobody's head. */
export async function writeAbout(ctx: Ctx<Db>, child: About, w: Writing): Promise<Written> {
  const { tx, viewer, now, today } = ctx
  const { id, ...entry } = newEntry({
    id: '',
    subject: child.id,
    type: w.type,
    answers: w.answers,
    author: viewer.id,
    now,
    today,
  })
  return await writeOnce(tx, { id: child.id, kind: 'child', code: child.code }, w.typed, entry, {
    stale: e => w.stale(e) && mayRead(viewer, child, e),
  })
}

/** What others may have done to the same allocation while a form was open. */
export const sameAllocation =
  (as: unknown) =>
  (e: Entry): boolean =>
    ['allocation', 'allocation-ended', 'case-closed'].includes(e.type) && (e.answers.as ?? 'worker') === as
