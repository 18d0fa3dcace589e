import type { Db } from '../../store/connection.ts'
import { namesOf } from '../../store/people.ts'
import type { Share } from '../../store/queries/desk.ts'
import type { Desk } from '../../store/queries/desk-lists.ts'
import { supervisees } from '../../store/queries/supervision.ts'
import type { Ctx } from '../../web/page.ts'
import type { Row } from './by-worker.tsx'

const nothing = (key: string): Share => ({
  key,
  children: 0,
  late: 0,
  reasons: 0,
  drift: 0,
  unsigned: 0,
  left: 0,
})

/** The rows of a desk’s table: everyone of the team, and whoever else holds its children; or every team. */
export async function rowsOf(ctx: Ctx<Db>, d: Desk, held: readonly Share[]): Promise<readonly Row[]> {
  if (d.team === null) return held.map(s => ({ key: s.key, name: s.key, share: s, supervisee: null }))
  const staff = await supervisees(ctx.tx, ctx.viewer, d.team, d.today)
  const others = held.filter(s => !staff.some(w => w.id === s.key))
  const names = await namesOf(
    ctx.tx,
    others.map(s => s.key),
  )
  return [
    ...staff.map(w => ({
      key: w.id,
      name: w.name,
      share: held.find(s => s.key === w.id) ?? nothing(w.id),
      supervisee: w,
    })),
    ...others.map(s => ({
      key: s.key,
      name: names.get(s.key) ?? 'Somebody who has left',
      share: s,
      supervisee: null,
    })),
  ]
}
