import { isAccepted } from '../../src/domain/records/codes-front-door.ts'
import { type NewEntry, type NewSubject, OUTSIDE } from '../../src/domain/records/entry.ts'
import type { Answers } from '../../src/domain/records/kinds/field.ts'
import { uuid } from '../ids.ts'
import { families, girls } from '../people/names.ts'
import type { Child } from '../population/child.ts'
import type { Rand } from '../random.ts'
import { type N, toDay, toNumber, wallToMs, workingOnOrBefore } from '../time.ts'
import { type Waiting, waiting } from '../words/contacts.ts'
import { type Draft, entriesOf, newFile } from './file.ts'
import { home } from './identity.ts'
import type { Setting } from './setting.ts'

/** Contacts are told this far back; what came earlier came on paper. */
const BACK = 60
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** The reference of the contact from which a family's referral of a day came; none where it came on paper. */
export function referenceOf(child: Child, on: N, today: N): string | undefined {
  if (on < today - BACK) return undefined
  let n = child.family.number * 100_003 + on * 31
  let text = 'C'
  for (let i = 0; i < 7; i += 1) {
    text += LETTERS[n % 32] ?? '2'
    n = Math.floor(n / 32) + ((n * 7919) % 1_048_576) * 32
  }
  return text
}

interface Made {
  readonly subjects: NewSubject[]
  readonly entries: NewEntry[]
}

const aboutChild = (child: Child) => ({
  givenName: child.given,
  familyName: child.family.name,
  born: toDay(child.born),
  sex: child.sex,
  address: home(child),
})

const file = (setting: Setting, rand: Rand) =>
  newFile({ start: setting.start, today: setting.today, rand, born: 0, late: () => 0 })

/** The contacts behind the referrals of the last weeks, as they were decided. */
export function decidedContacts(
  children: readonly Child[],
  entries: readonly NewEntry[],
  setting: Setting,
  rand: Rand,
): Made {
  const byReference = new Map<string, { child: Child; came: NewEntry; decided: NewEntry | undefined }[]>()
  const byId = new Map(children.map(c => [c.id, c]))
  for (const came of entries) {
    const child = byId.get(came.subject)
    if (!child || came.type !== 'referral-received' || typeof came.answers.reference !== 'string') continue
    const decided = entries.find(
      e => e.subject === came.subject && e.type === 'referral-decided' && e.recorded > came.recorded,
    )
    const reference = came.answers.reference
    byReference.set(reference, [...(byReference.get(reference) ?? []), { child, came, decided }])
  }
  const made: Made = { subjects: [], entries: [] }
  for (const [code, about] of byReference) {
    const [head] = about
    if (!head?.decided) continue
    const id = uuid(Date.parse(head.came.recorded), rand)
    const contact = file(setting, rand)
    const on = toNumber(head.came.happened)
    const { source, concern } = head.came.answers
    const received = {
      receivedOn: toDay(on),
      sort: source === '6' ? 'domestic-abuse' : 'worry',
      danger: false,
      concern,
      source,
    }
    const first = contact.write('contact-received', on, head.came.author, received, { prompt: true })
    writeOutcome(contact, head.decided, first)
    for (const { child } of about) {
      const said = contact.write('contact-child', null, head.came.author, aboutChild(child), {
        after: first,
        lag: 0,
      })
      contact.write(
        'contact-matched',
        null,
        head.decided.author,
        { child: child.id },
        { amends: said, lag: 0 },
      )
    }
    made.subjects.push({ id, kind: 'contact', code })
    made.entries.push(...entriesOf(id, contact, rand))
  }
  return made
}

function writeOutcome(contact: ReturnType<typeof file>, decided: NewEntry, first: Draft): void {
  const on = toNumber(decided.happened)
  const { decision, need, assessment, reasons, next } = decided.answers
  const accepted = isAccepted(decision)
  const answers: Answers = {
    decidedOn: toDay(on),
    level: decision === 'protect' ? '4' : accepted ? '3' : decision === 'advice' ? '2' : '1',
    outcome: decision,
    ...(accepted ? { need, next } : {}),
    ...(decision === 'assess' ? { assessment } : {}),
    reasons,
  }
  const made = contact.write('contact-decided', on, decided.author, answers, { lag: 0, after: first })
  const letter = `Thank you for telling us. We have decided: ${accepted ? 'we will look into it' : 'social care will not take it further'}. ${String(reasons)}`
  contact.write(
    'contact-letter',
    on,
    decided.author,
    { on: toDay(on), how: 'spoken', to: 'The referrer', letter },
    { lag: 0, after: made },
  )
}

/** A name as somebody who heard it would write it. */
const misspelt = (name: string): string =>
  name
    .replace(/y$/, 'ie')
    .replace(/([aeiou])([^aeiou])/, '$1$2$2')
    .replace('ph', 'f')

function writeWaiting(
  w: Waiting,
  i: number,
  known: readonly Child[],
  setting: Setting,
  rand: Rand,
): { entries: NewEntry[]; id: string } {
  const contact = file(setting, rand)
  const { today } = setting
  const on = w.evening ? today - 1 : i % 3 === 2 ? workingOnOrBefore(today - 1) : today
  const { about, who, where, evening, ...said } = w
  const answers = {
    receivedOn: toDay(on),
    danger: false,
    ...said,
    ...(who ? { referrer: who } : {}),
    ...(where ? { organisation: where, email: 'front-desk@example.org', phone: `01632 960 3${10 + i}` } : {}),
    ...(w.sort === 'caf' ? { strengths: 'A close family who ask for help.', consent: true, lead: who } : {}),
  }
  const first = contact.write(
    'contact-received',
    on,
    OUTSIDE,
    answers,
    evening ? { evening: true } : { prompt: true },
  )
  const child = known[i % known.length]
  const one = child ?? known[0]
  const children =
    about === 'new' || !one
      ? [
          {
            givenName: girls[(i * 23 + 5) % girls.length],
            familyName: families[(i * 41 + 3) % families.length],
            age: String(2 + i),
          },
        ]
      : about === 'family'
        ? one.family.children.map(aboutChild)
        : about === 'misspelt'
          ? [{ ...aboutChild(one), givenName: misspelt(one.given), familyName: misspelt(one.family.name) }]
          : [aboutChild(one)]
  for (const c of children) contact.write('contact-child', null, OUTSIDE, c, { after: first, lag: 0 })
  const id = uuid(wallToMs(today * 1440 + 540 + i), rand)
  return { id, entries: entriesOf(id, contact, rand) }
}

/** What waits at the front door today. */
export function waitingContacts(children: readonly Child[], setting: Setting, rand: Rand): Made {
  const known = rand
    .shuffle(
      children.filter(c => !c.newFile && !c.unborn && [...c.plans, ...c.stays].some(s => s.to === null)),
    )
    .slice(0, 12)
  const made: Made = { subjects: [], entries: [] }
  waiting.forEach((w, i) => {
    const { id, entries } = writeWaiting(w, i, known, setting, rand)
    made.subjects.push({ id, kind: 'contact', code: `CW${String(2345 + i * 7)}${LETTERS[i + 9] ?? 'A'}` })
    made.entries.push(...entries)
  })
  return made
}
