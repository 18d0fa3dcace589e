import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client, type Seen } from '../../../test/support/app.ts'
import { entriesOf, type GivenFile, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { idsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { readEntries } from '../../store/ledger.ts'

const sibling = givenFile({ name: ['Fern', 'Pebble'] })
const child = givenFile()

let app: App
let worker: Client
let colleague: Client
beforeAll(async () => {
  const all = [sibling, child]
  app = await appWith(subjectsOf(all), entriesOf(all))
  worker = await app.signInAs(cast.worker)
  colleague = await app.signInAs(cast.colleague)
})
afterAll(async () => await app.close())

const at = (f: GivenFile, code: string) => `/child/${f.code}/record/${code}`
const done = (seen: Seen): string =>
  /done=([\w-]+)/.exec(seen.to ?? '')?.[1] ?? `not done: ${seen.status} ${seen.text}`
const count = async (f: GivenFile) => (await readEntries(app.store.db, f.subject.id)).length
const visit = {
  visitedOn: '9/3/2026',
  seen: 'alone',
  views: 'She likes the new school',
  next: 'Again in May',
}

describe('the same form twice', () => {
  test('is one entry, and the second says so by going to the same place', async () => {
    const page = await worker.get(at(child, 'case-note'))
    const before = await count(child)
    const note = { on: '9/3/2026', what: 'call', about: 'Rang', note: 'Spoke', significant: 'no' }
    const first = await worker.send(page, at(child, 'case-note'), note)
    const second = await worker.send(page, at(child, 'case-note'), note)
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.to).toContain(done(first))
    expect(await count(child)).toBe(before + 1)
  })

  test('holds for an end too, which has ended by then', async () => {
    const file = givenFile()
    await app.write([file.subject], file.entries)
    const page = await worker.get(at(file, 'ceased-looked-after'))
    const end = { on: '9/3/2026', reason: 'E4A' }
    await worker.send(page, at(file, 'ceased-looked-after'), end)
    expect((await worker.send(page, at(file, 'ceased-looked-after'), end)).status).toBe(303)
    const again = await worker.post(at(file, 'ceased-looked-after'), end)
    expect(again.problems[0]?.text).toMatch(/ended on 9 March 2026 already/)
  })

  test('holds for two copies sent at one moment', async () => {
    const page = await worker.get(at(child, 'case-note'))
    const before = await count(child)
    const note = { on: '9/3/2026', what: 'call', about: 'Rang twice', note: 'Spoke', significant: 'no' }
    const sent = await Promise.all([1, 2, 3].map(() => worker.send(page, at(child, 'case-note'), note)))
    expect(sent.map(s => s.status)).toEqual([303, 303, 303])
    expect(await count(child)).toBe(before + 1)
  })
})

describe('two people', () => {
  test('who record the same visit: the second sees the first’s, keeps every word, and may record it as well', async () => {
    const file = givenFile()
    await app.write([file.subject], file.entries)
    const path = at(file, 'statutory-visit')
    const mine = await worker.get(path)
    const theirs = await colleague.post(path, { ...visit, views: 'Theirs: she was sad' })
    expect(theirs.status).toBe(303)
    const conflict = await worker.send(mine, path, { ...visit, views: 'Mine: she was glad' })
    expect(conflict.status).toBe(409)
    expect(conflict.headings).toContain('Somebody wrote this while you were writing')
    expect(conflict.text).toContain('Theirs: she was sad')
    expect(conflict.text).toContain('Recorded by Bo Larch')
    expect(conflict.forms.find(f => f.names.has('views'))?.fields.views).toBe('Mine: she was glad')
    const before = await count(file)
    const both = await worker.send(conflict, path, {})
    expect(both.status).toBe(303)
    expect(await count(file)).toBe(before + 1)
    expect((await worker.send(conflict, path, {})).status).toBe(303)
    expect(await count(file)).toBe(before + 1)
  })

  test('who record visits of different days are in nobody’s way', async () => {
    const file = givenFile()
    await app.write([file.subject], file.entries)
    const path = at(file, 'statutory-visit')
    const mine = await worker.get(path)
    await colleague.post(path, { ...visit, visitedOn: '8/3/2026' })
    expect((await worker.send(mine, path, visit)).status).toBe(303)
  })

  test('who amend one entry: the second sees what the first made of it', async () => {
    const file = givenFile()
    await app.write([file.subject], file.entries)
    const entry = done(await worker.post(at(file, 'statutory-visit'), visit))
    const path = `/child/${file.code}/amend/${entry}`
    const mine = await worker.get(path)
    expect(mine.forms[0]?.fields).toMatchObject({ views: visit.views, visitedOn: '9/3/2026' })
    await colleague.post(path, { views: 'Changed by Bo', _why: 'Misheard' })
    const conflict = await worker.send(mine, path, { views: 'Changed by Amy', _why: 'A slip' })
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('Changed by Bo')
    expect(conflict.forms[0]?.fields).toMatchObject({ views: 'Changed by Amy', _why: 'A slip' })
    expect((await worker.send(conflict, path, {})).status).toBe(303)
    const read = await worker.get(`/child/${file.code}/entry/${entry}`)
    expect(read.text).toContain('Changed by Amy')
    expect(read.text).toContain('Amended: Misheard')
    expect(read.text).toContain('As first written')
  })

  test('an amendment without a reason, or with a bad day, is not taken and not lost', async () => {
    const entry = done(await worker.post(at(child, 'statutory-visit'), visit))
    const path = `/child/${child.code}/amend/${entry}`
    const sent = await worker.post(path, { visitedOn: '1/1/2030', views: 'New words', _why: '' })
    expect(sent.problems.map(p => p.href).sort()).toEqual(['#_why', '#visitedOn'])
    for (const p of sent.problems) expect(idsOf(sent.html).has(p.href.slice(1))).toBe(true)
    expect(sent.html).toContain('New words')
  })
})

describe('a form that is not whole', () => {
  test.each([
    ['no id', { _entry: '' }],
    ['an id of no shape', { _entry: 'drop table' }],
    ['no basis', { _basis: 'x' }],
  ])('%s: nothing is written, nothing is lost', async (_, broken) => {
    const before = await count(child)
    const note = { on: 'today', what: 'call', about: 'Odd', note: 'Every word', significant: 'no' }
    const sent = await worker.post(at(child, 'case-note'), { ...note, ...broken })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('This form was not whole when it came')
    expect(sent.html).toContain('Every word')
    expect(await count(child)).toBe(before)
  })

  test('the id of an entry of another file: it is not told that there is one, nothing is lost, and nothing written', async () => {
    const theirs = (
      await app.store.db.selectFrom('entry').select('id').where('subject', '<>', child.subject.id).execute()
    )[0]
    const before = await count(child)
    const note = { on: 'today', what: 'call', about: 'Odd', note: 'Every word', significant: 'no' }
    const sent = await worker.post(at(child, 'case-note'), { ...note, _entry: theirs?.id ?? '' })
    expect(sent.status).toBe(422)
    expect(sent.headings).toContain('This form was not whole when it came')
    expect(sent.text).toContain('Every word')
    expect(await count(child)).toBe(before)
  })

  test('a draft with an impossible basis is kept all the same', async () => {
    const sent = await worker.post(
      at(child, 'case-note'),
      { _basis: '1e300', about: 'Kept' },
      { button: ['_keep', 'hand'] },
    )
    expect(sent.status).toBe(303)
  })
})
