import { type Line, linesOf, narrowed, type With } from '../../domain/returns/live/lines.ts'
import type { Db } from '../../store/connection.ts'
import { namesOf } from '../../store/people.ts'
import { type LiveReturn, liveReturn } from '../../store/queries/returns-live.ts'
import { hiddenFrom, lastWith } from '../../store/queries/returns-scope.ts'
import type { Ctx } from '../../web/page.ts'
import { type Asked, readAsked } from './asked.ts'

/** Milliseconds for which one request reads the record, before others are let in. */
const ENOUGH = 1500

/** A return, and what of its issues the viewer may see. */
export interface Shown {
  readonly asked: Asked
  readonly ready: LiveReturn
  /** The issues of the whole return; of a manager's own team, for a manager. */
  readonly scope: readonly Line[]
  /** Those of them that are asked for. */
  readonly lines: readonly Line[]
  readonly held: ReadonlyMap<string, With>
  /** The names of the staff, by id. */
  readonly names: ReadonlyMap<string, string>
}

export interface Reading {
  readonly asked: Asked
  readonly read: number
  readonly of: number
}

/** Writes the return from the record and checks it; or says how far the record has been read, to be asked again. */
export async function load(ctx: Ctx<Db>): Promise<Shown | Reading> {
  const asked = readAsked(ctx)
  const began = performance.now()
  const enough = () => performance.now() - began > ENOUGH
  const came = await liveReturn(ctx.tx, asked.collection, { year: asked.year, today: ctx.today }, enough)
  if (!('ready' in came)) return { asked, ...came }
  const { ready } = came
  const subjects = [...ready.children.values()]
  const held = await lastWith(ctx.tx, subjects)
  const hidden = await hiddenFrom(ctx.tx, ctx.viewer, ctx.now, subjects)
  const all = linesOf(ready.issues, ready.children, held, hidden)
  const own = ctx.viewer.role === 'team-manager'
  const scope = own ? all.filter(l => l.team === (ctx.viewer.team ?? '')) : all
  return {
    asked,
    ready,
    scope,
    lines: narrowed(scope, asked.narrow),
    held,
    names: await namesOf(ctx.tx, [...new Set(scope.flatMap(l => l.worker ?? []))]),
  }
}
