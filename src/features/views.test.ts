import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../test/support/children.ts'
import { given, givenChild, givenSubject } from '../../test/support/given.ts'
import { idsOf, linksOf, rowsOf } from '../../test/support/html.ts'
import { cast } from '../../test/support/people.ts'
import { indicators } from '../domain/indicators/indicators.ts'
import { addDays, day, type Instant } from '../domain/kernel/day.ts'

const late = (text: string) => ({ recorded: text as Instant })
const noteOn = (id: string, on: string, about: string, recorded: string) =>
  given(
    id,
    'case-note',
    { on: day(on), what: 'call', about, note: 'Said', significant: 'yes' },
    late(recorded),
  )

const known = givenFile({
  more: id => [
    noteOn(id, '2026-02-02', 'Known at once', '2026-02-02T23:59:30.000Z'),
    noteOn(id, '2026-02-01', 'Told later', '2026-03-01T10:00:00.000Z'),
  ],
})
const bare = givenChild('BARE1111')
const many = Array.from({ length: 43 }, (_, i) =>
  givenFile({ name: [`Twig${String(i).padStart(2, '0')}`, 'Manyfold'] }),
)
const full = givenFile({
  more: id =>
    Array.from({ length: 60 }, (_, i) =>
      noteOn(id, addDays(day('2026-01-06'), i), `Note ${i}`, '2026-03-09T09:00:00.000Z'),
    ),
})

let app: App
let worker: Client
let manager: Client
let nights: Client
let analyst: Client
beforeAll(async () => {
  const files = [known, full, ...many]
  app = await appWith([bare, ...subjectsOf(files)], entriesOf(files))
  worker = await app.signInAs(cast.worker)
  manager = await app.signInAs(cast.manager)
  nights = await app.signInAs(cast.nights)
  analyst = await app.signInAs(cast.analyst)
})
afterAll(async () => await app.close())

describe('a file as known on an earlier moment', () => {
  const at = `/child/${known.code}`

  test('hides what was recorded later, though it happened before', async () => {
    for (const page of ['', '/chronology']) {
      expect((await worker.get(`${at}${page}`)).text).toContain('Told later')
      const then = await worker.get(`${at}${page}?known=3/2/2026&at=17:00`)
      expect(then.text).not.toContain('Told later')
      expect(then.text).toContain('Known at once')
      expect(then.text).toContain('as it was known on 3 February 2026 at 17:00')
    }
  })

  test('without a time it is the day’s very end', async () => {
    expect((await worker.get(`${at}?known=2/2/2026`)).text).toContain('Known at once')
    expect((await worker.get(`${at}?known=2/2/2026&at=23:59`)).text).not.toContain('Known at once')
  })

  test('nothing can be recorded from it', async () => {
    const links = (seen: { html: string }) => linksOf(seen.html).map(l => l.text)
    expect(links(await worker.get(at))).toContain('Statutory visit')
    expect(links(await worker.get(`${at}?known=3/2/2026`))).not.toContain('Statutory visit')
  })

  test('before anything was known there is an empty file', async () => {
    const then = await worker.get(`${at}?known=1/1/2020`)
    expect(then.status).toBe(200)
    expect(then.text).toContain('Nothing is recorded yet')
  })

  test('a date that can’t be read is said to be so', async () =>
    expect((await worker.get(`${at}?known=soon`)).text).toContain('That is not a date we can read'))
})

describe('where there is nothing', () => {
  test('a child with no entries has a page, and what is missing', async () => {
    const seen = await nights.get('/child/BARE1111')
    expect(seen.status).toBe(200)
    for (const words of [
      'Child BARE1111',
      'Nothing is recorded yet',
      'No timescale is running',
      'No date of birth',
      'Nobody',
    ])
      expect(seen.text).toContain(words)
    expect((await nights.get('/child/BARE1111/chronology')).text).toContain(
      'Nothing significant is recorded yet',
    )
    expect((await nights.get('/child/BARE1111/record')).text).toContain('0 entries')
    expect((await nights.get('/child/BARE1111/record/person-details')).status).toBe(200)
  })

  test('a worker with nothing to do is told so', async () =>
    expect((await nights.get('/')).text).toContain('Nothing waits for you'))

  test('a search that finds nobody says what to try', async () => {
    const seen = await worker.get('/find?q=Nobodyatall')
    expect(seen.text).toContain('No child is found for “Nobodyatall”')
    expect(linksOf(seen.html).map(l => l.href)).toContain('/new-child?q=Nobodyatall')
    expect((await analyst.get('/find?q=Nobodyatall')).html).not.toContain('/new-child')
    expect(rowsOf((await worker.get('/find')).html)).toEqual([])
  })
})

describe('lists in pages', () => {
  const names = (html: string) => rowsOf(html).flatMap(([name = '']) => name.match(/Twig\d\d/g) ?? [])

  test('a search shows each child once, in order, over its pages', async () => {
    const pages = await Promise.all([1, 2, 3].map(n => worker.get(`/find?q=manyfold&page=${n}`)))
    expect(pages[0]?.text).toContain('43 children found')
    expect(pages.flatMap(p => names(p.html))).toEqual(many.map((_, i) => `Twig${String(i).padStart(2, '0')}`))
    expect(linksOf(pages[0]?.html ?? '').map(l => l.href)).toContain('/find?q=manyfold&page=2')
    expect(linksOf(pages[2]?.html ?? '').map(l => l.href)).not.toContain('/find?q=manyfold&page=4')
    expect((await worker.get('/find?q=manyfold&page=9')).status).toBe(200)
  })

  test('my work counts all and shows a page; the manager’s is the team’s', async () => {
    const first = await manager.get('/')
    const total = Number(/(\d+) things to do/.exec(first.text)?.[1])
    expect(total).toBeGreaterThan(60)
    let seen = 0
    for (let n = 1; n <= Math.ceil(total / 30); n += 1)
      seen += ((await manager.get(`/?page=${n}&whose=team`)).html.match(/class="gt-task"/g) ?? []).length
    expect(seen).toBe(total)
    expect((await manager.get('/?whose=mine')).text).not.toContain('Manyfold')
    expect((await worker.get('/')).text).toMatch(/\d+ things to do in the next four weeks, \d+ of them late/)
  })

  test('everything recorded, newest first, and one kind alone', async () => {
    const about = (html: string) => rowsOf(html).flatMap(([, , line = '']) => line.match(/Note \d+/g) ?? [])
    const pages = await Promise.all(
      [1, 2, 3].map(n => worker.get(`/child/${full.code}/record?only=case-note&page=${n}`)),
    )
    expect(pages[0]?.text).toContain('61 entries: case note')
    expect(pages.flatMap(p => about(p.html))).toEqual(Array.from({ length: 60 }, (_, i) => `Note ${59 - i}`))
  })

  test('the chronology both ways round', async () => {
    const days = async (order: string) =>
      rowsOf((await worker.get(`/child/${full.code}/chronology?order=${order}`)).html)
        .slice(1)
        .map(r => r[2])
    expect(await days('new')).toEqual((await days('old')).toReversed())
  })
})

describe('finding a child', () => {
  const numbered = givenFile({
    name: ['Ash', 'Numbered'],
    more: id => [
      given(id, 'person-details', {
        asOf: day('2026-01-06'),
        unborn: false,
        givenName: 'Ash',
        familyName: 'Numbered-Smith',
        born: day('2014-05-06'),
        sex: 'U',
        ethnicity: 'NOBT',
        nhsNumber: '999 123 4567',
        upn: 'A123456789012',
      }),
    ],
  })

  test.each([
    'numbered-sm',
    'ASH',
    'Ash Numbered',
    '999 123 4567',
    '9991234567',
    'a123456789012',
    'numbered',
  ])('by “%s”', async q => {
    if (
      !(await app.store.db
        .selectFrom('subject')
        .select('id')
        .where('id', '=', numbered.subject.id)
        .executeTakeFirst())
    )
      await app.write([numbered.subject], numbered.entries)
    expect((await worker.get(`/find?q=${encodeURIComponent(q)}`)).text).toContain(
      'Ash Numbered-Smith also Ash Numbered',
    )
  })

  test('a child ID, however typed, leads straight to the child', async () =>
    expect((await worker.get(`/find?q=${numbered.code.toLowerCase()}`)).to).toBe(`/child/${numbered.code}`))

  test.each(['%', '_', '\\', "' or 1=1"])('%s finds nobody by a trick', async q =>
    expect((await worker.get(`/find?q=${encodeURIComponent(q)}`)).text).toContain('No child is found'),
  )
})

describe('starting a file', () => {
  const typed = {
    givenName: 'Moss',
    familyName: 'Newly',
    born: '1/2/2020',
    unborn: 'no',
    sex: 'F',
    ethnicity: 'WBRI',
  }

  test('makes one child, however often it is sent', async () => {
    const page = await nights.get('/new-child')
    const first = await nights.send(page, '/new-child', typed)
    const again = await nights.send(page, '/new-child', typed)
    expect(first.to).toMatch(/^\/child\/[2346789A-Z]{8}$/)
    expect(again.to).toBe(first.to)
    expect((await nights.follow(first)).text).toContain('Moss Newly')
    expect((await nights.get('/find?q=Newly')).text).toContain('1 child found')
  })

  test('an unborn child', async () => {
    const sent = await nights.post('/new-child', {
      familyName: 'Dawn',
      unborn: 'yes',
      expected: '1/6/2026',
      sex: 'U',
      ethnicity: 'NOBT',
    })
    expect((await nights.follow(sent)).text).toContain('Unborn Dawn')
    expect((await nights.follow(sent)).text).toContain('Expected 1 June 2026')
  })

  test('faults come back with what was typed; a form that is not whole makes no file', async () => {
    const bad = await nights.post('/new-child', { ...typed, born: '1/2/2030', givenName: 'Kept' })
    expect(bad.status).toBe(422)
    expect(bad.problems.map(p => p.href)).toEqual(['#born'])
    expect(idsOf(bad.html).has('born')).toBe(true)
    expect(bad.html).toContain('value="Kept"')
    const oddly = { ...typed, _subject: 'x', givenName: 'Fenn', familyName: 'Oddly' }
    const odd = await nights.post('/new-child', oddly)
    expect(odd.status).toBe(422)
    expect((await nights.get('/find?q=Oddly')).text).toContain('No child is found')
    expect((await nights.send(odd, '/new-child', {})).status).toBe(303)
  })

  test('by a worker who is not allocated: the file is there, and asks for a reason', async () => {
    const sent = await worker.post('/new-child', { ...typed, givenName: 'Tarn', familyName: 'Elsewhere' })
    expect((await worker.follow(sent)).text).toContain('Give your reason for looking')
  })
})

describe('commentary on a figure', () => {
  test('is kept with its author; the same form twice is one; a blank one is not taken', async () => {
    const at = `/digest/${indicators[0]?.code}`
    const blank = await analyst.post(at, { text: ' ' })
    expect(blank.status).toBe(422)
    expect(blank.problems.map(p => p.href)).toEqual(['#text'])
    const form = await analyst.get(at)
    expect((await analyst.send(form, at, { text: 'Two families came at once.' })).status).toBe(303)
    expect((await analyst.send(form, at, { text: 'Two families came at once.' })).status).toBe(303)
    expect((await analyst.get(at)).text.match(/Two families came at once/g)).toHaveLength(1)
    const token = (await worker.get('/help')).html.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? ''
    const no = await worker.raw(at, { _csrf: token, text: 'Not mine to say' })
    expect(no.status).toBe(403)
    expect(no.text).toContain('Not mine to say')
  })
})

test('subjects of other kinds are no children', async () => {
  const other = givenSubject('inspection', 'I9')
  await app.write([other], [])
  expect((await nights.get('/child/I9')).status).toBe(404)
  expect((await nights.get('/child/W0')).status).toBe(404)
})
