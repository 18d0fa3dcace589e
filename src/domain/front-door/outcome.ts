import type { Day } from '../kernel/day.ts'
import { contactOutcomes, isAccepted, isNotice } from '../records/codes-front-door.ts'
import type { Answers } from '../records/kinds/field.ts'
import type { RecordType } from '../records/record-type.ts'
import { assessmentBegun } from '../records/types/assessment.ts'
import { contact } from '../records/types/contact.ts'
import { personDetails } from '../records/types/person-details.ts'
import { referralDecided, referralReceived } from '../records/types/referral.ts'

/** An entry that follows from another, before it has its place in a file. */
export interface Following {
  readonly type: RecordType
  readonly answers: Answers
}

interface Decision {
  readonly reference: string
  /** The answers of contact-received and of contact-decided. */
  readonly received: Answers
  readonly decided: Answers
}

const kept = (a: Answers, ...names: readonly string[]): Answers =>
  Object.fromEntries(names.flatMap(n => (a[n] === undefined || a[n] === '' ? [] : [[n, a[n]]])))

/**
 * What a decided contact adds to the file of one of its children. Accepted, it is a referral received and decided (CIN
 * census guide: counted from the day it came in); otherwise it is a contact, and counts as no referral. A child who is
 * open to social care already is not referred again: the worker is told, and a new assessment begins where one was asked.
 * @param open true where the child is open to social care
 */
export function inChildsFile(
  { reference, received, decided }: Decision,
  open: boolean,
): readonly Following[] {
  const { receivedOn, source, concern } = received
  const { outcome, level, reasons, need, assessment, next, decidedOn } = decided
  const also = {
    ...(received.sort === 'domestic-abuse' ? kept(decided, 'marac') : {}),
    ...(isNotice(received.sort) ? kept(decided, 'passedTo') : {}),
    ...kept(received, 'documents'),
  }
  if (!isAccepted(outcome) || open) {
    const told = {
      receivedOn,
      sort: received.sort,
      source,
      about: concern,
      outcome,
      level,
      reasons,
      reference,
      ...also,
    }
    const begins = isAccepted(outcome) && assessment !== undefined
    return [
      { type: contact, answers: told },
      ...(begins
        ? [{ type: assessmentBegun, answers: { on: decidedOn, kind: assessment, why: reasons } }]
        : []),
    ]
  }
  return [
    { type: referralReceived, answers: { receivedOn, source, concern, reference, ...also } },
    {
      type: referralDecided,
      answers: { decidedOn, decision: outcome, need, ...(assessment ? { assessment } : {}), reasons, next },
    },
  ]
}

/**
 * The first entry of the file of a child whom nobody knew: what the referrer told, corrected by whoever decides. A day
 * of birth still to come is the day the baby is expected. What was not told stays open: the file says that it is missing.
 */
export function firstDetails(child: Answers, today: Day): Following {
  const { born, sex } = child
  const unborn = typeof born === 'string' && born > today
  return {
    type: personDetails,
    answers: {
      asOf: today,
      unborn,
      ...kept(child, 'givenName', 'familyName', 'otherNames'),
      ...(born === undefined ? {} : unborn ? { expected: born } : { born }),
      sex: sex ?? 'U',
      ethnicity: 'NOBT',
      ...kept(child, 'nhsNumber', 'address'),
    },
  }
}

/** A child as a person would say it, from what was told: "Sam Reed", or what else is known. */
export function calledInContact(child: Answers): string {
  const name = [child.givenName, child.familyName].filter(w => typeof w === 'string' && w !== '').join(' ')
  return name || (typeof child.address === 'string' ? `A child at ${child.address}` : 'A child not named')
}

export const outcomeWords = (outcome: unknown): string =>
  Object.entries(contactOutcomes).find(([code]) => code === outcome)?.[1] ?? String(outcome)
