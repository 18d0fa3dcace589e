import { SINGLE_FROM } from '../../domain/assessment/kind-on.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { assessment } from '../../domain/records/types/assessment.ts'
import type { Db } from '../../store/connection.ts'
import { namesOf } from '../../store/people.ts'
import { singleFrom } from '../../store/queries/assessment-switch.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { wordsAsked } from '../../store/queries/subjects.ts'
import { idsIn, isAnswers } from '../../web/form/written.tsx'
import { type ChildCtx, type DataOf, found } from '../../web/page.ts'
import { alikeIn } from './assessment/alike.ts'
import { childrenNamed } from './named.ts'
import { notesOfEntry } from './return-notes.ts'

/** An entry with all that was written about it. */
export async function loadEntry(ctx: ChildCtx<Db>) {
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const entry = view.file.happenings.find(e => e.id === ctx.params.entry)
  if (!entry) return { missing: 'There is no such entry on this file, or it is confidential.' }
  const about = view.entries.filter(e => e.amends === entry.id)
  const first = view.entries.filter(e => e.id === entry.id)
  const versions = [entry, ...first].map(e => e.answers)
  for (const { answers } of about) if (isAnswers(answers.becomes)) versions.push(answers.becomes)
  const children = await childrenNamed(ctx, knownRecordType(entry.type), versions)
  const staff = await namesOf(
    ctx.tx,
    [entry, ...first, ...about].flatMap(e => [e.author, ...idsIn(e.answers)]),
  )
  const names = new Map([...staff, ...[...children].map(([id, c]) => [id, c.called] as const)])
  const met = view.clocks.filter(c => c.metBy === entry.id)
  return found({
    view,
    entry,
    about,
    names,
    met,
    words: await wordsAsked(ctx.tx, entry.id),
    together: await alikeIn(ctx, view, entry),
    notes: await notesOfEntry(ctx, view, entry),
    singleFrom: entry.type === assessment.code ? await singleFrom(ctx.tx) : SINGLE_FROM,
  })
}

export type EntryData = DataOf<typeof loadEntry>

/** True where this viewer may sign the entry off now. */
export const canSign = (type: RecordType, data: EntryData, ctx: ChildCtx<Db>) =>
  type.signedBy.includes(ctx.viewer.role) && ctx.can('sign').allow && data.entry.signedBy === null

/** Nobody signs what they wrote, nor what they changed (rules §4). */
export const wrote = (data: EntryData, who: string) =>
  data.entry.author === who || data.entry.amendments.some(a => a.author === who)
