import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith } from '../../../test/support/app.ts'
import { entriesOf, type GivenFile, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { details, given, HERE } from '../../../test/support/given.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'
import { candidates } from './candidates.ts'
import { findChildren } from './find-child.ts'

type More = Readonly<Record<string, unknown>>
const person = (givenName: string, familyName: string, born: string, more: More = {}): GivenFile => {
  const file = givenFile({ name: [givenName, familyName] })
  const first = file.entries[0]
  if (!first) throw new Error('A given file has details')
  return {
    ...file,
    entries: [
      { ...first, answers: details(born, { givenName, familyName, ...more }) },
      ...file.entries.slice(1),
    ],
  }
}

const wren = person('Wren', 'Pebble', '2014-05-06', {
  address: '12 Mill Lane, Thimble TH1 2AB',
  nhsNumber: '999 123 4567',
  upn: 'A123456789012',
  otherNames: 'Birdy Marsh',
})
const bryony = person('Bryony', 'Pebble', '2014-05-06', { address: '12 Mill Lane, Thimble TH1 2AB' })
const elizabeth = person('Elizabeth', 'Kowalska', '2010-03-04')
const mohammed = person('Mohammed', 'Al-Rashid', '2012-12-01')
const yusuf = person('Yusuf', "O'Brien", '2011-11-11')
const anna = person('Anna-Maria', 'Whittle-Greenhalgh', '2009-01-31')
const oluwaseun = person('Oluwaseun', 'Adeyemi', '2013-07-08')
const zoe = person('Zoë', 'Łukasiewicz', '2015-02-03')
const secret = givenFile({ name: ['Zephyrine', 'Quietly'], named: [cast.manager] })
const brother = givenFile({
  name: ['Flint', 'Harrow'],
  more: id => [
    given(id, 'relationship', { kind: 'sibling', child: wren.subject.id }),
    given(id, 'relationship', { kind: 'sibling', name: 'Peregrine Ashdown' }),
    given(
      id,
      'relationship',
      { kind: 'half-sibling', name: 'Secretive Quill' },
      { sensitivity: 'confidential' },
    ),
  ],
})
const all = [wren, bryony, elizabeth, mohammed, yusuf, anna, oluwaseun, zoe, secret, brother]

let app: App
beforeAll(async () => {
  app = await appWith(subjectsOf(all), entriesOf(all))
})
afterAll(async () => await app.close())

const find = async (text: string, viewer = cast.worker) =>
  await findChildren(app.store.db, viewer, HERE, text, { limit: 20, offset: 0 })
const first = async (text: string) => (await find(text)).children[0]

describe('one box', () => {
  test.each<[string, GivenFile, string | null]>([
    ['Wren Pebble', wren, null],
    ['pebble wren', wren, 'given and family names the other way round'],
    ['Wren Pebbel', wren, 'spelt nearly like “pebbel”'],
    ['Ren Pebble', wren, 'sounds like “ren”'],
    ['peb wre', wren, null],
    ['Birdy Marsh', wren, 'also known as “birdy”'],
    ['9991234567', wren, 'same NHS number'],
    ['999 123 4567', wren, 'same NHS number'],
    ['a123456789012', wren, 'same unique pupil number'],
    ['Wren 6/5/2014', wren, 'same date of birth'],
    ['Wren Pebble 5.6.14', wren, 'date of birth: day and month swapped'],
    ['Wren Pebble 7 May 2014', wren, 'date of birth a day off'],
    ['Wren Pebble 6th May 2015', wren, 'date of birth a year off'],
    ['Liz Kowalski', elizabeth, 'a form of “liz”'],
    ['Elzbieta Kowalska', elizabeth, 'a form of “elzbieta”'],
    ['Muhamad Rashid', mohammed, 'sounds like “muhamad”'],
    ['Mohamed alrashid', mohammed, 'a form of “mohamed”'],
    ['Youssef O Brien', yusuf, 'a form of “youssef”'],
    ['yusef obrien', yusuf, 'a form of “yusef”'],
    ['Annamaria Greenhalgh', anna, null],
    ['Greenhalgh-Whittle, Anna', anna, 'given and family names the other way round'],
    ['Seun Adeyemi', oluwaseun, null],
    ['Zoe Lukasiewicz', zoe, null],
    ['Peregrine Ashdown', brother, 'has a brother or sister called “peregrine”'],
  ])('%s', async (text, child, why) => {
    const found = await first(text)
    expect(found?.code).toBe(child.code)
    if (why) expect(found?.why).toContain(why)
    else expect(found?.why.filter(w => /spelt|sounds/.test(w))).toEqual([])
  })

  test('a date of birth alone, in any form, and an address', async () => {
    for (const text of ['6/5/2014', '06-05-14', '6 May 2014', '2014-05-06', '06052014'])
      expect(
        (await find(text)).children.map(c => c.code),
        text,
      ).toEqual(expect.arrayContaining([wren.code, bryony.code]))
    for (const text of ['Mill Lane', 'TH1 2AB', '12 Mill Lane', 'th12ab'])
      expect((await find(text)).children.map(c => c.code).sort(), text).toEqual(
        [wren.code, bryony.code].sort(),
      )
  })

  test('one letter, or two, of a name', async () => {
    expect((await find('w')).children.map(c => c.code)).toContain(wren.code)
    expect((await find('wr')).children.map(c => c.code)).toContain(wren.code)
    expect((await find('wren p')).children[0]?.code).toBe(wren.code)
  })

  test('a date that is no day is told', async () => {
    expect((await find('Wren 31/02/2014')).noSuchDay).toBe('31/02/2014')
    expect((await find('Wren 6/5/2014')).noSuchDay).toBeNull()
  })

  test('a brother or sister comes after the child who was asked for', async () => {
    const { children } = await find('Wren Pebble')
    const sibling = children.find(c => c.code === brother.code)
    expect(sibling?.why).toEqual(['brother or sister of Wren Pebble'])
    expect(children[0]?.code).toBe(wren.code)
  })

  test('nothing is found for nothing, and for a name that nobody has', async () => {
    for (const text of ['', '   ', '%', '_', "'", 'Xqzwv Bbbbb', '{}', '\\', '"'])
      expect(await find(text), text).toMatchObject({ total: 0, children: [] })
  })

  test('what a confidential entry says is not searched', async () => {
    expect((await find('Secretive Quill')).total).toBe(0)
  })
})

const looks = async () =>
  await app.store.db
    .selectFrom('access_log')
    .select(['viewer', 'action', 'allowed', 'page'])
    .where('subject', '=', secret.subject.id)
    .execute()

describe('a restricted child', () => {
  test.each(['Zephyrine Quietly', 'Zefirine Quitely', 'Zeph'])(
    'is as if not there, and it is logged: %s',
    async text => {
      const before = await looks()
      expect(await find(text)).toMatchObject({ total: 0, children: [] })
      expect((await looks()).slice(before.length)).toEqual([
        { viewer: cast.worker.id, action: 'list', allowed: false, page: 'search for a child' },
      ])
      const named = await find(text, cast.manager)
      expect(named.children.map(c => c.code)).toEqual([secret.code])
      expect(await looks()).toHaveLength(before.length + 1)
    },
  )

  test('is no candidate', async () => {
    const before = await looks()
    const asked = { givenName: 'Zephyrine', familyName: 'Quietly', born: day('2014-05-06') }
    expect(await candidates(app.store.db, cast.worker, HERE, asked, { page: 'decide a contact' })).toEqual([])
    expect((await looks()).slice(before.length)).toEqual([
      { viewer: cast.worker.id, action: 'list', allowed: false, page: 'decide a contact' },
    ])
    expect(await candidates(app.store.db, cast.manager, HERE, asked, { page: 'x' })).toMatchObject([
      { code: secret.code },
    ])
  })
})

describe('candidates', () => {
  const ask = async (asked: Parameters<typeof candidates>[3], of?: string) =>
    await candidates(app.store.db, cast.worker, HERE, asked, { page: 'x', ...(of ? { of } : {}) })

  test('a twin is told apart and comes last', async () => {
    const found = await ask({
      givenName: 'Wren',
      familyName: 'Pebble',
      born: day('2014-05-06'),
      address: '12 Mill Lane, Thimble TH1 2AB',
    })
    expect(found.map(c => [c.code, c.twin])).toEqual([
      [wren.code, false],
      [bryony.code, true],
    ])
    expect(found[0]?.why).toEqual(['same name', 'same date of birth', 'same address'])
    expect(found[0]?.worker).toBe(cast.worker.name)
  })

  test('an NHS number finds a child under another name', async () => {
    const [found] = await ask({ givenName: 'Robin', familyName: 'Vale', nhsNumber: '9991234567' })
    expect(found).toMatchObject({ code: wren.code, why: expect.arrayContaining(['same NHS number']) })
  })

  test('a child known to be another is not asked about again, from either file', async () => {
    const one = person('Tansy', 'Burrow', '2016-01-02')
    const two = person('Tansy', 'Burrow', '2016-01-02')
    await app.write(subjectsOf([one, two]), entriesOf([one, two]))
    const asked = { givenName: 'Tansy', familyName: 'Burrow', born: day('2016-01-02') }
    expect((await ask(asked, one.subject.id)).map(c => c.code)).toEqual([two.code])
    await app.write([], [given(one.subject.id, 'different-child', { child: two.subject.id, why: 'Cousins' })])
    expect(await ask(asked, one.subject.id)).toEqual([])
    expect(await ask(asked, two.subject.id)).toEqual([])
    expect(await ask(asked)).toHaveLength(2)
  })
})
