import { decide } from '../../domain/access/decide.ts'
import { relationships } from '../../domain/access/roles.ts'
import { trueOn } from '../../domain/casework/file.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { Db } from '../../store/connection.ts'
import { namesOf } from '../../store/people.ts'
import { auditsWhere } from '../../store/queries/audit-files.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { joinedFiles } from '../../store/queries/joined-files.ts'
import { relativesFor } from '../../store/queries/relatives.ts'
import { openUntil } from '../../store/reasons.ts'
import { type ChildCtx, type DataOf, found } from '../../web/page.ts'
import { knownMoment } from './known.tsx'
import { notesOfEntry } from './return-notes.ts'

/** How many audits of the file there are, for whoever may read them: an audit is written in no child's file. */
async function auditsOf(ctx: ChildCtx<Db>): Promise<number> {
  if (!decide(ctx.viewer, 'audit-read').allow) return 0
  const files = [ctx.child.id, ...ctx.child.joined]
  return (await auditsWhere(ctx.tx, 'audit-opened', 'child', files)).length
}

/** Until when the file is open, where it is the viewer's reason that opens it. */
const byReason = async ({ tx, viewer, child, now, because }: ChildCtx<Db>) =>
  because.endsWith(relationships.reason) ? await openUntil(tx, viewer.id, child.id, now) : null

/** What the child's page is made of: the file as it stands, or as it was known at the moment asked for. */
export async function loadNow(ctx: ChildCtx<Db>) {
  const at = knownMoment(ctx.query, ctx.now)
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer, at)
  const on = at ? londonDay(at) : ctx.today
  const file = trueOn(view.file, on)
  const people = file.spells.flatMap(s => (typeof s.facts.worker === 'string' ? [s.facts.worker] : []))
  const names = await namesOf(ctx.tx, [...people, ...file.happenings.map(e => e.author)])
  const done = view.entries.find(e => e.id === ctx.query.done)
  const relatives = await relativesFor(ctx, file, on, at === undefined)
  return found({
    at,
    view,
    on,
    file,
    names,
    relatives,
    notes: done ? await notesOfEntry(ctx, view, done) : [],
    joined: ctx.child.joined.length === 0 ? [] : await joinedFiles(ctx.tx, ctx.child.id),
    audits: at ? 0 : await auditsOf(ctx),
    until: await byReason(ctx),
    unreadable: ctx.query.known !== undefined && at === undefined,
  })
}

export type NowData = DataOf<typeof loadNow>
