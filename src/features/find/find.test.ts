import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { linksOf, rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'
import { readEntries } from '../../store/ledger.ts'
import { candidates } from '../../store/queries/candidates.ts'

const wren = givenFile({ code: 'WREN1111' })
const flint = givenFile({
  code: 'FLNT1111',
  name: ['Flint', 'Harrow'],
  more: id => [given(id, 'relationship', { kind: 'sibling', name: 'Peregrine Ashdown' })],
})
const secret = givenFile({ code: 'HIDE1111', name: ['Zephyrine', 'Quietly'], named: [cast.manager] })
const all = [wren, flint, secret]

let app: App
let worker: Client
let nights: Client
beforeAll(async () => {
  app = await appWith(subjectsOf(all), entriesOf(all))
  worker = await app.signInAs(cast.worker)
  nights = await app.signInAs(cast.nights)
})
afterAll(async () => await app.close())

const find = async (q: string, who = worker) => await who.get(`/find?q=${encodeURIComponent(q)}`)
const filesOf = async () =>
  Number(
    (
      await app.store.db
        .selectFrom('subject')
        .select(eb => eb.fn.countAll().as('n'))
        .where('kind', '=', 'child')
        .executeTakeFirstOrThrow()
    ).n,
  )
const looks = async (subject: string) =>
  await app.store.db
    .selectFrom('access_log')
    .select(['viewer', 'action', 'allowed', 'page'])
    .where('subject', '=', subject)
    .orderBy('id')
    .execute()

describe('the one box', () => {
  test('says what can be typed', async () => {
    const { text } = await worker.get('/find')
    for (const words of ['however it is spelt', 'date of birth', 'postcode', 'brother or sister', 'UPN'])
      expect(text).toContain(words)
  })

  test.each([
    ['Ren Pebble', 'Wren Pebble', 'Sounds like “ren”'],
    ['Wren 5.6.14', 'Wren Pebble', 'Date of birth: day and month swapped'],
    ['Peregrine Ashdown', 'Flint Harrow', 'Has a brother or sister called “peregrine”'],
    ['Pebble, Wren', 'Wren Pebble', 'Given and family names the other way round'],
  ])('%s finds %s, and says why', async (q, called, why) => {
    const [, first] = rowsOf((await find(q)).html)
    expect(first?.[0]).toContain(called)
    expect(first?.[0]).toContain(why)
  })

  test('says nothing where the name is what was typed', async () =>
    expect(rowsOf((await find('Wren Pebble')).html)[1]?.[0]).toBe('Wren Pebble'))

  test('says that a date is none, and searches for the rest', async () => {
    const { text, html } = await find('Wren Pebble 31/02/2014')
    expect(text).toContain('There is no such date as 31/02/2014')
    expect(rowsOf(html)[1]?.[0]).toContain('Wren Pebble')
  })

  test.each(['Zephyrine Quietly', 'Zefirine Quitely', 'HIDE1111', 'hide1111'])(
    'a restricted child is as if not there, and it is logged: %s',
    async q => {
      const before = await looks(secret.subject.id)
      const { status, text, html } = await find(q)
      expect(status).toBe(200)
      expect(text).toContain('No child is found')
      expect(html.replaceAll(q, '').replaceAll(encodeURIComponent(q), '')).not.toMatch(/Zephyrine|HIDE1111/)
      expect((await looks(secret.subject.id)).slice(before.length)).toEqual([
        { viewer: cast.worker.id, action: 'list', allowed: false, page: 'search for a child' },
      ])
    },
  )
})

const typed = { unborn: 'no', sex: 'F', ethnicity: 'WBRI' }
const sameName = { ...typed, givenName: 'Ren', familyName: 'Pebble', born: '6/5/2014' }

describe('starting a file', () => {
  test('begins with what was searched for', async () => {
    const start = linksOf((await find('Tansy Nobodyatall 3/4/2015')).html).find(
      l => l.text === 'start a file',
    )
    expect((await worker.get(start?.href ?? '')).forms[0]?.fields).toMatchObject({
      givenName: 'Tansy',
      familyName: 'Nobodyatall',
      born: '3/4/2015',
    })
  })

  test('shows who may be the same before anything is written', async () => {
    const before = await filesOf()
    const asked = await worker.post('/new-child', sameName)
    expect(asked.status).toBe(200)
    expect(asked.headings).toContain('Is it this child?')
    expect(asked.text).toContain('child ID WREN1111')
    expect(asked.text).toContain('same date of birth')
    expect(linksOf(asked.html).find(l => l.text.startsWith('It is this child'))?.href).toBe('/child/WREN1111')
    expect(asked.forms[0]?.fields).toMatchObject({ givenName: 'Ren', familyName: 'Pebble', born: '6/5/2014' })
    expect(await filesOf()).toBe(before)

    const unsaid = await worker.send(asked, '/new-child', {})
    expect(unsaid.problems).toMatchObject([{ href: '#same' }])
    const unreasoned = await worker.send(asked, '/new-child', { same: 'different' })
    expect(unreasoned.problems).toMatchObject([{ href: '#why' }])
    expect(await filesOf()).toBe(before)
  })

  test('keeps both where somebody says so: remembered in the new file, and never asked again', async () => {
    const asked = await nights.post('/new-child', sameName)
    const sent = await nights.send(asked, '/new-child', {
      same: 'different',
      why: 'Cousins; both seen today.',
    })
    expect(sent.to).toMatch(/^\/child\//)
    const again = await nights.send(asked, '/new-child', {
      same: 'different',
      why: 'Cousins; both seen today.',
    })
    expect(again.to).toBe(sent.to)
    const code = sent.to?.split('/')[2] ?? ''
    const { id } = await app.store.db
      .selectFrom('subject')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirstOrThrow()
    const entries = await readEntries(app.store.db, id)
    expect(entries.map(e => [e.type, e.answers.child])).toEqual([
      ['person-details', undefined],
      ['different-child', wren.subject.id],
    ])
    const who = { givenName: 'Ren', familyName: 'Pebble', born: day('2014-05-06') }
    const asFrom = async (of: string) =>
      (await candidates(app.store.db, cast.nights, app.now(), who, { page: 'x', of })).map(c => c.code)
    expect(await asFrom(id)).not.toContain('WREN1111')
    expect(await asFrom(wren.subject.id)).not.toContain(code)
  })

  test('a twin is shown as one, and the reason is there already', async () => {
    const asked = await nights.post('/new-child', { ...sameName, givenName: 'Bryony' })
    expect(asked.status).toBe(200)
    expect(asked.text).toContain('Perhaps a twin')
    expect(asked.text).toContain('Twins have a file each')
    expect((await nights.send(asked, '/new-child', {})).status).toBe(422)
    const sent = await nights.send(asked, '/new-child', { same: 'different' })
    expect((await nights.follow(sent)).text).toContain('Bryony Pebble')
  })

  test('a given name with a slip in it is told as that, or as a twin', async () =>
    expect((await nights.post('/new-child', { ...sameName, givenName: 'Wben' })).text).toContain(
      'a slip of the pen, or a twin',
    ))

  test('where nobody knows yet, the file is started and nothing is said of the other', async () => {
    const asked = await nights.post('/new-child', { ...sameName, givenName: 'Flynt', familyName: 'Harow' })
    const sent = await nights.send(asked, '/new-child', { same: 'unsure' })
    const page = await nights.follow(sent)
    expect(page.text).toContain('Flynt Harow')
    expect(page.text).not.toContain('Not the same child')
  })

  test('a child who came meanwhile is shown too, before the file is started', async () => {
    const late = givenFile({ name: ['Marlow', 'Teasel'] })
    const twin = givenFile({ name: ['Marlowe', 'Teasel'] })
    await app.write([late.subject], late.entries)
    const asked = await nights.post('/new-child', { ...sameName, givenName: 'Marlo', familyName: 'Teasel' })
    await app.write([twin.subject], twin.entries)
    const sent = await nights.send(asked, '/new-child', { same: 'unsure' })
    expect(sent.status).toBe(200)
    expect(sent.text).toContain(twin.code)
  })

  test('a restricted child is not shown, the file is started, and it is logged', async () => {
    const before = await looks(secret.subject.id)
    const sent = await nights.post('/new-child', {
      ...sameName,
      givenName: 'Zephyrine',
      familyName: 'Quietly',
    })
    expect(sent.status).toBe(303)
    expect((await looks(secret.subject.id)).slice(before.length)).toEqual([
      { viewer: cast.nights.id, action: 'list', allowed: false, page: 'start a file' },
    ])
  })
})
