import { asking } from '../../../domain/records/asked.ts'
import { type Faults, type Typed, textOf } from '../../../domain/records/parse.ts'
import { agencyActionSeen, agencyChallenged } from '../../../domain/records/types/section-11.ts'
import type { Db } from '../../../store/connection.ts'
import type { Ctx, Outcome } from '../../../web/page.ts'
import type { AgencyData } from './agency.tsx'
import { writeForm } from './write.ts'

/** A name of a question on the page, which asks the same of every standard. */
export const named = (standard: string, name: string): string => `${standard}-${name}`

const prefixed = (standard: string, of: Faults): Faults =>
  Object.fromEntries(Object.entries(of).map(([n, say]) => [named(standard, n), say]))

/** A challenge to one standard, or what was seen of its action. Undefined where it was written. */
export async function submitStandard(ctx: Ctx<Db>, { answer }: AgencyData): Promise<Outcome | undefined> {
  const standard = textOf(ctx.typed, 'standard')
  if (!answer.finished || !answer.answers.has(standard)) return undefined
  const subject = { id: answer.id, kind: 'agency-audit' as const, code: answer.code }
  const type = textOf(ctx.typed, '_do') === 'seen' ? agencyActionSeen : agencyChallenged
  if (type === agencyActionSeen && !answer.actions.has(standard)) return undefined
  const fields = Object.keys(type.fields)
  const typed: Typed = {
    ...ctx.typed,
    ...Object.fromEntries(fields.map(n => [n, ctx.typed[named(standard, n)] ?? ''])),
  }
  const asked = asking({ ...type, faults: () => ({}) }, ['standard'])
  const outcome = await writeForm({ ...ctx, typed }, subject, type, {
    asked,
    more: { standard },
    stale: e => e.type === type.code && e.answers.standard === standard,
    at: fields[1] ?? 'standard',
  })
  if (!outcome || !('again' in outcome)) return outcome
  const { faults, ...rest } = outcome.again
  return {
    ...outcome,
    again: { ...rest, typed: { ...ctx.typed, ...rest.typed }, faults: prefixed(standard, faults) },
  }
}
