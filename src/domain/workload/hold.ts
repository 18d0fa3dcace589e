import type { Role } from '../access/roles.ts'
import { type Day, longDay } from '../kernel/day.ts'
import type { CaseFacts } from './facts.ts'
import { isNewlyQualified, limitOf } from './limits.ts'
import { addedBy, loadOf, weightWords } from './weigh.ts'

/** Somebody who could hold a case. */
export interface Holder {
  readonly name: string
  readonly role: Role
  readonly working: boolean
  readonly registered: boolean
  readonly newlyQualified: Day | null
  readonly most: number | null
  /** Away on the day, and who covers: nobody where the one named is away too, or has left. */
  readonly away: { readonly back: Day | null; readonly coveredBy: string | null } | null
  /** Every case held now. */
  readonly cases: readonly CaseFacts[]
}

/** What stands against it: nothing gets past a refusal; a warning may be set aside with a reason. */
export interface Hold {
  readonly refusals: readonly string[]
  readonly warnings: readonly string[]
}

const holders: readonly Role[] = ['social-worker', 'team-manager', 'out-of-hours']

/** A child in need, with a plan or looked after has a qualified named worker (requirement LC9). */
const needsSocialWorker = (c: CaseFacts): boolean => c.inNeed || c.plan || c.lookedAfter

function refused(w: Holder, c: CaseFacts): string | undefined {
  if (!w.working) return `${w.name} no longer works here. Choose somebody who does.`
  if (!holders.includes(w.role))
    return `${w.name} does not hold children’s cases in this role. Choose a social worker.`
  if (needsSocialWorker(c) && !w.registered)
    return `${w.name} is not recorded as a registered social worker. A child in need, with a plan or looked after must have one. Choose somebody else, or have the registration put on their staff page first.`
  return undefined
}

function warned(w: Holder, c: CaseFacts, on: Day): string[] {
  const limit = limitOf(w, on)
  const load = loadOf(w.cases, on)
  const then = load + addedBy({ ...c, since: null }, w.cases, on)
  const fresh = isNewlyQualified(w.newlyQualified, on)
  return [
    ...(then > limit
      ? [
          `${w.name} has ${weightWords(load)} of work, and would have ${weightWords(then)}. The limit is ${weightWords(limit)}${fresh ? ', with the protection of the first year' : ''}.`,
        ]
      : []),
    ...(fresh && (c.plan || c.court)
      ? [
          `${w.name} is in the first year of practice, and should not hold ${c.plan ? 'a child protection plan' : 'a case before the court'} alone. Say who works beside them.`,
        ]
      : []),
    ...(w.away && w.away.coveredBy === null
      ? [
          `${w.name} is away${w.away.back ? ` until ${longDay(w.away.back)}` : ''}, and nobody who is here covers.`,
        ]
      : []),
  ]
}

/**
 * Whether somebody may be given a child as their named worker, on a day.
 * Sources: requirement LC9 (a qualified named worker), rules R171 (the first year), local limits.
 */
export function mayHold(w: Holder, c: CaseFacts, on: Day): Hold {
  const no = refused(w, c)
  return no === undefined ? { refusals: [], warnings: warned(w, c, on) } : { refusals: [no], warnings: [] }
}

type Independent = Pick<Holder, 'name' | 'role' | 'working'>

/** Whether somebody may be a child's reviewing officer: one by role, and never the child's own worker. */
export const mayReview = (w: Independent, isWorker: boolean): Hold =>
  independent(w, isWorker, 'reviewing-officer', 'a reviewing officer')

/** Whether somebody may chair a child's conferences: one by role, and never the child's own worker. */
export const mayChair = (w: Independent, isWorker: boolean): Hold =>
  independent(w, isWorker, 'conference-chair', 'a conference chair')

function independent(w: Independent, isWorker: boolean, role: Role, called: string): Hold {
  const no = !w.working
    ? `${w.name} no longer works here. Choose somebody who does.`
    : w.role !== role
      ? `${w.name} is not ${called}. Choose one: they are independent of the child’s team.`
      : isWorker
        ? `${w.name} is the child’s own worker, and can’t be independent of it. Choose somebody else.`
        : undefined
  return { refusals: no === undefined ? [] : [no], warnings: [] }
}
