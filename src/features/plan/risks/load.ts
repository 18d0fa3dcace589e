import type { Db } from '../../../store/connection.ts'
import { namesOf } from '../../../store/people.ts'
import { readPlan } from '../../../store/queries/plan.ts'
import { readRiskFiles } from '../../../store/queries/risks.ts'
import { type Ctx, type DataOf, found } from '../../../web/page.ts'

/** The risk of a page's address, with everything written of it and who wrote it. */
export async function loadRisk(ctx: Ctx<Db>) {
  const code = (ctx.params.risk ?? '').toUpperCase()
  const file = (await readRiskFiles(ctx.tx)).find(f => f.risk.code === code)
  if (!file) return { missing: `There is no risk ${code}. Open Risks and choose one.` }
  return found({
    ...file,
    view: await readPlan(ctx.tx),
    seq: file.entries.at(-1)?.seq ?? 0,
    names: await namesOf(
      ctx.tx,
      file.entries.map(e => e.author),
    ),
  })
}

export type RiskData = DataOf<typeof loadRisk>
