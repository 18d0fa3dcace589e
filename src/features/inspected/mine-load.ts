import { calledBy } from '../../domain/casework/person.ts'
import { indicators } from '../../domain/indicators/indicators.ts'
import { suppress } from '../../domain/indicators/suppress.ts'
import { inSample, type Visit } from '../../domain/readiness/visit.ts'
import type { Shareable } from '../../domain/records/types/visit.ts'
import type { Db } from '../../store/connection.ts'
import { figures } from '../../store/indicators/figures.ts'
import { namesOf } from '../../store/people.ts'
import { listable } from '../../store/queries/listable.ts'
import { visitOfInspector } from '../../store/queries/visits.ts'
import type { Ctx } from '../../web/page.ts'

export const NO_PLACE = 'No visit lets you in today. Ask whoever let you in.'

/** The visit that lets this inspector in today. */
export const myVisit = (ctx: Ctx<Db>): Promise<Visit | undefined> =>
  visitOfInspector(ctx.tx, ctx.viewer.id, ctx.today)

/** The visit, where it shows this to its inspectors; otherwise why nothing is shown. */
export async function shownVisit(
  ctx: Ctx<Db>,
  what: Shareable,
): Promise<{ readonly visit: Visit } | { readonly missing: string }> {
  const visit = await myVisit(ctx)
  if (!visit) return { missing: NO_PLACE }
  return visit.shown.has(what)
    ? { visit }
    : { missing: 'This was not made ready for you, or is no longer. Ask for it on your first page.' }
}

/** The files given to this inspector that they may open, by name; and how many of the sample are restricted to others. */
export async function myFiles(ctx: Ctx<Db>, visit: Visit) {
  const own = inSample(visit, ctx.today).filter(s => s.inspector === ctx.viewer.id)
  const named = await listable(
    ctx.tx,
    ctx.viewer,
    ctx.now,
    own.map(s => s.child),
  )
  const files = [...named.values()].map(n => ({ code: n.code, called: calledBy(n, n.code) }))
  return {
    files: files.toSorted((a, b) =>
      a.called < b.called ? -1 : a.called > b.called ? 1 : a.code < b.code ? -1 : 1,
    ),
    restricted: own.length - named.size,
  }
}

/** The figures of today, with those of one to four children held back: the lists name children, figures need not. */
export const shownFigures = async (ctx: Ctx<Db>) => suppress(await figures(ctx.tx, indicators, ctx.today))

export const namesIn = (ctx: Ctx<Db>, visit: Visit) =>
  namesOf(
    ctx.tx,
    visit.requests.flatMap(r => [r.by, ...r.answers.map(a => a.by)]),
  )
