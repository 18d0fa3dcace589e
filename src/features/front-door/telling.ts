import { likelyWay, recipient } from '../../domain/front-door/referrer.ts'
import { formDay } from '../../domain/records/kinds/day.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { type Faults, parse, textOf } from '../../domain/records/parse.ts'
import { contactLetter } from '../../domain/records/types/contact.ts'
import type { Db } from '../../store/connection.ts'
import type { Ctx } from '../../web/page.ts'
import { letterOf, printOf } from './letter-words.ts'
import type { ContactData } from './load.ts'

/** The ways to tell the referrer, as they are offered. */
export const waysOffered = (emails: boolean) =>
  ({
    email: emails ? 'By email, sent from here' : 'By email, which you send yourself',
    post: 'By letter, which you print',
    spoken: 'Told in person or by telephone',
    none: 'Nobody to tell: no name or address was given',
  }) as const

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** How, and to whom, where nobody has chosen otherwise. */
export function toldBy(
  received: Answers,
  typed: Ctx<Db>['typed'],
): { readonly how: string; readonly to: string } {
  const how = textOf(typed, 'how') || likelyWay(received)
  return { how, to: typed.to === undefined ? recipient(received, how) : textOf(typed, 'to') }
}

/** The answers of contact-letter, read from the form. */
export function readTelling(
  ctx: Ctx<Db>,
  data: Pick<ContactData, 'emails' | 'view'>,
): { readonly answers: Answers; readonly faults: Faults } {
  const how = textOf(ctx.typed, 'how')
  // Where the address was left as it stood and only the way was changed, it follows the way.
  const given = textOf(ctx.typed, 'to') || recipient(data.view.received.answers, how)
  const read = parse(
    contactLetter,
    { on: formDay(ctx.today), how, to: given, letter: textOf(ctx.typed, 'letter') },
    { today: ctx.today, born: null, unborn: false },
  )
  if (!read.ok) return { answers: {}, faults: read.error }
  const wrong = how === 'email' && data.emails && !EMAIL.test(given)
  return {
    answers: read.value,
    faults: wrong
      ? { to: 'Enter the email address to send it to, such as name@example.org, or choose another way.' }
      : {},
  }
}

/** What is to be done about the letter before it may go: nothing, or to be read first, as the product has it now. */
export type Reading =
  | { readonly go: true }
  | { readonly read: string; readonly wrote: string; readonly say: 'new' | 'changed' | 'yours' }

/**
 * No letter goes that nobody has read. One that was left empty is written; one that nobody changed is written again when
 * the answers have changed; one that somebody changed stays as they left it, and they are told once that the answers moved.
 */
export function readingOf(ctx: Ctx<Db>, data: ContactData, answers: Answers): Reading {
  const fresh = letterOf(data, answers, ctx.typed)
  const wrote = printOf(fresh)
  const letter = textOf(ctx.typed, 'letter')
  if (letter === '') return { read: fresh, wrote, say: 'new' }
  if (printOf(letter) === wrote || textOf(ctx.typed, '_wrote') === wrote) return { go: true }
  const untouched = printOf(letter) === textOf(ctx.typed, '_wrote')
  return untouched ? { read: fresh, wrote, say: 'changed' } : { read: letter, wrote, say: 'yours' }
}
