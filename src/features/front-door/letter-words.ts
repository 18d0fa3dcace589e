import { createHash } from 'node:crypto'
import { letterFor } from '../../domain/front-door/letter.ts'
import { calledInContact } from '../../domain/front-door/outcome.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import type { Raw } from '../../domain/records/kinds/kind.ts'
import type { Typed } from '../../domain/records/parse.ts'
import type { ContactData } from './load.ts'

const words = (v: unknown): string | null => (typeof v === 'string' && v !== '' ? v : null)
const list = (raw: Raw | undefined): readonly string[] =>
  raw === undefined ? [] : typeof raw === 'string' ? [raw] : raw

/** The services that were ticked, in the order of the directory. */
export const pickedServices = (data: ContactData, typed: Typed) =>
  data.services.filter(s => list(typed.services).includes(s.code))

const called = (told: Answers): string => {
  const name = calledInContact(told)
  return told.givenName || told.familyName ? name : `a${name.slice(1)}`
}

/** The letter as the product writes it from the answers as they stand; blanks where they are still to be given. */
export function letterOf(data: ContactData, answers: Answers, typed: Typed): string {
  const { received, subject, children } = data.view
  return letterFor({
    house: data.house,
    reference: subject.code,
    receivedOn: received.happened,
    sort: words(received.answers.sort) ?? 'worry',
    source: words(received.answers.source) ?? '10',
    referrer: words(received.answers.referrer),
    children: children.map(c => called(c.told.answers)),
    outcome: words(answers.outcome) ?? '',
    level: words(answers.level) ?? '',
    reasons: words(answers.reasons) ?? '',
    next: words(answers.next),
    instead: words(answers.instead),
    services: pickedServices(data, typed),
  })
}

/** Tells one text from another: kept in the form, so that a letter is known to be as the product wrote it. */
export const printOf = (text: string): string =>
  createHash('sha256').update(text.replace(/\r\n/g, '\n').trim()).digest('base64url').slice(0, 16)
