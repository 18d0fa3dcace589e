import { overTeams } from '../../domain/access/writes.ts'
import { driftDays } from '../../domain/oversight/moves.ts'
import type { Db } from '../../store/connection.ts'
import type { Desk } from '../../store/queries/desk-lists.ts'
import type { Ctx } from '../../web/page.ts'

/** Days without a move, where nobody chooses. */
const DRIFT = 28

/** A manager’s desk is their team’s; a service manager or director may ask for any team, and has every team where they ask for none. */
export function deskOf(ctx: Ctx<Db>): Desk {
  const { viewer, query, now, today } = ctx
  const asked = query.team === undefined || query.team === '' ? null : query.team
  const drift = driftDays.find(n => String(n) === query.days) ?? DRIFT
  return {
    viewer,
    team: overTeams(viewer.role) ? asked : (viewer.team ?? ''),
    worker: query.worker || undefined,
    drift,
    now,
    today,
  }
}

/** The address of a desk, or of one of its lists, with what was chosen. */
export function deskLink(
  d: Pick<Desk, 'viewer' | 'team' | 'worker' | 'drift'>,
  to = '/desk',
  more: Readonly<Record<string, string | number>> = {},
): string {
  const query = new URLSearchParams()
  if (overTeams(d.viewer.role) && d.team !== null) query.set('team', d.team)
  if (d.worker !== undefined) query.set('worker', d.worker)
  if (d.drift !== DRIFT) query.set('days', String(d.drift))
  for (const [name, value] of Object.entries(more)) query.set(name, String(value))
  const words = query.toString()
  return words === '' ? to : `${to}?${words}`
}
