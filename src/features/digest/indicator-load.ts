import { findIndicator } from '../../domain/indicators/indicators.ts'
import { monthsTo } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { figures } from '../../store/indicators/figures.ts'
import { shownSplit, shownTrends } from '../../store/indicators/shown.ts'
import { trend } from '../../store/indicators/trend.ts'
import { namesOf } from '../../store/people.ts'
import { commentsOn, targetsOn } from '../../store/queries/targets.ts'
import { teams } from '../../store/queries/teams.ts'
import { type Ctx, type DataOf, found } from '../../web/page.ts'
import { forMember, readAsked } from './asked.ts'
import { isMember } from './show.tsx'

export const MONTHS = 25

/** One figure with its trend, its parts and what has been written about it. */
export async function loadIndicator(ctx: Ctx<Db>) {
  const i = findIndicator(ctx.params.code ?? '')
  if (!i) return { missing: `There is no indicator “${ctx.params.code}”. The digest has the list.` }
  const asked = isMember(ctx.viewer) ? forMember(ctx.query, ctx.today) : readAsked(ctx.query, ctx.today)
  const filter = asked.team ? { team: asked.team } : {}
  const split = asked.split ?? 'age'
  const all = isMember(ctx.viewer)
    ? await shownSplit(ctx.tx, i, asked.on, split)
    : await figures(ctx.tx, [i], asked.on, { ...filter, split })
  const [whole, ...parts] = all
  if (!whole) return { missing: 'This indicator gave no figure.' }
  const ends = monthsTo(asked.on, MONTHS)
  const past = isMember(ctx.viewer)
    ? ((await shownTrends(ctx.tx, [{ indicator: i, ons: ends }])).get(i.code) ?? [])
    : await trend(ctx.tx, i, ends, filter)
  const comments = await commentsOn(ctx.tx, i.code, asked.on)
  const names = await namesOf(
    ctx.tx,
    comments.map(c => c.author),
  )
  const target = (await targetsOn(ctx.tx, asked.on)).get(i.code)
  return found({
    i,
    asked,
    split,
    whole,
    parts,
    ends,
    past,
    comments,
    names,
    target,
    teams: isMember(ctx.viewer) ? [] : await teams(ctx.tx),
  })
}

export type IndicatorData = DataOf<typeof loadIndicator>
