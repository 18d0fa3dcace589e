import { randomBytes } from 'node:crypto'
import type { Day } from '../../domain/kernel/day.ts'
import { expected, type Inspector, inSample, type Sampled, type Visit } from '../../domain/readiness/visit.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { staffDetails } from '../../domain/records/types/staff.ts'
import {
  inspectorAdmitted,
  inspectorEnded,
  sampleAdded,
  sampleRemoved,
  visitOver,
} from '../../domain/records/types/visit.ts'
import { setPassword } from '../../store/accounts/accounts.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { append, findSubject, startFile } from '../../store/ledger.ts'
import { revokeAll } from '../../store/sessions.ts'
import type { Ctx } from '../../web/page.ts'
import { fileOfVisit, note } from './write.ts'

type Said = readonly (readonly [type: RecordType, answers: Answers])[]

/** 18 random bytes: 24 letters, figures and signs, read off a screen once, and changed at the first sign-in. */
const newPassword = (): string => randomBytes(18).toString('base64url')

/** The children of the sample, each once, however many inspectors have them. */
export const childrenOf = (visit: Visit, on: Day): readonly Sampled[] => [
  ...new Map(inSample(visit, on).map(s => [s.child, s])).values(),
]

/** How a file came into the sample, for another inspector or a longer time. */
const given = (s: Sampled, inspector: string, until: Day): Said[number] => [
  sampleAdded,
  {
    child: s.child,
    inspector,
    until,
    how: s.how,
    ...(s.list === null ? {} : { list: s.list }),
    ...(s.outOf === null ? {} : { outOf: s.outOf }),
    ...(s.seed === null ? {} : { seed: s.seed }),
  },
]

export interface Admitting {
  /** The id of the inspector's own file, made when the form was opened. */
  readonly id: string
  readonly name: string
  readonly from: Day
  readonly until: Day
}

export interface LetIn {
  readonly username: string
  readonly password: string
}

/** What an inspector signs in by: "v1-inspector-2". */
const usernameFor = (visit: Visit): string =>
  `${visit.code.toLowerCase()}-inspector-${visit.inspectors.length + 1}`

/**
 * Makes an inspector's file and account, and gives them the files that are in the sample.
 * @returns what they sign in by, to be shown once; undefined where this form came before
 */
export async function admit(ctx: Ctx<Db>, visit: Visit, who: Admitting): Promise<LetIn | undefined> {
  const { tx, now } = ctx
  if (await findSubject(tx, who.id)) return undefined
  const username = usernameFor(visit)
  const password = newPassword()
  const file = { id: who.id, kind: 'worker' as const, code: username }
  await startFile(tx, file, now)
  await append(tx, file, [
    entryBy(ctx, who.id, staffDetails, { from: ctx.today, name: who.name, role: 'inspector', working: true }),
  ])
  await setPassword(tx, who.id, username, password, true)
  await note(ctx, fileOfVisit(visit), [
    [inspectorAdmitted, { inspector: who.id, name: who.name, from: who.from, until: who.until }],
    ...childrenOf(visit, ctx.today).map(s => given(s, who.id, who.until)),
  ])
  return { username, password }
}

/** Lets an inspector in for longer, or for less, with the files they have. */
export async function admitUntil(ctx: Ctx<Db>, visit: Visit, who: Inspector, until: Day): Promise<void> {
  const own = inSample(visit, ctx.today).filter(s => s.inspector === who.id)
  await note(ctx, fileOfVisit(visit), [
    [inspectorAdmitted, { inspector: who.id, name: who.name, from: who.from, until }],
    ...own.map(s => given(s, who.id, until)),
  ])
}

/** A new first password, where the one that was shown is lost. Whoever has the old one is shut out at once. */
export async function renewPassword(ctx: Ctx<Db>, who: Inspector): Promise<LetIn | undefined> {
  const file = await findSubject(ctx.tx, who.id)
  if (!file) return undefined
  const password = newPassword()
  await setPassword(ctx.tx, who.id, file.code, password, true)
  await revokeAll(ctx.tx, who.id)
  return { username: file.code, password }
}

const endingOf = (visit: Visit, who: Inspector, on: Day, why: string | undefined): Said => [
  [inspectorEnded, { inspector: who.id, ...(why ? { why } : {}) }],
  ...inSample(visit, on)
    .filter(s => s.inspector === who.id)
    .map(s => [sampleRemoved, { child: s.child, inspector: who.id }] as const),
]

/** Who was let in works here no more: they stand in no list of staff. */
async function gone(ctx: Ctx<Db>, who: Inspector): Promise<void> {
  const file = await findSubject(ctx.tx, who.id)
  if (!file) return
  await append(ctx.tx, file, [
    entryBy(ctx, who.id, staffDetails, {
      from: ctx.today,
      name: who.name,
      role: 'inspector',
      working: false,
    }),
  ])
}

/** Ends an inspector's account: they are refused from the next thing they open. */
export async function endInspector(
  ctx: Ctx<Db>,
  visit: Visit,
  who: Inspector,
  why: string | undefined,
): Promise<void> {
  await note(ctx, fileOfVisit(visit), endingOf(visit, who, ctx.today, why))
  await gone(ctx, who)
}

/** Ends a visit, and closes all that it opened. */
export async function endVisit(ctx: Ctx<Db>, visit: Visit): Promise<void> {
  const open = visit.inspectors.filter(i => i.ended === null)
  await note(ctx, fileOfVisit(visit), [
    ...open.flatMap(who => endingOf(visit, who, ctx.today, undefined)),
    [visitOver, { on: ctx.today }],
  ])
  for (const who of open) await gone(ctx, who)
}

/** Puts children in the sample of some inspectors, for as long as each is let in. */
export const sampling = (
  visit: Visit,
  on: Day,
  inspectors: readonly string[],
  chosen: readonly { readonly child: string; readonly how: Answers }[],
): Said => {
  const has = new Set(inSample(visit, on).map(s => `${s.inspector} ${s.child}`))
  return expected(visit, on)
    .filter(i => inspectors.includes(i.id))
    .flatMap(i =>
      chosen
        .filter(c => !has.has(`${i.id} ${c.child}`))
        .map(c => [sampleAdded, { child: c.child, inspector: i.id, until: i.until, ...c.how }] as const),
    )
}

/** Takes a child out of the sample, for whoever has the file. */
export const unsampling = (visit: Visit, on: Day, child: string): Said =>
  inSample(visit, on)
    .filter(s => s.child === child)
    .map(s => [sampleRemoved, { child, inspector: s.inspector }] as const)
