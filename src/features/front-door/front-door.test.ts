import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client, type Seen } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given, givenSubject } from '../../../test/support/given.ts'
import type { Fields } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { foldFile } from '../../domain/casework/file.ts'
import { answer } from '../../domain/indicators/answer.ts'
import { findIndicator } from '../../domain/indicators/indicators.ts'
import { day, type Instant } from '../../domain/kernel/day.ts'
import { OUTSIDE } from '../../domain/records/entry.ts'
import { clocksOf } from '../../domain/timescales/evaluate.ts'
import { readEntries } from '../../store/ledger.ts'
import { setSender } from '../../store/outgoing.ts'
import { earlierContacts } from '../../store/queries/front-door-earlier.ts'

const known = givenFile({ code: 'AAAA1111', name: ['Sam', 'Reed'], worker: null })
const open = givenFile({
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
const restricted = givenFile({ code: 'CCCC3333', name: ['Zephyrine', 'Quietly'], named: [cast.reviewer] })
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

let made = 0
const SAM = { givenName: 'Sam', familyName: 'Reed', born: day('2014-05-06') }

/** A contact as it came in from outside. */
function contactFrom(told: Told = {}) {
  made += 1
  const on = day(told.on ?? '2026-03-10')
  const subject = givenSubject('contact', `CT${String(made).padStart(6, '0')}`)
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
type Contact = ReturnType<typeof contactFrom>

let app: App
let manager: Client
let nights: Client
beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
  manager = await app.signInAs(cast.manager)
  nights = await app.signInAs(cast.nights)
})
afterAll(async () => await app.close())

const came = async (told: Told = {}): Promise<Contact> => {
  const contact = contactFrom(told)
  await app.write([contact.subject], contact.entries)
  return contact
}
const at = (c: Contact) => `/front-door/${c.code}`
const entriesIn = async (id: string) => await readEntries(app.store.db, id)
const typesIn = async (id: string) => (await entriesIn(id)).map(e => e.type)
const childOf = async (c: Contact): Promise<string> =>
  String((await entriesIn(c.subject.id)).find(e => e.type === 'contact-matched')?.answers.child)

const refuse: Fields = {
  level: '2',
  outcome: 'nfa',
  reasons: 'School supports him',
  instead: 'Talk to the nurse',
}
const accept: Fields = {
  level: '3',
  outcome: 'assess',
  need: 'N1',
  reasons: 'Often alone',
  next: 'A visit tomorrow',
}

/** Sends the form; where the letter is to be read first, reads it and sends again. */
async function decideAs(me: Client, c: Contact, fields: Fields): Promise<Seen> {
  const sent = await me.post(at(c), fields)
  if (!sent.to?.includes('read=')) return sent
  const page = await me.follow({ ...sent, to: sent.to.replace(/#.*/, '') })
  return await me.send(page, at(c), {})
}

describe('the list', () => {
  test('danger first, then by when it is due; referrals on a file beside contacts; age in hours', async () => {
    const calm = await came()
    const danger = await came({ danger: true, children: [{ givenName: 'Rowan', familyName: 'Vetch' }] })
    const seen = await manager.get('/front-door')
    expect(seen.status).toBe(200)
    expect(seen.text.indexOf(danger.code)).toBeLessThan(seen.text.indexOf(calm.code))
    expect(seen.text).toContain('In danger now')
    expect(seen.text).toContain('3 hours')
    expect(seen.text).toContain('Odd Marl')
    expect(seen.html).toContain('/child/DDDD4444/record/referral-decided')
  })

  test('only for who decides; anybody else is told so', async () => {
    const worker = await app.signInAs(cast.worker)
    const c = await came()
    for (const path of ['/front-door', at(c), `${at(c)}/letter`])
      expect((await worker.get(path)).status, path).toBe(403)
    const director = await app.signInAs(cast.director)
    const read = await director.get(at(c))
    expect(read.status).toBe(200)
    expect(read.forms).toEqual([])
    const sent = await director.raw(at(c), { _csrf: '' })
    expect(sent.status).toBe(403)
  })

  test('repeats stand out: the third notice of domestic abuse about one child', async () => {
    const child = { givenName: 'Ash', familyName: 'Kestrel', born: day('2018-02-03') }
    await came({ on: '2025-09-01', sort: 'domestic-abuse', source: '6', children: [child] })
    await came({ on: '2026-01-01', sort: 'domestic-abuse', source: '6', children: [child] })
    const third = await came({
      sort: 'domestic-abuse',
      source: '6',
      children: [{ ...child, familyName: 'KESTREL' }],
    })
    await came({ on: '2025-12-01', children: [{ ...child, born: day('2011-02-03') }] })
    const seen = await manager.get(at(third))
    expect(seen.text).toContain('3 police notices of domestic abuse in 12 months')
    expect(seen.text).toContain('3 contacts in 12 months')
    expect((await manager.get('/front-door')).text).toContain(
      '3 police notices of domestic abuse in 12 months',
    )
  })
})

describe('a decision', () => {
  test('accepted, about a child who is here: a referral received and decided on the child’s file, in time', async () => {
    const c = await came()
    const done = await decideAs(manager, c, { ...accept, 'who-1': 'child:AAAA1111' })
    expect(done.problems).toEqual([])
    expect(done.to).toBe(`${at(c)}?done=yes`)
    expect(await childOf(c)).toBe(known.subject.id)
    const entries = await entriesIn(known.subject.id)
    expect(entries.find(e => e.type === 'referral-received')?.answers).toMatchObject({
      receivedOn: '2026-03-10',
      source: '2A',
      reference: c.code,
    })
    expect(entries.find(e => e.type === 'referral-decided')?.answers).toMatchObject({
      decision: 'assess',
      assessment: 'single',
      need: 'N1',
    })
    const clocks = await app.store.db
      .selectFrom('clock')
      .select(['series', 'met'])
      .where('subject', 'in', [c.subject.id, known.subject.id])
      .where('series', 'in', ['contact-decision', 'referrer-told', 'referral-decision'])
      .execute()
    expect(clocks.map(k => k.series).sort()).toEqual([
      'contact-decision',
      'referral-decision',
      'referrer-told',
    ])
    for (const k of clocks) expect(k.met, k.series).toBe('2026-03-10')
    const seen = await manager.follow(done)
    expect(seen.text).toContain('Allocate Sam Reed now')
    expect(seen.html).not.toContain('<b>alone</b>')
  })

  test('refused, about a child nobody knew: a file begins with what was put right; no referral', async () => {
    const c = await came({
      children: [{ givenName: 'Lark', familyName: 'Ryd', age: '7', address: '3 Mill Lane' }],
    })
    const done = await decideAs(manager, c, {
      ...refuse,
      'who-1': 'new',
      'familyName-1': 'Ryde',
      'sex-1': 'F',
    })
    expect(done.to).toContain('done=yes')
    const id = await childOf(c)
    expect(await typesIn(id)).toEqual(['person-details', 'contact'])
    const person = await app.store.db
      .selectFrom('person')
      .selectAll()
      .where('subject', '=', id)
      .executeTakeFirst()
    expect(person).toMatchObject({
      family_name: 'Ryde',
      given_name: 'Lark',
      sex: 'F',
      address: '3 Mill Lane',
    })
    const [letter] = (await entriesIn(c.subject.id)).filter(e => e.type === 'contact-letter')
    expect(String(letter?.answers.letter)).toContain('School supports him')
    expect(String(letter?.answers.letter)).toContain('Talk to the nurse')
  })

  test('a child expected: the new file is of an unborn child', async () => {
    const c = await came({ children: [{ familyName: 'Ember', born: day('2026-06-01') }] })
    await decideAs(manager, c, { ...accept, 'who-1': 'new' })
    const [first] = await entriesIn(await childOf(c))
    expect(first?.answers).toMatchObject({ unborn: true, expected: '2026-06-01' })
  })

  test('a child open already is not referred again: the worker’s file tells of it', async () => {
    const c = await came({ children: [{ givenName: 'Ivy', familyName: 'Flint', born: day('2014-05-06') }] })
    const page = await manager.get(at(c))
    expect(page.text).toContain('Open: Cy Marsh')
    const done = await decideAs(manager, c, {
      level: '3',
      outcome: 'open-case',
      reasons: 'Known',
      next: 'The worker visits',
      'who-1': 'child:BBBB2222',
    })
    expect(done.to).toContain('done=yes')
    const types = await typesIn(open.subject.id)
    expect(types.at(-1)).toBe('contact')
    expect(types.filter(t => t === 'referral-received')).toHaveLength(1)
  })

  test('what the outcome needs is asked for, and every word comes back', async () => {
    const c = await came({ children: [{ givenName: 'Nobody', familyName: 'Known' }] })
    const none = await manager.post(at(c), { ...accept, 'who-1': 'none' })
    expect(none.status).toBe(422)
    expect(none.problems).toEqual([
      {
        href: '#outcome',
        text: 'This needs a child’s file. Above, say who the child is, or start a new file.',
      },
    ])
    expect(none.html).toContain('A visit tomorrow')
    const closed = await manager.post(at(c), { ...accept, outcome: 'open-case', 'who-1': 'new' })
    expect(closed.text).toContain('None of these children is open to social care')
    const blank = await manager.post(at(c), {})
    expect(blank.problems.map(p => p.href)).toEqual(
      expect.arrayContaining(['#level', '#outcome', '#reasons']),
    )
    const twins = await came({ children: [SAM, { ...SAM, givenName: 'Samuel' }] })
    const twice = await manager.post(at(twins), {
      ...accept,
      'who-1': 'child:AAAA1111',
      'who-2': 'other',
      'other-2': 'aaaa1111',
    })
    expect(twice.text).toContain('You chose the same child for another of these.')
    expect(await typesIn(twins.subject.id)).not.toContain('contact-decided')
  })

  test('two who look alike are remembered as different', async () => {
    const c = await came()
    const fields = { ...refuse, 'who-1': 'new', 'not-1': 'AAAA1111' }
    expect((await manager.post(at(c), fields)).problems.map(p => p.href)).toEqual(['#why-1'])
    await decideAs(manager, c, { ...fields, 'why-1': 'Another mother' })
    const [, , different] = await entriesIn(await childOf(c))
    expect(different).toMatchObject({
      type: 'different-child',
      answers: { child: known.subject.id, why: 'Another mother' },
    })
  })

  test('the same form twice is one decision', async () => {
    const c = await came()
    const page = await manager.get(at(c))
    const fields = { ...refuse, 'who-1': 'none', how: 'none' }
    await manager.send(page, at(c), fields)
    const before = (await entriesIn(c.subject.id)).length
    const again = await manager.send(page, at(c), fields)
    expect(again.to).toBe(`${at(c)}?done=yes`)
    expect(await entriesIn(c.subject.id)).toHaveLength(before)
  })

  test('of two managers at once the second sees what the first decided, and loses nothing', async () => {
    const c = await came()
    const theirs = await nights.get(at(c))
    await decideAs(manager, c, { ...refuse, 'who-1': 'none' })
    const late = await nights.send(theirs, at(c), {
      ...accept,
      'who-1': 'new',
      reasons: 'Mine, typed at night',
    })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Di Heron decided this')
    expect(late.text).toContain('Mine, typed at night')
    expect((await typesIn(c.subject.id)).filter(t => t === 'contact-decided')).toHaveLength(1)
    expect((await nights.get(at(c))).text).toContain('Mine, typed at night')
    await nights.post(at(c), {}, { button: ['_drop', 'yes'] })
    expect((await nights.get(at(c))).text).not.toContain('Mine, typed at night')
  })

  test('what is typed is kept as it is typed, and found from my work', async () => {
    const c = await came()
    const page = await manager.get(at(c))
    const [form] = page.forms
    const kept = await manager.raw(`${at(c)}?keep=script`, { ...form?.fields, reasons: 'Half a thought' })
    expect(kept.status).toBe(200)
    expect((await manager.get(at(c))).html).toContain('Half a thought')
    expect((await manager.get('/')).html).toContain(`href="${at(c)}"`)
    await manager.post(at(c), { 'look-1': 'Marl' }, { button: ['_look', '1'] })
    const looked = await manager.get(at(c))
    expect(looked.text).toContain('Odd Marl')
    expect(looked.html).toContain('Half a thought')
  })
})

test('the figures of referrals read a referral that a contact made as any other', async () => {
  const name = { givenName: 'Merle', familyName: 'Twice', born: day('2015-04-03') }
  const first = await came({ on: '2026-03-09', children: [name] })
  await decideAs(manager, first, { ...accept, 'who-1': 'new' })
  const child = await childOf(first)
  const code = (
    await app.store.db.selectFrom('person').select('code').where('subject', '=', child).executeTakeFirst()
  )?.code
  const says = async (indicator: string) => {
    const file = foldFile(child, await entriesIn(child))
    const asked = findIndicator(indicator)
    return asked && answer(asked, { file, clocks: clocksOf(file) }, day('2026-12-31'))
  }
  expect(await says('REFDECISION')).toMatchObject({ in: true, yes: true })
  expect(await says('REREFERRAL')).toMatchObject({ in: true, yes: false })
  // Open already: told to the worker, and no second referral.
  const second = await came({ children: [name] })
  await decideAs(manager, second, { ...accept, 'who-1': `child:${code}` })
  expect((await typesIn(child)).filter(t => t === 'referral-received')).toHaveLength(1)
  expect(await says('REREFERRAL')).toMatchObject({ in: true, yes: false })
  await app.write(
    [],
    [
      {
        ...given(child, 'case-closed', { on: day('2026-03-10'), reason: 'RC8', why: 'Well' }),
        recorded: app.now(),
      },
    ],
  )
  const third = await came({ children: [name] })
  await decideAs(manager, third, { ...accept, 'who-1': `child:${code}` })
  expect((await typesIn(child)).filter(t => t === 'referral-received')).toHaveLength(2)
  expect(await says('REFDECISION')).toMatchObject({ in: true, yes: true })
  expect(await says('REREFERRAL')).toMatchObject({ in: true, yes: true })
})

describe('the letter', () => {
  test('is read before it goes, and written again when the answers change', async () => {
    const c = await came()
    const first = await manager.post(at(c), { ...refuse, 'who-1': 'none' })
    expect(first.to).toContain('read=new')
    const page = await manager.get(`${at(c)}?read=new`)
    expect(page.text).toContain('Nothing is decided yet')
    expect(await typesIn(c.subject.id)).not.toContain('contact-decided')
    const changed = await manager.send(page, at(c), { reasons: 'Another reason' })
    expect(changed.to).toContain('read=changed')
    const again = await manager.get(at(c))
    expect(again.html).toContain('Another reason')
    const edited = await manager.send(again, at(c), {
      letter: 'Dear Jo, in my words.',
      reasons: 'A third reason',
    })
    expect(edited.to).toContain('read=yours')
    const mine = await manager.get(at(c))
    expect(mine.html).toContain('Dear Jo, in my words.')
    expect((await manager.send(mine, at(c), {})).to).toContain('done=yes')
    const [letter] = (await entriesIn(c.subject.id)).filter(e => e.type === 'contact-letter')
    expect(letter?.answers.letter).toBe('Dear Jo, in my words.')
    expect((await manager.get(`${at(c)}/letter`)).text).toContain('Dear Jo, in my words.')
  })

  test('is written from the answers at a button, with the services that were picked', async () => {
    const service = givenSubject('service', 'S1')
    await app.write(
      [service],
      [
        given(service.id, 'service-details', {
          name: 'Harbour Parents',
          helps: ['parenting'],
          who: 'Parents of under-tens.',
          reach: 'Ring 01632 960 555.',
          open: true,
        }),
      ],
    )
    const c = await came()
    await manager.post(
      at(c),
      { ...refuse, 'who-1': 'none', services: 'S1' },
      { button: ['_letter', 'write'] },
    )
    const page = await manager.get(at(c))
    const letter = page.forms[0]?.fields.letter
    expect(letter).toContain('Harbour Parents. For: Parents of under-tens.')
    expect((await manager.send(page, at(c), {})).to).toContain('done=yes')
    const decided = (await entriesIn(c.subject.id)).find(e => e.type === 'contact-decided')
    expect(decided?.answers.instead).toContain('Services named: Harbour Parents.')
  })

  test('goes on its way with the decision where letters go by email; not otherwise', async () => {
    const waiting = async (c: Contact) =>
      await app.store.db.selectFrom('outgoing').selectAll().where('subject', '=', c.subject.id).execute()
    const printed = await came()
    await decideAs(manager, printed, { ...refuse, 'who-1': 'none' })
    expect(await waiting(printed)).toEqual([])
    await setSender(app.store.db, true)
    const sent = await came()
    const wrong = await manager.post(at(sent), {
      ...refuse,
      'who-1': 'none',
      how: 'email',
      to: 'Jo',
      letter: 'x',
    })
    expect(wrong.to ?? wrong.problems[0]?.href).toBeTruthy()
    await decideAs(manager, sent, { ...refuse, 'who-1': 'none', how: 'email', to: 'jo@example.org' })
    const [row] = await waiting(sent)
    const [letter] = (await entriesIn(sent.subject.id)).filter(e => e.type === 'contact-letter')
    expect(row).toMatchObject({
      letter: letter?.id,
      recipient: 'jo@example.org',
      body: letter?.answers.letter,
      tries: 0,
    })
    expect(row?.about).not.toContain('Sam')
    await setSender(app.store.db, false)
  })

  test('that did not arrive makes the referrer wait again, until told another way', async () => {
    const c = await came({ children: [{ givenName: 'Wick', familyName: 'Tallow' }] })
    await decideAs(manager, c, { ...refuse, 'who-1': 'none' })
    const [letter] = (await entriesIn(c.subject.id)).filter(e => e.type === 'contact-letter')
    await app.write(
      [],
      [
        {
          ...given(
            c.subject.id,
            'letter-delivery',
            { state: 'failed', detail: 'No such mailbox' },
            { amends: letter?.id ?? '', author: OUTSIDE, recorded: app.now() },
          ),
          happened: day('2026-03-10'),
        },
      ],
    )
    expect((await manager.get('/front-door')).text).toContain('A letter to a referrer could not be delivered')
    const list = await manager.get('/front-door?show=reply')
    expect(list.text).toContain('No such mailbox')
    expect((await manager.post(`${at(c)}/letter`, { how: 'spoken', to: 'Jo, 01632 960 001' })).to).toBe(at(c))
    expect((await manager.get('/front-door?show=reply')).text).not.toContain('No such mailbox')
  })
})

describe('a restricted child', () => {
  test('is no candidate, cannot be chosen by ID, and the decision goes on as if not there', async () => {
    const c = await came({
      children: [{ givenName: 'Zephyrine', familyName: 'Quietly', born: day('2014-05-06') }],
    })
    const page = await manager.get(at(c))
    expect(page.text).toContain('Nobody here looks like this child')
    expect(page.html).not.toContain('CCCC3333')
    const looks = app.store.db.selectFrom('access_log').select(['page', 'allowed'])
    expect(await looks.where('subject', '=', restricted.subject.id).execute()).toContainEqual({
      page: 'a contact',
      allowed: false,
    })
    const other = await manager.post(at(c), { ...refuse, 'who-1': 'other', 'other-1': 'CCCC3333' })
    const unknown = await manager.post(at(c), { ...refuse, 'who-1': 'other', 'other-1': 'ZZZZ9999' })
    expect(other.problems).toEqual(unknown.problems)
    expect((await manager.post(at(c), { ...refuse, 'who-1': 'child:CCCC3333' })).status).toBe(422)
    expect((await decideAs(manager, c, { ...refuse, 'who-1': 'new' })).to).toContain('done=yes')
    expect(await childOf(c)).not.toBe(restricted.subject.id)
  })

  test('a contact about a child who was restricted since is as if not there, and that it was asked is logged', async () => {
    const c = await came({ children: [{ givenName: 'Hidden', familyName: 'Later' }] })
    await decideAs(manager, c, { ...refuse, 'who-1': 'new' })
    const child = await childOf(c)
    await app.write(
      [],
      [
        given(child, 'restriction', {
          from: day('2026-03-10'),
          restricted: true,
          named: cast.reviewer.id,
          reason: 'A relative works here.',
        }),
      ],
    )
    expect((await manager.get(at(c))).status).toBe(404)
    expect((await manager.get('/front-door?show=decided&q=Hidden')).text).not.toContain(c.code)
    const again = await came({ children: [{ givenName: 'Hidden', familyName: 'Later', address: '1 Elm' }] })
    const seen = await earlierContacts(app.store.db, cast.manager, app.now(), [again.subject.id])
    expect([...seen.values()].flat().map(e => e.code)).not.toContain(c.code)
    const log = await app.store.db
      .selectFrom('access_log')
      .select(['subject', 'allowed'])
      .where('viewer', '=', cast.manager.id)
      .where('subject', '=', child)
      .where('allowed', '=', false)
      .execute()
    expect(log.length).toBeGreaterThan(0)
  })
})

describe('decided', () => {
  test('is found by name, reference and referrer', async () => {
    const c = await came({
      children: [{ givenName: 'Quill', familyName: 'Harrow' }],
      more: { referrer: 'Ola Searle' },
    })
    await decideAs(manager, c, { ...refuse, 'who-1': 'none' })
    for (const q of ['quill harrow', c.code, 'searle'])
      expect((await manager.get(`/front-door?show=decided&q=${encodeURIComponent(q)}`)).text, q).toContain(
        c.code,
      )
    expect((await manager.get('/front-door?show=decided&q=nobody%25')).text).toContain(
      'No decided contact is found',
    )
  })

  test('there is no such contact', async () => {
    expect((await manager.get('/front-door/C0000000')).status).toBe(404)
    expect((await manager.get('/front-door/C0000000/letter')).status).toBe(404)
  })
})
