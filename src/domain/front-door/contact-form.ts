import { addDays, ageOn, type Day, longDay, parseDay } from '../kernel/day.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import { referralSources } from '../records/codes.ts'
import type { Answers } from '../records/kinds/field.ts'
import { type Faults, parse, type Typed, textOf } from '../records/parse.ts'
import { contactChild, contactReceived } from '../records/types/contact.ts'
import { audienceOf } from './referrer.ts'

/** What anybody may send; notices of the police and of hospitals come by other ways. */
export const publicSorts = ['worry', 'caf', 'advice'] as const

/** Sources that answer for themselves by name, and may be told what was decided and why. */
export const professionalSources: readonly string[] = Object.keys(referralSources).filter(
  s => audienceOf(s) === 'professional',
)

/** More children than this are told in the words of the concern. */
export const MOST_CHILDREN = 12

/** What is put before the questions about one child of the form; the first is 1. */
export const ofChild = (n: number): string => `c${n}_`

/** How many children the form has room for: one more where another was asked for. */
export function childrenAsked(typed: Typed): number {
  const asked = Number(textOf(typed, '_children') || '1') + (textOf(typed, '_do') === 'add' ? 1 : 0)
  return Number.isInteger(asked) ? Math.min(Math.max(asked, 1), MOST_CHILDREN) : 1
}

/** What was typed of one child, under the names of its own questions. */
const typedOf = (typed: Typed, n: number): Typed =>
  Object.fromEntries(Object.keys(contactChild.fields).map(name => [name, typed[`${ofChild(n)}${name}`]]))

const isBlank = (child: Typed): boolean => Object.keys(child).every(name => textOf(child, name) === '')

/** A contact as a form gives it. */
export interface ReadContact {
  readonly received: Answers
  readonly children: readonly Answers[]
}

/** A year mistyped is the commonest slip in a date of birth. */
export function bornFault(born: unknown, today: Day): string | undefined {
  const on = typeof born === 'string' ? parseDay(born) : undefined
  if (!on) return undefined
  if (on > addDays(today, 300)) return `${longDay(on)} is more than nine months away. Check the year.`
  return ageOn(on, today) > 25
    ? `Born on ${longDay(on)}, this is not a child now. Check the year.`
    : undefined
}

function readChildren(typed: Typed, today: Day): Result<readonly Answers[], Faults> {
  const children: Answers[] = []
  const faults: Record<string, string> = {}
  for (let n = 1; n <= childrenAsked(typed); n += 1) {
    const one = typedOf(typed, n)
    if (n > 1 && isBlank(one)) continue
    const read = parse(contactChild, one, { today, born: null, unborn: false })
    const wrong = read.ok ? { born: bornFault(read.value.born, today) } : read.error
    for (const [name, say] of Object.entries(wrong)) if (say) faults[`${ofChild(n)}${name}`] = say
    if (read.ok) children.push(read.value)
  }
  return Object.keys(faults).length > 0 ? fail(faults) : ok(children)
}

/** What is asked beyond the questions themselves of somebody who sends it without an account. */
function publicFaults(typed: Typed): Faults {
  const sort = textOf(typed, 'sort')
  const faults: Record<string, string> = {}
  if (sort !== '' && !publicSorts.some(s => s === sort)) faults.sort = 'Choose what it is.'
  if (professionalSources.includes(textOf(typed, 'source')) && textOf(typed, 'referrer') === '')
    faults.referrer = 'Enter your name. We answer professionals by name.'
  return faults
}

/**
 * Reads the form of a contact: what is said, and each child that it is about. Children left blank after the first are
 * none.
 * @param by whoever is signed in is trusted with any sort, and with the day it came in
 * @returns every fault at once, by the name of its question
 */
export function readContact(typed: Typed, today: Day, by: 'anybody' | 'staff'): Result<ReadContact, Faults> {
  const said = by === 'staff' ? typed : { ...typed, receivedOn: 'today' }
  const received = parse(contactReceived, said, { today, born: null, unborn: false })
  const children = readChildren(typed, today)
  const faults = {
    ...(received.ok ? {} : received.error),
    ...(children.ok ? {} : children.error),
    ...(by === 'anybody' ? publicFaults(typed) : {}),
  }
  if (!received.ok || !children.ok || Object.keys(faults).length > 0) return fail(faults)
  return ok({ received: received.value, children: children.value })
}
