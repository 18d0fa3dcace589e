import type { Instant } from '../domain/kernel/day.ts'
import { londonDay } from '../domain/kernel/london.ts'
import { OUTSIDE } from '../domain/records/entry.ts'
import { newEntry } from '../domain/records/new-entry.ts'
import { letterDelivery } from '../domain/records/types/contact.ts'
import type { Db, Store } from '../store/connection.ts'
import { newId } from '../store/ids.ts'
import { append, findSubject } from '../store/ledger.ts'
import { finish, type Outgoing, putOff, takeNext } from '../store/outgoing.ts'
import { type Notify, type Sent, sendEmail } from './notify.ts'

/** Writes in the contact what came of its letter, and takes it off the list; once, whoever comes second. */
async function record(tx: Db, letter: Outgoing, state: 'sent' | 'failed', detail: string, now: Instant) {
  const subject = await findSubject(tx, letter.subject)
  if (!subject || !(await finish(tx, letter.id, detail))) return
  await append(tx, subject, [
    newEntry({
      id: newId(now),
      subject: subject.id,
      type: letterDelivery,
      answers: { state, detail: detail.slice(0, 500) },
      author: OUTSIDE,
      now,
      today: londonDay(now),
      amends: letter.letter,
      source: 'GOV.UK Notify',
    }),
  ])
}

async function settle(tx: Db, letter: Outgoing, answer: Sent, now: Instant): Promise<void> {
  if ('sent' in answer) return await record(tx, letter, 'sent', answer.sent, now)
  if ('refused' in answer) return await record(tx, letter, 'failed', answer.refused, now)
  if ((await putOff(tx, letter, answer.later, now)) === undefined)
    await record(tx, letter, 'failed', `Given up after ${letter.tries} tries. ${answer.later}`, now)
}

/**
 * Sends every letter that is due. A letter is taken in one transaction and settled in another, with nothing held while
 * Notify is asked: at least once, and in practice once, since a letter tried before is looked for before it is sent.
 * @returns how many were tried
 */
export async function sendLetters(store: Store, notify: Notify, now: () => Instant): Promise<number> {
  for (let tried = 0; ; tried += 1) {
    const letter = await store.db.transaction().execute(tx => takeNext(tx, now()))
    if (!letter) return tried
    const answer = await sendEmail(notify, letter, now())
    await store.db.transaction().execute(tx => settle(tx, letter, answer, now()))
  }
}
