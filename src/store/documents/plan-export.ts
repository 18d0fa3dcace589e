import { SOURCE_KINDS, sourceName } from '../../domain/improvement/source.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { authorityName } from '../queries/authority.ts'
import { readPlan } from '../queries/plan.ts'
import { planLines } from '../queries/plan-lines.ts'
import { planWorkbook } from './plan-workbook.ts'

/**
 * The plan as it stands, with its figures of a day, as the bytes of a workbook.
 * @param held for those who see figures alone: as at the end of a month, with those that speak of few children held back
 */
export async function planFile(db: Db, on: Day, held: boolean): Promise<Buffer> {
  const view = await readPlan(db)
  const lines = await planLines(db, view, view.actions, { on, held, monthly: held })
  const sources = new Map(
    view.inspections.map(i => [i.id, { kind: SOURCE_KINDS[i.kind], title: sourceName(i) }]),
  )
  return await planWorkbook(
    lines,
    line => sources.get(line.action.source.inspection) ?? { kind: '', title: '' },
    { on, council: await authorityName(db), held },
  )
}
