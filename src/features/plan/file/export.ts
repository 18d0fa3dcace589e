import { SOURCE_KINDS, sourceName } from '../../../domain/improvement/source.ts'
import type { Db } from '../../../store/connection.ts'
import { planWorkbook } from '../../../store/documents/plan-workbook.ts'
import { authorityName } from '../../../store/queries/authority.ts'
import { readPlan } from '../../../store/queries/plan.ts'
import { planLines } from '../../../store/queries/plan-lines.ts'
import { type Ctx, page } from '../../../web/page.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The plan as it stands today, as a workbook. */
async function load(ctx: Ctx<Db>) {
  const view = await readPlan(ctx.tx)
  const held = !ctx.can('children-behind').allow
  const lines = await planLines(ctx.tx, view, view.actions, { on: ctx.today, held })
  const sources = new Map(
    view.inspections.map(i => [i.id, { kind: SOURCE_KINDS[i.kind], title: sourceName(i) }]),
  )
  const bytes = await planWorkbook(
    lines,
    line => sources.get(line.action.source.inspection) ?? { kind: '', title: '' },
    { on: ctx.today, council: await authorityName(ctx.tx), held },
  )
  return { file: { name: `improvement-plan-${ctx.today}.xlsx`, type: XLSX, bytes } }
}

export const exportPage = page({
  path: '/plan/workbook',
  permission: 'plan-read',
  audit: 'the improvement plan as a workbook',
  load,
  render: () => ({ title: 'The plan as a workbook', body: null }),
})
