import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client, type Seen } from '../../../test/support/app.ts'
import { given } from '../../../test/support/given.ts'
import { idsOf, linksOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'
import { OUTSIDE } from '../../domain/records/entry.ts'
import { readEntries } from '../../store/ledger.ts'
import { AUTHORITY } from '../../store/queries/authority.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'

let app: App
let anybody: Client
beforeAll(async () => {
  app = await appWith()
  anybody = app.browser()
  const council = await subjectByCode(app.store.db, 'authority', AUTHORITY)
  const reach = { name: 'Thimble Council', phone: '01632 960 001', evenings: '01632 960 002' }
  await app.write([], [given(council?.id ?? '', 'authority-details', reach)])
})
afterAll(async () => await app.close())

// Each test begins a quarter of an hour of its own, so that none uses up the sends of another.
let quarter = 0
const later = () => {
  quarter += 1
  app.at(new Date(Date.parse('2026-03-10T12:00:00Z') + quarter * 15 * 60_000).toISOString())
}

const worry = {
  danger: 'no',
  concern: 'Seen alone in the park',
  source: '1B',
  c1_givenName: 'Wren',
  c1_familyName: 'Pebble',
}
const school = { ...worry, source: '2A', referrer: 'Ada Teacher', organisation: 'Mill School' }
const referenceOf = (seen: Seen) =>
  /C[2-9A-Z]{7}/.exec(seen.title)?.[0] ?? `none: ${seen.status} ${seen.text}`
const codeOf = (seen: Seen) => /gt-contact__code">([^<]+)</.exec(seen.html)?.[1] ?? null
const entriesOf = async (reference: string) => {
  const subject = await subjectByCode(app.store.db, 'contact', reference)
  return subject ? await readEntries(app.store.db, subject.id) : []
}
const contacts = async () =>
  (await app.store.db.selectFrom('entry').select('id').where('type', '=', 'contact-received').execute())
    .length

describe('somebody without an account', () => {
  test('finds the way from the sign-in page, and from the foot of every page until they are signed in', async () => {
    const links = (seen: Seen) => linksOf(seen.html).map(l => l.href)
    for (const path of ['/sign-in', '/contact', '/contact/follow'])
      expect(links(await anybody.get(path)), path).toEqual(
        expect.arrayContaining(['/contact', '/contact/follow', '/help-near-you']),
      )
    const worker = await app.signInAs(cast.worker)
    expect(links(await worker.get('/'))).not.toContain('/contact')
  })

  test('tells us about two children on one page, and is told a reference and a code', async () => {
    later()
    const page = await anybody.get('/contact')
    expect(page.status).toBe(200)
    expect(page.text).toContain(
      'ring us on 01632 960 001, and in the evening or at weekends on 01632 960 002',
    )
    const grown = await anybody.send(page, '/contact', worry, { button: ['_do', 'add'], files: [] })
    expect([grown.status, grown.title.startsWith('Error')]).toEqual([200, false])
    expect(grown.html).toContain('Seen alone in the park')
    expect(idsOf(grown.html).has('child-2')).toBe(true)
    const sent = await anybody.send(grown, '/contact', { c2_givenName: 'Fern' }, { files: [] })
    expect(sent.status).toBe(200)
    expect(codeOf(sent)).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    const entries = await entriesOf(referenceOf(sent))
    expect(entries.map(e => [e.type, e.author])).toEqual([
      ['contact-received', OUTSIDE],
      ['contact-child', OUTSIDE],
      ['contact-child', OUTSIDE],
    ])
    expect(entries[0]?.answers).toMatchObject({ sort: 'worry', danger: false, receivedOn: '2026-03-10' })
    expect(entries[2]?.answers).toEqual({ givenName: 'Fern' })
  })

  test('keeps every word and every file when something is missing', async () => {
    later()
    const files = [
      { field: 'documents_new', name: 'photo.png', bytes: Buffer.from('89504e470d0a1a0a00', 'hex') },
    ]
    const page = await anybody.get('/contact')
    const back = await anybody.send(page, '/contact', { ...worry, source: '' }, { files })
    expect([back.status, back.problems.map(p => p.href)]).toEqual([422, ['#source']])
    expect(back.html).toContain('Seen alone in the park')
    expect(back.text).toContain('Keep photo.png')
    const sent = await anybody.send(back, '/contact', { source: '1B' }, { files: [] })
    const [received] = await entriesOf(referenceOf(sent))
    expect(received?.answers.documents).toEqual([expect.stringMatching(/^[0-9a-f]{64} photo\.png$/)])
  })

  test('faults lead to their questions', async () => {
    later()
    const back = await anybody.post('/contact', { c1_born: '31/2/2020' })
    const ids = idsOf(back.html)
    expect(back.problems.map(p => p.href)).toEqual(
      expect.arrayContaining(['#c1_born', '#concern', '#source']),
    )
    for (const p of back.problems) expect(ids.has(p.href.slice(1)), p.href).toBe(true)
  })

  test('sent twice is one contact; the code is told again for an hour, and never after', async () => {
    later()
    const page = await anybody.get('/contact')
    const first = await anybody.send(page, '/contact', worry)
    const before = await contacts()
    const second = await anybody.send(page, '/contact', { ...worry, concern: 'Changed' })
    expect([referenceOf(second), codeOf(second)]).toEqual([referenceOf(first), codeOf(first)])
    for (let i = 0; i < 4; i += 1) later()
    const replayed = await anybody.send(page, '/contact', worry)
    expect([referenceOf(replayed), codeOf(replayed)]).toEqual([referenceOf(first), null])
    expect(replayed.text).toContain('was received before, so nothing was sent twice')
    expect(await contacts()).toBe(before)
  })

  test('two sends at the same moment are one contact', async () => {
    later()
    const page = await anybody.get('/contact')
    const before = await contacts()
    const both = await Promise.all([
      anybody.send(page, '/contact', worry),
      anybody.send(page, '/contact', worry),
    ])
    expect(new Set(both.map(referenceOf)).size).toBe(1)
    expect(await contacts()).toBe(before + 1)
  })
})

describe('bad input', () => {
  test('HTML and NUL are text, and nothing else', async () => {
    later()
    const concern = '<script>alert(1)</script>\u0000 & "quotes"'
    const back = await anybody.post('/contact', { ...worry, concern, source: '' })
    expect(back.html).not.toContain('<script>alert')
    expect(back.html).toContain('&lt;script>alert(1)')
    const sent = await anybody.send(back, '/contact', { source: '9' })
    const [received] = await entriesOf(referenceOf(sent))
    expect(received?.answers.concern).toBe('<script>alert(1)</script> & "quotes"')
  })

  test('a text of 60 KB is refused with how much too long it is, and comes back whole', async () => {
    later()
    const before = await contacts()
    const back = await anybody.post('/contact', { ...worry, concern: 'é'.repeat(61_440) })
    expect(back.problems).toEqual([
      { href: '#concern', text: 'This is 61440 characters; the most is 20000. Shorten it by 41440.' },
    ])
    expect(back.html).toContain('é'.repeat(61_440))
    expect(await contacts()).toBe(before)
  })

  test.each([
    ['a file that lies', [{ name: 'a.pdf', bytes: 'MZ' }], 'but a program is in it'],
    [
      'seven files',
      [1, 2, 3, 4, 5, 6, 7].map(n => ({ name: `${n}.txt`, bytes: `file ${n}` })),
      'These are 7 files; the most is 6',
    ],
  ])('%s', async (_, files, say) => {
    later()
    const page = await anybody.get('/contact')
    const sending = { files: files.map(f => ({ ...f, field: 'documents_new' })) }
    const back = await anybody.send(page, '/contact', worry, sending)
    expect(back.problems).toEqual([{ href: '#documents', text: expect.stringContaining(say) }])
    expect((await anybody.send(back, '/contact', {}, { files: [] })).title).toContain('We have it')
  })

  test('a form that was not whole, or carries the id of a file of another kind, writes nothing', async () => {
    later()
    const before = await contacts()
    for (const _entry of ['', 'x', cast.worker.id]) {
      const back = await anybody.raw('/contact', { ...worry, sort: 'worry', danger: 'no', _entry })
      expect([back.status, back.problems[0]?.text]).toEqual([422, expect.stringContaining('not whole')])
    }
    expect(await contacts()).toBe(before)
  })

  test('a form of another site is not read', async () => {
    later()
    const page = await anybody.get('/contact')
    const sent = await anybody.send(page, '/contact', worry, { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(sent.status).toBe(403)
  })

  test('a flood from one address is asked to wait, kindly, with its words kept', async () => {
    later()
    const page = await anybody.get('/contact')
    const fields = page.forms[0]?.fields ?? {}
    let last = await anybody.raw('/contact', fields)
    for (let i = 0; i < 30; i += 1) last = await anybody.raw('/contact', { ...fields, concern: 'Flood' })
    expect([last.status, last.title]).toEqual([429, expect.stringContaining('Please wait a little')])
    expect(last.text).toContain('999')
    expect(last.text).toContain('Flood')
    later()
    expect((await anybody.raw('/contact', fields)).status).toBe(422)
  })
})

describe('following a contact', () => {
  const sent = async (typed: Record<string, string> = worry) => {
    later()
    const seen = await anybody.post('/contact', typed)
    const reference = referenceOf(seen)
    const subject = await subjectByCode(app.store.db, 'contact', reference)
    return { reference, code: codeOf(seen) ?? '', id: subject?.id ?? '' }
  }
  const ask = async (reference: string, code: string) =>
    await anybody.post('/contact/follow', { reference, code })
  const decided = (id: string, on = '2026-03-10') =>
    given(id, 'contact-decided', {
      decidedOn: day(on),
      level: '2',
      outcome: 'advice',
      reasons: 'SECRET reasons',
    })
  const letter = (id: string, how: string, words?: string) =>
    given(id, 'contact-letter', {
      on: day('2026-03-10'),
      how,
      ...(words ? { to: 'Ada', letter: words } : {}),
    })

  test('tells where it stands, and then the letter as it went, and no more', async () => {
    const { reference, code, id } = await sent()
    expect((await ask(reference, code)).title).toContain('We have it')
    expect((await ask(reference.toLowerCase(), code.replaceAll('-', ' ').toLowerCase())).status).toBe(200)
    await app.write([], [decided(id)])
    const between = await ask(reference, code)
    expect(between.title).toContain('It has been decided')
    expect(between.text).toContain('being written to you')
    await app.write([], [letter(id, 'email', 'Dear Ada,\n\nwe gave advice <b>.')])
    const told = await ask(reference, code)
    expect(told.text).toContain('Dear Ada, we gave advice <b>.')
    for (const seen of [between, told]) expect(seen.html).not.toMatch(/SECRET|Wren|Pebble|Level|Alone/i)
    const log = await app.store.db
      .selectFrom('access_log')
      .select(['page', 'viewer'])
      .where('subject', '=', id)
      .execute()
    expect(log).toHaveLength(4)
    expect(log[0]).toEqual({ page: 'what became of a contact', viewer: null })
  })

  test('where nobody could be told', async () => {
    const { reference, code, id } = await sent()
    await app.write([], [decided(id), letter(id, 'none')])
    expect((await ask(reference, code)).text).toContain('You did not say how to reach you')
  })

  test('a wrong code and a reference that is nobody’s are told in the same words', async () => {
    const { reference, code } = await sent()
    const wrong = await ask(reference, '2222-2222-2222')
    const nobody = await ask('C2222222', code)
    const others = await ask((await sent()).reference, code)
    for (const seen of [wrong, nobody, others])
      expect([seen.status, seen.problems]).toEqual([
        422,
        [{ href: '#reference', text: expect.stringContaining('do not belong together') }],
      ])
    expect(wrong.text.replace(/\s+/g, ' ')).toBe(nobody.text.replace(/\s+/g, ' '))
  })

  test('tries at one reference are limited, whether it is somebody’s or not', async () => {
    const { reference, code } = await sent()
    for (const r of [reference, 'C7777777']) {
      for (let i = 0; i < 5; i += 1) await ask(r, '2222-2222-2222')
      expect((await ask(r, code)).problems[0]?.text).toContain('tried too often')
    }
    later()
    expect((await ask(reference, code)).status).toBe(200)
  })

  test('a code that has grown stale opens nothing, and says whom to ring', async () => {
    const { reference, code, id } = await sent()
    await app.write([], [decided(id, '2025-03-01'), letter(id, 'post', 'Dear Ada')])
    const stale = await ask(reference, code)
    expect(stale.text).toContain('A code works for twelve months')
    expect(stale.text).toContain('01632 960 001')
    expect(stale.html).not.toContain('Dear Ada')
  })

  test('files kept for a form that was never sent are no contact', async () => {
    later()
    const page = await anybody.get('/contact')
    const files = [{ field: 'documents_new', name: 'a.txt', bytes: 'Words' }]
    await anybody.send(page, '/contact', { concern: '' }, { files })
    const id = String(page.forms[0]?.fields._entry)
    const begun = await app.store.db
      .selectFrom('subject')
      .select('code')
      .where('id', '=', id)
      .executeTakeFirst()
    expect((await ask(begun?.code ?? '', '2222-2222-2222')).problems[0]?.text).toContain('do not belong')
  })

  test('blanks are asked for', async () => {
    later()
    expect((await ask('', '')).problems.map(p => p.href)).toEqual(['#reference', '#code'])
  })
})

describe('a call written down by staff', () => {
  const call = { ...school, sort: 'worry', danger: 'no', receivedOn: 'today' }

  test('by a social worker, who is told what to tell the caller', async () => {
    later()
    const worker = await app.signInAs(cast.worker)
    const sent = await worker.post('/front-door/new', call, { files: [] })
    const taken = await worker.follow(sent)
    const reference = /Reference (C[2-9A-Z]{7})/.exec(taken.text)?.[1] ?? ''
    expect((await entriesOf(reference)).map(e => e.author)).toEqual([cast.worker.id, cast.worker.id])
    const follows = await anybody.post('/contact/follow', { reference, code: codeOf(taken) ?? '' })
    expect(follows.title).toContain('We have it')
    const colleague = await app.signInAs(cast.colleague)
    expect(codeOf(await colleague.get(sent.to ?? ''))).toBeNull()
  })

  test('by a manager, who goes on to decide it', async () => {
    later()
    const manager = await app.signInAs(cast.manager)
    const sent = await manager.post('/front-door/new', call)
    expect(sent.to).toMatch(/^\/front-door\/C[2-9A-Z]{7}$/)
    const decide = await manager.follow(sent)
    expect(decide.text).toContain('Seen alone in the park')
  })

  test('with a file, for the front door alone', async () => {
    later()
    const manager = await app.signInAs(cast.manager)
    const page = await manager.get('/front-door/new')
    const files = [{ field: 'documents_new', name: 'note.txt', bytes: 'A note' }]
    const sent = await manager.send(page, '/front-door/new', call, { files })
    const link = linksOf((await manager.follow(sent)).html).find(l => l.text.includes('note.txt'))
    const file = await manager.get(link?.href ?? '')
    expect([file.status, file.html, file.headers['content-disposition']]).toEqual([
      200,
      'A note',
      expect.stringContaining('attachment'),
    ])
    const worker = await app.signInAs(cast.worker)
    expect((await worker.get(link?.href ?? '')).status).toBe(403)
    expect((await manager.get('/front-door/C2222222/file/00')).status).toBe(404)
  })

  test('typed and not sent, it is there again', async () => {
    later()
    const worker = await app.signInAs(cast.worker)
    const page = await worker.get('/front-door/new')
    const { _csrf = '', ...fields } = page.forms[0]?.fields ?? {}
    const kept = await worker.raw('/front-door/new?keep=script', { ...fields, _csrf, concern: 'Half a call' })
    expect(kept.text).toMatch(/^\d\d:\d\d$/)
    const again = await worker.get('/front-door/new')
    expect(again.html).toContain('Half a call')
    expect((await worker.get('/')).text).toContain('Contact received for the front door')
    await worker.send(again, '/front-door/new', call)
    expect((await worker.get('/front-door/new')).html).not.toContain('Half a call')
    await worker.raw('/front-door/new?keep=script', { ...fields, _csrf, concern: 'A late copy' })
    expect((await worker.get('/front-door/new')).html).not.toContain('A late copy')
  })

  test('not by an analyst', async () => {
    const analyst = await app.signInAs(cast.analyst)
    expect((await analyst.get('/front-door/new')).status).toBe(403)
  })
})
