import { type Day, parseDay } from '../../domain/kernel/day.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import type { Db } from '../../store/connection.ts'
import { candidates } from '../../store/queries/candidates.ts'
import { findChildren } from '../../store/queries/find-child.ts'
import { knownChildren } from '../../store/queries/front-door-known.ts'
import type { Ctx } from '../../web/page.ts'

/** A child here who may be the one a contact is about, and why. */
export interface Likely {
  readonly subject: string
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  readonly born: Day | null
  readonly why: readonly string[]
  readonly twin: boolean
  readonly open: boolean
  readonly worker: string | null
}

const MOST = 8
const words = (v: unknown): string | null => (typeof v === 'string' && v !== '' ? v : null)
const full = (a: Answers): string =>
  [words(a.givenName), words(a.familyName)].filter(w => w !== null).join(' ')

/** Those found by what was typed to look further. */
async function looked(ctx: Ctx<Db>, look: string): Promise<readonly Likely[]> {
  if (look === '') return []
  const page = { limit: MOST, offset: 0 }
  const { children } = await findChildren(ctx.tx, ctx.viewer, ctx.now, look, page)
  const known = await knownChildren(ctx.tx, ctx.viewer, ctx.now, { codes: children.map(c => c.code) })
  return children.flatMap(c => {
    const is = known.find(k => k.subject === c.subject)
    return is ? [{ ...is, why: [...c.why, `found by “${look}”`], twin: false }] : []
  })
}

/**
 * Children here who may be the one told of, the likeliest first; and those found by what was typed to look further.
 * @param others the other children of the contact: brothers and sisters, as a rule
 */
export async function likelyChildren(
  ctx: Ctx<Db>,
  told: Answers,
  others: readonly Answers[],
  look: string,
): Promise<readonly Likely[]> {
  const born = words(told.born)
  const asked = {
    givenName: words(told.givenName),
    familyName: words(told.familyName),
    otherNames: words(told.otherNames),
    born: born === null ? null : (parseDay(born) ?? null),
    address: words(told.address),
    nhsNumber: words(told.nhsNumber),
    siblings: others.map(full).filter(name => name !== ''),
  }
  const alike = await candidates(ctx.tx, ctx.viewer, ctx.now, asked, { page: 'a contact' })
  const more = await looked(ctx, look)
  const first: readonly Likely[] = alike.slice(0, MOST)
  return [...first, ...more.filter(m => !first.some(f => f.subject === m.subject))]
}
