import { agencyAsked, agencyNewCode } from '../../../domain/records/types/section-11.ts'
import { freeAgencyReference, keyOfCode, newAgencyCode } from '../../../store/agency-codes.ts'
import type { Db } from '../../../store/connection.ts'
import { entryBy } from '../../../store/entry-by.ts'
import { newId } from '../../../store/ids.ts'
import { append, startFile } from '../../../store/ledger.ts'
import type { Ctx } from '../../../web/page.ts'
import type { AskedAgency } from './asked-agencies.ts'

/** What a letter tells, once: after this nobody can tell the code again. */
export interface Told {
  readonly agency: string
  readonly contact: string
  readonly email: string | null
  readonly reference: string
  readonly code: string
}

/** Starts the answer of each agency, with its reference and code. */
export async function askAgencies(
  ctx: Ctx<Db>,
  round: string,
  agencies: readonly AskedAgency[],
): Promise<readonly Told[]> {
  const told: Told[] = []
  for (const { agency, contact, email } of agencies) {
    const id = newId(ctx.now)
    const subject = { id, kind: 'agency-audit' as const, code: await freeAgencyReference(ctx.tx) }
    const code = newAgencyCode()
    const answers = {
      round,
      agency,
      contact,
      ...(email ? { email } : {}),
      key: await keyOfCode(ctx.tx, id, code),
    }
    await startFile(ctx.tx, subject, ctx.now)
    await append(ctx.tx, subject, [entryBy(ctx, id, agencyAsked, answers)])
    told.push({ agency, contact, email, reference: subject.code, code })
  }
  return told
}

/** A new code in place of the one before. */
export async function newCode(
  ctx: Ctx<Db>,
  answer: Omit<Told, 'code' | 'reference'> & { id: string; code: string },
) {
  const code = newAgencyCode()
  const subject = { id: answer.id, kind: 'agency-audit' as const, code: answer.code }
  await append(ctx.tx, subject, [
    entryBy(ctx, answer.id, agencyNewCode, { key: await keyOfCode(ctx.tx, answer.id, code) }),
  ])
  const { agency, contact, email } = answer
  return { agency, contact, email, reference: answer.code, code } satisfies Told
}
