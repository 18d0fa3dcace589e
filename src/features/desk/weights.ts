import type { Day } from '../../domain/kernel/day.ts'
import { weightWords } from '../../domain/workload/weigh.ts'
import type { Db } from '../../store/connection.ts'
import { workload } from '../../store/queries/workload.ts'

/** What each worker’s children weigh together, and of how much at most: "12½ of 22", by the worker’s id. */
export async function weightsOf(
  db: Db,
  ids: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const loads = await workload(db, { ids }, today)
  return new Map(loads.map(w => [w.id, `${weightWords(w.load)} of ${weightWords(w.limit)}`]))
}
