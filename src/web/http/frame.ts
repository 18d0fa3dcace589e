import { decide } from '../../domain/access/decide.ts'
import type { Action } from '../../domain/access/roles.ts'
import { document, type Frame } from '../layout/layout.tsx'
import type { Html } from '../page.ts'
import { awayPage, faultPage, forgedPage } from './error-pages.tsx'
import type { House, Session } from './house.ts'
import { HTML, type Reply, type Visit } from './visit.ts'

/** What stands around a page for whoever is signed in: their name, and the parts of the product they may open. */
export function frameFor<Tx>(house: House<Tx>, session: Session | null, problem = false): Frame {
  const may = (action: Action) => session !== null && decide(session.viewer, action).allow
  return {
    council: house.council,
    viewer: session?.viewer ?? null,
    csrf: session?.csrf ?? '',
    demonstration: house.demonstration?.note ?? null,
    problem,
    idle: session?.idle ?? null,
    wrong: session?.wrong ?? 0,
    items: house.parts.filter(p => may(p.needs) && !(p.unless && may(p.unless))),
  }
}

/** A page as an answer. */
export const html = async <Tx>(
  house: House<Tx>,
  session: Session | null,
  status: number,
  value: Html,
): Promise<Reply> => ({
  status,
  type: HTML,
  body: await document(value, frameFor(house, session, status >= 400)),
})

/** What a browser is told of a fault; whoever looks after the product is told too. */
export async function faultReply<Tx>(
  house: House<Tx>,
  session: Session | null,
  visit: Visit,
  error: unknown,
): Promise<Reply> {
  house.report(visit.reference, error)
  if (house.isForged(error)) return await html(house, session, 422, forgedPage(visit.typed))
  if (!house.isAway(error)) return await html(house, session, 500, faultPage(visit.reference, visit.typed))
  const said = await html(house, session, 503, awayPage(visit, visit.reference))
  return { ...said, headers: { 'retry-after': '30' } }
}
