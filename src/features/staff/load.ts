import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { type WorkerLoad, workload } from '../../store/queries/workload.ts'
import type { Ctx } from '../../web/page.ts'

export const MISSING = {
  missing: 'There is no member of staff of that code. Choose one from the list of staff.',
} as const

/** The member of staff in the path, whether they still work here or not. */
export async function memberOf(ctx: Ctx<Db>): Promise<WorkerLoad | undefined> {
  const [member] = await workload(ctx.tx, { code: ctx.params.code ?? '', left: true }, ctx.today)
  return member
}

/** True where the two times have a day in common; `to` is the first day after. */
export const meet = (a: { from: Day; to: Day | null }, b: { from: Day; to: Day | null }): boolean =>
  (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to)
