import type { Db } from '../../../store/connection.ts'
import { planFile } from '../../../store/documents/plan-export.ts'
import { type Ctx, page } from '../../../web/page.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The plan as it stands today, as a workbook. */
export const exportPage = page({
  path: '/plan/workbook',
  permission: 'plan-read',
  audit: 'the improvement plan as a workbook',
  load: async (ctx: Ctx<Db>) => {
    const bytes = await planFile(ctx.tx, ctx.today, !ctx.can('children-behind').allow)
    return { file: { name: `improvement-plan-${ctx.today}.xlsx`, type: XLSX, bytes } }
  },
  render: () => ({ title: 'The plan as a workbook', body: null }),
})
