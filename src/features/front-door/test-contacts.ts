import { afterAll } from 'vitest'
import { appWith, type Client, type Seen } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given, givenSubject } from '../../../test/support/given.ts'
import type { Fields } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { day, type Instant } from '../../domain/kernel/day.ts'
import { OUTSIDE } from '../../domain/records/entry.ts'
import { readEntries } from '../../store/ledger.ts'

// Contacts at the front door, children whom they may be about, and those who decide.

export const known = givenFile({ code: 'AAAA1111', name: ['Sam', 'Reed'], worker: null })
export const open = givenFile({
  code: 'BBBB2222',
  name: ['Ivy', 'Flint'],
  worker: cast.stranger,
  more: id => [
    given(id, 'referral-received', { receivedOn: day('2026-01-05'), source: '6', concern: 'Left alone' }),
    given(id, 'referral-decided', {
      decidedOn: day('2026-01-06'),
      decision: 'assess',
      need: 'N1',
      assessment: 'single',
      reasons: 'Alone at night',
      next: 'A visit',
    }),
  ],
})
export const restricted = givenFile({
  code: 'CCCC3333',
  name: ['Zephyrine', 'Quietly'],
  named: [cast.reviewer],
})
const waits = givenFile({
  code: 'DDDD4444',
  name: ['Odd', 'Marl'],
  worker: null,
  more: id => [
    given(id, 'referral-received', { receivedOn: day('2026-03-09'), source: '3A', concern: 'Bruises' }),
  ],
})
const files = [known, open, restricted, waits]

interface Told {
  readonly on?: string
  readonly sort?: string
  readonly source?: string
  readonly danger?: boolean
  readonly children?: readonly Record<string, unknown>[]
  readonly more?: Record<string, unknown>
}

export const SAM = { givenName: 'Sam', familyName: 'Reed', born: day('2014-05-06') }

/** A contact as it came in from outside. */
function contactFrom(n: number, told: Told) {
  const on = day(told.on ?? '2026-03-10')
  const subject = givenSubject('contact', `CT${String(n).padStart(6, '0')}`)
  const said = { author: OUTSIDE, recorded: `${on}T09:00:00.000Z` as Instant }
  const received = {
    receivedOn: on,
    sort: told.sort ?? 'worry',
    danger: told.danger ?? false,
    concern: 'Found <b>alone</b> at night',
    source: told.source ?? '2A',
    referrer: 'Jo Teacher',
    email: 'jo@example.org',
    ...told.more,
  }
  return {
    subject,
    code: subject.code,
    entries: [
      given(subject.id, 'contact-received', received, said),
      ...(told.children ?? [SAM]).map(c => given(subject.id, 'contact-child', c, said)),
    ],
  }
}
export type Contact = ReturnType<typeof contactFrom>

export const at = (c: Contact) => `/front-door/${c.code}`

export const refuse: Fields = {
  level: '2',
  outcome: 'nfa',
  reasons: 'School supports him',
  instead: 'Talk to the nurse',
}
export const accept: Fields = {
  level: '3',
  outcome: 'assess',
  need: 'N1',
  reasons: 'Often alone',
  next: 'A visit tomorrow',
}

/** A product with four children and no contact yet, who is signed in to it, and what a test does with contacts. */
export async function frontDoor() {
  const app = await appWith(subjectsOf(files), entriesOf(files))
  afterAll(async () => await app.close())
  const manager = await app.signInAs(cast.manager)
  const nights = await app.signInAs(cast.nights)
  let made = 0

  const came = async (told: Told = {}): Promise<Contact> => {
    made += 1
    const contact = contactFrom(made, told)
    await app.write([contact.subject], contact.entries)
    return contact
  }
  const entriesIn = async (id: string) => await readEntries(app.store.db, id)
  const typesIn = async (id: string) => (await entriesIn(id)).map(e => e.type)
  const childOf = async (c: Contact): Promise<string> =>
    String((await entriesIn(c.subject.id)).find(e => e.type === 'contact-matched')?.answers.child)

  /** Sends the form; where the letter is to be read first, reads it and sends again. */
  async function decideAs(me: Client, c: Contact, fields: Fields): Promise<Seen> {
    const sent = await me.post(at(c), fields)
    if (!sent.to?.includes('read=')) return sent
    const page = await me.follow({ ...sent, to: sent.to.replace(/#.*/, '') })
    return await me.send(page, at(c), {})
  }

  return { app, manager, nights, came, entriesIn, typesIn, childOf, decideAs }
}
