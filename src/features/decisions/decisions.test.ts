import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given, givenSubject } from '../../../test/support/given.ts'
import { linksOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { addDays, day, type Instant } from '../../domain/kernel/day.ts'

const today = day('2026-03-10')
const ago = (n: number) => addDays(today, -n)
const { manager, otherManager, director, worker } = cast

const decision = (id: string, n: number, what: string, more: Record<string, unknown> = {}, said = {}) =>
  given(
    id,
    'managers-decision',
    { on: ago(n), decision: what, reason: 'A reason of weight.', next: 'Amy rings.', ...more },
    { author: manager.id, ...said },
  )

const wren = givenFile({
  name: ['Wren', 'Pebble'],
  more: id => [
    decision(id, 30, 'Offer respite to the grandmother', { by: ago(10) }),
    decision(id, 12, 'Hold a legal planning meeting', { by: addDays(today, 3) }),
    decision(id, 5, 'Secretly confidential', {}, { sensitivity: 'confidential' }),
    given(
      id,
      'case-supervision',
      { on: ago(40), thinking: 'Of the father.', decision: 'Meet the father', next: 'Amy.' },
      { author: manager.id },
    ),
  ],
})
const jay = givenFile({
  name: ['Jay', 'Stone'],
  more: id => [
    decision(id, 31, '=HYPERLINK("http://example.org")', { by: ago(20) }),
    given(id, 'statutory-visit', { visitedOn: ago(25), seen: 'alone', views: 'Well.', next: 'Again.' }),
    decision(id, 24, 'Withdrawn in the end'),
  ],
})
const others = givenFile({
  name: ['Other', 'Hill'],
  worker: cast.stranger,
  more: id => [decision(id, 3, 'Elm’s own decision', {}, { author: otherManager.id })],
})
const secret = givenFile({
  name: ['Zephyrine', 'Quietly'],
  named: [director],
  more: id => [decision(id, 2, 'Hidden decision of respite')],
})
const contact = givenSubject('contact', 'C7777777')
const closed = givenSubject('contact', 'C8888888')
const files = [wren, jay, others, secret]

let app: App
let mine: Client

const decided = (id: string, reasons: string) =>
  given(
    id,
    'contact-decided',
    { decidedOn: ago(6), level: '1', outcome: 'nfa', reasons },
    { author: manager.id },
  )

beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
  const withdrawn = jay.entries.find(e => e.answers.decision === 'Withdrawn in the end')
  const note = wren.entries.find(e => e.type === 'case-note')
  await app.write(
    [contact, closed],
    [
      given(jay.subject.id, 'withdrawal', { why: 'Wrong child' }, { amends: withdrawn?.id ?? '' }),
      given(
        wren.subject.id,
        'sent-back',
        { why: 'Too thin to stand.', next: 'See the child alone.' },
        { amends: note?.id ?? '', author: manager.id, recorded: '2026-03-09T12:00:00.000Z' as Instant },
      ),
      decided(contact.id, 'A quarrel between neighbours.'),
      given(closed.id, 'contact-matched', { child: secret.subject.id }),
      decided(closed.id, 'About the hidden child.'),
    ],
  )
  mine = await app.signInAs(manager)
})
afterAll(async () => await app.close())

const told = (html: string) =>
  linksOf(html)
    .filter(l => /\/entry\/|^\/front-door\/C/.test(l.href))
    .map(l => l.text)
    .filter(t => !t.startsWith('Contact '))

describe('the register', () => {
  test('holds what was decided, the last first, each with reason, next step and by whom', async () => {
    const seen = await mine.get('/decisions')
    const list = told(seen.html)
    expect(list).toEqual(
      expect.arrayContaining([
        'Offer respite to the grandmother',
        'Hold a legal planning meeting',
        'Meet the father',
        'Secretly confidential',
      ]),
    )
    expect(list.indexOf('Hold a legal planning meeting')).toBeLessThan(
      list.indexOf('Offer respite to the grandmother'),
    )
    expect(list).not.toContain('Withdrawn in the end')
    expect(list.some(t => t.startsWith('Sent back: '))).toBe(true)
    expect(seen.text).toContain('A reason of weight.')
    expect(seen.text).toContain('Di Heron')
  })

  test.each([
    ['words', 'q=respite+grandmothers', ['Offer respite to the grandmother']],
    ['words of the reason', 'q=fathers', ['Meet the father']],
    ['kind', 'kind=case-supervision', ['Meet the father']],
    [
      'child and days',
      `child=${wren.code.toLowerCase()}&from=${ago(13)}&to=${ago(11)}`,
      ['Hold a legal planning meeting'],
    ],
    ['who', `who=${otherManager.id}`, []],
    ['overdue: its day has passed and nothing moved; a visit since is a move', 'overdue=yes', []],
    ['contacts, but none about a child who is closed', 'kind=contact-decided', ['No further action']],
    ['no such thing', 'q=zebra', []],
    ['hostile words', 'q=%27+%7C+%26+%21+%28%29+%3A%2A+%22', null],
  ])('by %s', async (_, query, expected) => {
    const seen = await mine.get(`/decisions?${query}`)
    expect(seen.status).toBe(200)
    if (expected) expect(told(seen.html)).toEqual(expected)
    if (expected?.length === 0) expect(seen.text).toContain('No decision is found')
  })

  test('overdue is told where nothing moved since', async () => {
    const still = givenFile({
      name: ['Still', 'Pond'],
      more: id => [decision(id, 20, 'Find a nursery', { by: ago(6) })],
    })
    await app.write([still.subject], still.entries)
    const seen = await mine.get('/decisions?overdue=yes')
    expect(told(seen.html)).toEqual(['Find a nursery'])
    expect(seen.text).toContain('Overdue')
  })

  test('a day that is none is told, and what was typed stays', async () => {
    const seen = await mine.get('/decisions?from=31/2/2026&to=tomorrowish')
    expect(seen.problems.map(p => p.href)).toEqual(['#from', '#to'])
    expect(seen.html).toContain('value="31/2/2026"')
  })

  test('each line opens into its entry', async () => {
    const seen = await mine.get('/decisions')
    const links = linksOf(seen.html).filter(l => l.href.includes('/entry/'))
    expect(links.length).toBeGreaterThan(4)
    for (const l of links) expect((await mine.get(l.href)).status, l.text).toBe(200)
  })

  test('goes on where a page ended, whatever was written meanwhile', async () => {
    const many = givenFile({
      name: ['Many', 'Leaves'],
      more: id => Array.from({ length: 60 }, (_, i) => decision(id, 100 + (i % 7), `Step ${i}`)),
    })
    await app.write([many.subject], many.entries)
    const all: string[] = []
    let at: string | undefined = `/decisions?child=${many.code}`
    while (at !== undefined) {
      const seen = await mine.get(at)
      all.push(...told(seen.html))
      at = linksOf(seen.html).find(l => l.text === 'Earlier decisions')?.href
      await app.write([], [decision(many.subject.id, 1, `New ${all.length}`)])
    }
    const steps = all.filter(t => t.startsWith('Step '))
    expect(steps).toHaveLength(60)
    expect(new Set(steps).size).toBe(60)
  })
})

describe('who may see what', () => {
  test('never a restricted child, nor one whose file one may only see named', async () => {
    for (const q of ['', '?q=respite', '?q=hidden', `?child=${secret.code}`, '?kind=managers-decision'])
      for (const text of ['Hidden decision', 'Zephyrine', 'About the hidden child', 'Elm’s own'])
        expect((await mine.get(`/decisions${q}`)).text, q).not.toContain(text)
    const other = await app.signInAs(otherManager)
    const theirs = await other.get('/decisions')
    expect(theirs.text).toContain('Elm’s own decision')
    expect(theirs.text).not.toContain('Offer respite')
  })

  test('a confidential entry only where the viewer works with the child', async () => {
    const amy = await app.signInAs(worker)
    expect((await amy.get('/decisions')).text).toContain('Secretly confidential')
    // A stranger gives a reason, and may open the file, but not what is confidential in it.
    const stranger = await app.signInAs(cast.stranger)
    expect((await stranger.get('/decisions')).text).not.toContain('Offer respite')
    await stranger.post(`/child/${wren.code}/reason?then=/child/${wren.code}`, {
      reason: 'A neighbour’s child is his friend.',
    })
    const after = await stranger.get('/decisions')
    expect(after.text).toContain('Offer respite')
    expect(after.text).not.toContain('Secretly confidential')
    expect((await stranger.get('/decisions/export')).html).not.toContain('Secretly confidential')
  })

  test('contacts are for the front door', async () => {
    const amy = await app.signInAs(worker)
    expect((await amy.get('/decisions')).text).not.toContain('quarrel between neighbours')
    expect((await mine.get('/decisions')).text).toContain('quarrel between neighbours')
  })

  test('not members, nor analysts', async () => {
    for (const v of [cast.member, cast.analyst])
      for (const at of ['/decisions', '/decisions/export'])
        expect((await (await app.signInAs(v)).get(at)).status).toBe(403)
  })
})

describe('the file', () => {
  test('holds what the list holds, runs nothing, and is on the log with what was asked', async () => {
    const file = await mine.get(`/decisions/export?child=${jay.code}`)
    expect(file.headers['content-disposition']).toMatch(/attachment; filename="decisions-2026-03-10.csv"/)
    expect(file.html).toContain(`"'=HYPERLINK(""http://example.org"")"`)
    expect(file.html).not.toContain('Offer respite')
    const look = await app.store.db
      .selectFrom('access_log')
      .selectAll()
      .where('page', '=', 'register of decisions: export')
      .where('allowed', '=', true)
      .orderBy('id', 'desc')
      .executeTakeFirst()
    expect(look).toMatchObject({ viewer: manager.id, detail: { child: jay.code } })
  })
})
