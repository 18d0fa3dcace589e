import { nowOf } from '../../domain/casework/now.ts'
import { writes } from '../../domain/records/record-type.ts'
import { handover } from '../../domain/records/types/supervision.ts'
import { handoverFacts } from '../../domain/workload/handover.ts'
import type { Db } from '../../store/connection.ts'
import { readDraft } from '../../store/drafts.ts'
import { namesOf } from '../../store/people.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { listable } from '../../store/queries/listable.ts'
import { workload } from '../../store/queries/workload.ts'
import { handoverWaiting } from '../../store/queries/workload-hands.ts'
import { type ChildCtx, type DataOf, found } from '../../web/page.ts'

/** What a handover is made of: the file as the reader may see it, and who is who in it. */
export async function loadHandover(ctx: ChildCtx<Db>) {
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const facts = handoverFacts(view.file, ctx.today)
  const now = nowOf(view.file, ctx.today)
  const holders = [now.worker, now.reviewing].flatMap(s =>
    typeof s?.facts.worker === 'string' ? [s.facts.worker] : [],
  )
  const kin = facts.people.flatMap(p => (p.child ? [p.child] : []))
  return found({
    view,
    facts,
    now,
    holders: await workload(ctx.tx, { ids: holders, left: true }, ctx.today),
    kin: await listable(ctx.tx, ctx.viewer, ctx.now, kin),
    waits: await handoverWaiting(ctx.tx, ctx.child.id, ctx.today),
    draft: await readDraft(ctx.tx, ctx.viewer.id, ctx.child.id, handover.code),
    names: await namesOf(ctx.tx, facts.written ? [facts.written.author] : []),
    may: ctx.can(handover.permission).allow && writes(handover, ctx.viewer.role),
  })
}

export type HandoverData = DataOf<typeof loadHandover>
