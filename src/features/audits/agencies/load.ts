import type { Day } from '../../../domain/kernel/day.ts'
import { type AgencyAnswer, isLate, type Round } from '../../../domain/quality/section-11.ts'
import type { Db } from '../../../store/connection.ts'
import { readBoards } from '../../../store/queries/boards.ts'
import { readAgencies, readRounds } from '../../../store/queries/section-11.ts'
import type { Ctx } from '../../../web/page.ts'

export const roundHref = (round: Pick<Round, 'code'>, more = ''): string =>
  `/audits/section-11/${round.code}${more}`

const MISSING = { missing: 'There is no such round. Choose one from the list of section 11 audits.' }

/** A round by its code, with its agencies and the round before it; those not asked any more are not among them. */
export async function loadRound(ctx: Ctx<Db>) {
  const rounds = await readRounds(ctx.tx)
  const at = rounds.findIndex(r => r.code === (ctx.params.round ?? '').toUpperCase())
  const round = rounds[at]
  if (!round) return MISSING
  const all = await readAgencies(ctx.tx)
  const of = (r: Round | undefined) => all.filter(a => r && a.round === r.code && a.left === null)
  const previous = rounds[at + 1]
  const boards = round.board ? await readBoards(ctx.tx) : []
  return {
    found: {
      round,
      agencies: of(round),
      left: all.filter(a => a.round === round.code && a.left !== null),
      previous: previous ? { round: previous, agencies: of(previous) } : null,
      board: boards.find(b => b.code === round.board) ?? null,
      /** Who may see the agencies by name. */
      named: ctx.can('children-behind').allow,
      /** Who may read their words, and challenge them. */
      may: ctx.can('audit-draw').allow,
    },
  }
}

export type RoundData = Extract<Awaited<ReturnType<typeof loadRound>>, { found: unknown }>['found']

/** How an agency stands, in words. */
export function standing(a: AgencyAnswer, round: Round, on: Day): string {
  if (a.left) return 'Not asked any more'
  if (a.finished) return a.challenges.size > 0 ? `Finished, ${a.challenges.size} looked at` : 'Finished'
  if (isLate(a, round, on)) return a.answers.size > 0 ? 'Late, begun' : 'Late, not begun'
  return a.answers.size > 0 ? 'Begun' : 'Not begun'
}

/** The same agency in another round, by its name. */
export const sameAgency = (all: readonly AgencyAnswer[], a: AgencyAnswer): AgencyAnswer | undefined =>
  all.find(b => b.agency.toLowerCase() === a.agency.toLowerCase())
