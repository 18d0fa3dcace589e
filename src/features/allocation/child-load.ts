import { roles } from '../../domain/access/roles.ts'
import { foldFile } from '../../domain/casework/file.ts'
import { nowOf } from '../../domain/casework/now.ts'
import { writes } from '../../domain/records/record-type.ts'
import { allocation } from '../../domain/records/types/allocation.ts'
import { factsOf } from '../../domain/workload/facts.ts'
import { weightOf } from '../../domain/workload/weigh.ts'
import type { Db } from '../../store/connection.ts'
import { readDraft } from '../../store/drafts.ts'
import { namesOf } from '../../store/people.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { candidates } from '../../store/queries/workload-candidates.ts'
import { type ChildCtx, type DataOf, found } from '../../web/page.ts'

const ways = ['worker', 'reviewing', 'chairing'] as const
const asOf = (asked: string | undefined): (typeof ways)[number] => ways.find(w => w === asked) ?? 'worker'

/** What the page of allocation is made of: whom the child has, and who could be next. */
export async function loadAllocation(ctx: ChildCtx<Db>) {
  if (!writes(allocation, ctx.viewer.role))
    return {
      refused: `A ${roles[ctx.viewer.role].toLowerCase()} does not give children to workers. Ask the child’s manager.`,
    }
  const as = asOf(ctx.query.as)
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const now = nowOf(view.file, ctx.today)
  const holds = now[as]
  const nowWorker = typeof holds?.facts.worker === 'string' ? holds.facts.worker : null
  const nowTeam = typeof now.worker?.facts.team === 'string' ? now.worker.facts.team : null
  const team = ctx.viewer.team ?? nowTeam
  const people = await candidates(ctx.tx, ctx.viewer, ctx.child.id, as, team, ctx)
  const names = await namesOf(ctx.tx, nowWorker ? [nowWorker] : [])
  const { spells } = foldFile(ctx.child.id, view.entries)
  return found({
    as,
    view,
    team,
    holds,
    nowWorker: nowWorker ? { id: nowWorker, name: names.get(nowWorker) ?? 'somebody who has left' } : null,
    people: people.filter(p => p.id !== nowWorker),
    weighs: weightOf({ ...factsOf(spells, ctx.today), since: null }, ctx.today),
    draft: await readDraft(ctx.tx, ctx.viewer.id, ctx.child.id, allocation.code),
  })
}

export type AllocationData = DataOf<typeof loadAllocation>
