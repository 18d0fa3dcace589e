import { asTyped } from '../../../domain/front-door/follow.ts'
import { addMonths, type Day } from '../../../domain/kernel/day.ts'
import type { Round } from '../../../domain/quality/section-11.ts'
import { type Faults, textOf } from '../../../domain/records/parse.ts'
import { fitsKey } from '../../../store/agency-codes.ts'
import type { Db } from '../../../store/connection.ts'
import { holdFile } from '../../../store/ledger.ts'
import { writeLog } from '../../../store/log.ts'
import { type AgencyFile, readAgency, readRounds } from '../../../store/queries/section-11.ts'
import { spend, spent } from '../../../store/throttle.ts'
import type { PublicCtx } from '../../../web/page.ts'

/** Wrong tries at one reference in a quarter of an hour, from wherever they come. */
const TRIES = 5
/** Months after the day to answer for which a code works, where nobody closes the round. */
const MONTHS = 12

/** Looked at for a reference that is nobody’s, so that it takes as long. */
const NOBODY = '00000000-0000-7000-8000-000000000000'

const WRONG =
  'This reference and code do not belong together. Check both in your letter; capitals and hyphens do not matter.'
const WAIT =
  'This reference was tried too often in the last quarter of an hour. Wait a quarter of an hour, then try again.'
const OVER =
  'This round is over, so its codes do not open anything any more. Ask the board’s team who sent you the letter.'

export interface Opened extends AgencyFile {
  readonly round: Round
}

const works = (round: Round, on: Day): boolean => round.closed === null && on <= addMonths(round.due, MONTHS)

/**
 * The answer of the agency whose reference and code were typed, held for this transaction; or why it does not open. Right
 * tries cost nothing, as a form that is saved carries them each time.
 */
export async function openAnswer(
  ctx: PublicCtx<Db>,
): Promise<{ readonly opened: Opened } | { readonly faults: Faults }> {
  const reference = asTyped(textOf(ctx.typed, 'reference'))
  const code = textOf(ctx.typed, 'code')
  const blank = {
    ...(reference === '' ? { reference: 'Enter your reference, such as A7K3M9Q2.' } : {}),
    ...(code === '' ? { code: 'Enter the code that stands in your letter.' } : {}),
  }
  if (Object.keys(blank).length > 0) return { faults: blank }
  const name = `section 11 ${reference}`
  if ((await spent(ctx.tx, name, ctx.now)) >= TRIES) return { faults: { reference: WAIT } }
  const found = await readAgency(ctx.tx, reference)
  const fits = await fitsKey(ctx.tx, found?.answer.id ?? NOBODY, code, found?.answer.key ?? null)
  if (!found || !fits) {
    await spend(ctx.tx, name, TRIES, ctx.now)
    return { faults: { reference: WRONG } }
  }
  const round = (await readRounds(ctx.tx)).find(r => r.code === found.answer.round)
  if (!round || !works(round, ctx.today)) return { faults: { reference: OVER } }
  await writeLog(ctx.tx, {
    at: ctx.now,
    viewer: null,
    action: 'public',
    subject: found.answer.id,
    page: 'a section 11 answer',
    allowed: true,
    because: 'The reference and its code were given',
  })
  // Whoever saves at the same moment comes after: what they wrote is seen.
  await holdFile(ctx.tx, found.answer.id)
  const held = await readAgency(ctx.tx, reference)
  return { opened: { ...(held ?? found), round } }
}
