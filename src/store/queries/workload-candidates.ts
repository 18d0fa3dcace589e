import type { Viewer } from '../../domain/access/roles.ts'
import { calledBy } from '../../domain/casework/person.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { listable } from './listable.ts'
import { siblingsOf, type WorkerLoad, workload } from './workload.ts'

/** Somebody who could be given a child, and whom of the family they know. */
export interface Candidate extends WorkerLoad {
  /** Brothers and sisters whom they hold and the viewer may see named. */
  readonly knows: readonly string[]
}

interface Asked {
  readonly now: Instant
  readonly today: Day
}

/**
 * Who could hold a child, in the order to think of them: who knows a brother or sister, then the given team by how much
 * of their limit is used, then the other teams; who is not registered stands last.
 */
export async function candidates(
  db: Db,
  viewer: Viewer,
  child: string,
  as: 'worker' | 'reviewing' | 'chairing',
  team: string | null,
  { now, today }: Asked,
): Promise<readonly Candidate[]> {
  const roles = {
    worker: ['social-worker', 'team-manager', 'out-of-hours'],
    reviewing: ['reviewing-officer'],
    chairing: ['conference-chair'],
  }[as]
  const people = (await workload(db, {}, today)).filter(w => roles.includes(w.role))
  const kin = await siblingsOf(db, child)
  const names = await listable(db, viewer, now, kin)
  const known = people.map(w => ({
    ...w,
    knows: w.cases.flatMap(c => {
      const named = names.get(c.subject)
      return named ? [calledBy(named, named.code)] : []
    }),
  }))
  const rank = (c: Candidate) =>
    (c.registered || as !== 'worker' ? 0 : 8) +
    (c.knows.length > 0 ? 0 : 4) +
    (c.team === team ? 0 : 2) +
    (c.role === 'social-worker' ? 0 : 1)
  const used = (c: Candidate) => (c.limit === 0 ? Number.POSITIVE_INFINITY : c.load / c.limit)
  return known.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.team ?? '').localeCompare(b.team ?? '') ||
      used(a) - used(b) ||
      a.name.localeCompare(b.name),
  )
}
