import { type Day, longDay } from '../kernel/day.ts'
import { isAccepted, levelsOfNeed } from '../records/codes-front-door.ts'
import { type Audience, audienceOf } from './referrer.ts'

/** How the council is reached, as its own file says; null where it does not say. */
export interface House {
  readonly council: string
  readonly phone: string | null
  readonly evenings: string | null
  readonly email: string | null
}

export interface LetterService {
  readonly name: string
  readonly who: string
  readonly reach: string
  readonly phone: string | null
  readonly web: string | null
}

/** All that a letter is made of. Children are named as the referrer named them, never as a file here does. */
export interface LetterFacts {
  readonly house: House
  readonly reference: string
  readonly receivedOn: Day
  readonly sort: string
  readonly source: string
  readonly referrer: string | null
  readonly children: readonly string[]
  readonly outcome: string
  readonly level: string
  readonly reasons: string
  readonly next: string | null
  readonly instead: string | null
  readonly services: readonly LetterService[]
}

const join = (all: readonly string[]): string =>
  all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`

const lookUp = (table: Readonly<Record<string, string>>, code: string): string => table[code] ?? code

function greeting({ referrer }: LetterFacts, audience: Audience): string {
  if (referrer) return `Dear ${referrer},`
  return audience === 'professional' ? 'Dear colleague,' : 'Hello,'
}

const THANKS: Readonly<Record<string, string>> = {
  worry: 'Thank you for telling us that you are worried',
  caf: 'Thank you for the early help assessment you sent us',
  advice: 'Thank you for asking our advice',
  'domestic-abuse': 'Thank you for your notice of domestic abuse',
  hospital: 'Thank you for your notice of an attendance at A&E',
}

function opening(f: LetterFacts, audience: Audience): string {
  const about = audience === 'child' || f.children.length === 0 ? '' : ` about ${join(f.children)}`
  return `${THANKS[f.sort] ?? THANKS.worry}${about}. It reached us on ${longDay(f.receivedOn)}. We are the front door of children’s social care at ${f.house.council}. Our reference is ${f.reference}.`
}

/** What was decided, for those who work with the child, or are the child. */
const DECIDED: Readonly<Record<string, string>> = {
  assess:
    'We have accepted this as a referral. A social worker will make an assessment: find out, with the family, what help is needed.',
  protect:
    'We have accepted this as a referral. We are talking with the police, health and others about how to keep the child safe. This is called a strategy discussion.',
  'early-help':
    'This does not need a social worker now. The right help is early help: support from services near the family, with one person who brings it together.',
  'open-case': 'A social worker is involved already, and has been told what you told us.',
  advice: 'This does not need a social worker now. Our advice is below.',
  elsewhere: 'This belongs to another council, and we have passed it on to them.',
  nfa: 'We will take no further action now.',
}

const DECIDED_CHILD: Readonly<Record<string, string>> = {
  ...DECIDED,
  assess: 'A social worker will talk with you, and find out what would help you and your family.',
  protect:
    'We take what you told us seriously. We are talking with others whose work it is to keep you safe.',
  'open-case': 'Your social worker has been told what you told us.',
}

const PRIVATE =
  'We have looked at what you told us, and are acting on it. To protect the family’s privacy we can’t tell you more about what we do.'
const NOT_NOW =
  'We have looked at what you told us. From what we know today, it does not need a social worker. If you would like to talk about why, ring us.'

const isRefused = (outcome: string): boolean => outcome === 'advice' || outcome === 'nfa'

function decided(f: LetterFacts, audience: Audience): string {
  if (f.outcome === '') return ''
  if (audience === 'public') return isRefused(f.outcome) ? NOT_NOW : PRIVATE
  if (f.sort === 'advice' && f.outcome === 'advice') return 'Here is our advice.'
  return lookUp(audience === 'child' ? DECIDED_CHILD : DECIDED, f.outcome)
}

const service = (s: LetterService): string =>
  `${s.name}. For: ${s.who} How to reach it: ${[s.reach, s.phone, s.web].filter(w => w !== null && w !== '').join(' ')}`

function elseToDo(f: LetterFacts, audience: Audience): readonly string[] {
  // What is suggested may tell of the family, and a service tells what kind of help: for the public only where refused.
  if (audience === 'public' && !isRefused(f.outcome)) return []
  const said = audience === 'public' || !f.instead ? [] : [f.instead]
  return [...said, ...f.services.map(service)]
}

function reach({ phone, evenings, email }: House): string {
  const ways = [
    phone && `ring ${phone} in office hours`,
    evenings && `ring ${evenings} in the evening and at weekends`,
    email && `write to ${email}`,
  ].filter(w => w !== null && w !== '')
  const how = ways.length === 0 ? 'ring the council and ask for children’s social care' : ways.join(', or ')
  return `${how.charAt(0).toUpperCase()}${how.slice(1)}.`
}

const again = (f: LetterFacts, audience: Audience): string =>
  audience === 'child'
    ? 'You can tell us more at any time. You have done nothing wrong by telling us.'
    : isAccepted(f.outcome)
      ? 'If you learn anything more, tell us, and give our reference.'
      : audience === 'professional'
        ? 'If you do not agree with this decision, or anything changes, ring us and ask for the manager of the front door. Tell us again whenever you are worried.'
        : 'If anything changes, or you are still worried, tell us again.'

/**
 * The letter to whoever made a contact, in plain words: who we are, what they told us and when, what was decided, why,
 * what happens next, what else they can do, how to reach us (requirement FD2, FD4). The public is told nothing that it
 * did not say itself: not the level, the reasons, nor what is done; every outcome in which something is done reads alike.
 * @returns the letter as plain text, for a person to read and change before it goes
 */
export function letterFor(f: LetterFacts): string {
  const audience = audienceOf(f.source)
  const open = audience !== 'public'
  const advised = f.sort === 'advice' && f.outcome === 'advice'
  const more = elseToDo(f, audience)
  const part = (title: string, ...said: readonly (string | null)[]) => {
    const lines = said.filter(w => w !== null && w !== '')
    return lines.length === 0 ? [] : [title, ...lines, '']
  }
  const level =
    audience === 'professional' && !advised && f.level !== '' ? `${lookUp(levelsOfNeed, f.level)}.` : null
  return [
    greeting(f, audience),
    '',
    opening(f, audience),
    '',
    ...part('What we decided', decided(f, audience), level),
    ...(open ? part(advised ? 'Our advice' : 'Why', f.reasons) : []),
    ...(open ? part('What happens next', f.next) : []),
    ...part('What else you can do', ...more),
    ...part('If you want to talk to us', again(f, audience), reach(f.house)),
    'If a child is in danger now, ring 999.',
    '',
    'Children’s social care',
    f.house.council,
  ].join('\n')
}

/** What the letter is headed with: it may show on a locked screen, where others see it, so it says nothing. */
export const letterSubject = (council: string, reference: string): string =>
  `${council}: our reference ${reference}`
