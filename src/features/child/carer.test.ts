import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { linksOf } from '../../../test/support/html.ts'
import { cast, workerEntry } from '../../../test/support/people.ts'
import type { Viewer } from '../../domain/access/roles.ts'
import { day, type Instant } from '../../domain/kernel/day.ts'
import { newId } from '../../store/ids.ts'

const made = (name: string, i: number) => {
  const id = newId('2020-01-01T00:00:00.000Z' as Instant)
  const v: Viewer = { id, name, role: 'foster-carer', team: null }
  return { v, file: { id, kind: 'worker', code: `W6${i}` } as const }
}
const ann = made('Ann Fostering', 1)
const ben = made('Ben Fostering', 2)

const placed = (id: string, on: string, who: Viewer | null, more: Readonly<Record<string, string>> = {}) =>
  given(id, 'placement', { from: day(on), type: 'U6', ...(who ? { account: who.id } : {}), ...more })
const log = (id: string, on: string, who: Viewer, what: string) =>
  given(id, 'carer-log', { on: day(on), how: 'good', what, stands: false }, { author: who.id })

/** With Ben until February, with Ann since. */
const wren = givenFile({
  more: id => [
    placed(id, '2026-01-08', ben.v, { carer: 'The Bens', address: '4 Old Wharf' }),
    log(id, '2026-01-20', ben.v, 'Bens dog bit nobody'),
    given(id, 'dental-check', { on: day('2026-02-03'), note: 'Brace in May' }),
    given(
      id,
      'substance-misuse',
      { on: day('2026-02-02'), problem: true, help: 'none', note: 'Vapes daily' },
      { sensitivity: 'confidential' },
    ),
    given(id, 'legal-status', { from: day('2026-01-05'), status: 'V2' }),
    given(id, 'legal-status', { from: day('2026-02-05'), status: 'C1' }),
    placed(id, '2026-02-10', ann.v, { carer: 'The Anns', whyMoved: 'ALLEG' }),
  ],
})
const arranged = (code: string, from: string, more: (id: string) => ReturnType<typeof given>[] = () => []) =>
  givenFile({
    name: ['Linnet', code],
    more: id => [
      given(id, 'placement-arranged', {
        on: day('2026-03-02'),
        account: ann.v.id,
        from: day(from),
        know: 'Sleeps with a night light',
      }),
      ...more(id),
    ],
  })
const coming = arranged('Soon', '2026-03-17')
const far = arranged('Far', '2026-03-18')
const past = arranged('Past', '2026-03-06')
const elsewhere = arranged('Elsewhere', '2026-03-12', id => [placed(id, '2026-03-09', null)])
const closed = givenFile({
  name: ['Zephyrine', 'Quietly'],
  named: [cast.director],
  more: id => [placed(id, '2026-02-10', ann.v)],
})
const files = [wren, coming, far, past, elsewhere, closed]

let app: App
let carer: Client
let worker: Client
beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
  await app.write([ann.file, ben.file], [workerEntry(ann.v), workerEntry(ben.v)])
  carer = await app.signInAs(ann.v)
  worker = await app.signInAs(cast.worker)
})
afterAll(async () => await app.close())

const at = (code: string, more = '') => `/child/${code}/part${more}`
const childrenOf = (html: string) =>
  linksOf(html)
    .map(l => l.href)
    .filter(h => h.endsWith('/part'))
    .toSorted()

test('a carer has the children placed with them, and those who come within a week', async () => {
  const home = await carer.follow(await carer.get('/'))
  expect(childrenOf(home.html)).toEqual([at(wren.code), at(coming.code)].toSorted())
  // The log is one press away, and nobody is asked to search among two.
  expect(linksOf(home.html).map(l => l.href)).toContain(at(wren.code, '/record/carer-log'))
  expect(home.forms.some(f => f.names.has('q'))).toBe(false)
  for (const f of [far, past, elsewhere, closed])
    expect((await carer.get(at(f.code))).status, f.code).toBe(403)
  expect((await carer.get(at(coming.code))).text).toContain('Sleeps with a night light')
  const before = await app.signInAs(ben.v)
  expect(childrenOf((await before.follow(await before.get('/'))).html)).toEqual([])
  expect((await before.get(at(wren.code))).status).toBe(403)
})

test('they read what it takes to care, and nothing of those who cared before or of the rest of the file', async () => {
  const read = await carer.get(at(wren.code))
  expect([read.status, read.headings[0]]).toEqual([200, 'Care and health'])
  for (const words of ['The Anns', 'Brace in May', 'Interim care order', '10 February 2026'])
    expect(read.text).toContain(words)
  for (const words of [
    'The Bens',
    'Old Wharf',
    'Bens dog',
    'Vapes',
    'Rang the school',
    'Single period',
    'llegation',
  ])
    expect(read.text, words).not.toContain(words)
  for (const path of ['', '/chronology', '/record', '/log', '/record/case-note', '/reason', '/everything'])
    expect([403, 404], path).toContain((await carer.get(`/child/${wren.code}${path}`)).status)
  for (const path of ['/record/dental-check', '/record/placement', '/record/legal-status'])
    expect((await carer.get(at(wren.code, path))).status, path).toBe(403)
  for (const path of ['/find?q=Pebble', '/staff', '/digest', '/desk', '/front-door'])
    expect((await carer.get(path)).status, path).toBe(403)
})

test('they write their log and put it right; the worker reads it as theirs, in the chronology where it should stand', async () => {
  const form = at(wren.code, '/record/carer-log')
  const wrong = await carer.post(form, { on: '9/3/2026', how: 'good', what: '', stands: 'no' })
  expect(wrong.problems.length).toBeGreaterThan(0)
  const sent = await carer.post(form, {
    on: '9/3/2026',
    how: 'good',
    what: 'Swam a length',
    stands: 'yes',
    line: 'First length without armbands',
  })
  const read = await carer.follow(sent)
  expect(read.text).toContain('Swam a length')
  const amend = linksOf(read.html).filter(l => l.href.includes('/amend/'))
  expect(amend).toHaveLength(1)
  const put = await carer.post(amend[0]?.href ?? '', { what: 'Swam two lengths', _why: 'It was two' })
  expect((await carer.follow(put)).text).toContain('Swam two lengths')
  const story = await worker.get(`/child/${wren.code}/chronology`)
  expect(story.text).toContain('The foster carer writes: First length without armbands')
  expect((await worker.get(`/child/${wren.code}/record?only=carer-log`)).text).toContain('Ann Fostering')
  const theirs = wren.entries.find(e => e.type === 'carer-log')?.id ?? ''
  expect((await carer.get(at(wren.code, `/amend/${theirs}`))).status).toBe(404)
})

test('a placement names a carer with an account and nobody else; when the child moves on the file is shut', async () => {
  const form = `/child/${coming.code}/record/placement`
  const page = await worker.get(form)
  expect(page.html).toContain('Ann Fostering')
  const typed = { from: '10/3/2026', type: 'U6', carer: 'Mill Lane' }
  const wrong = await worker.raw(form, {
    ...page.forms.find(f => f.names.has('account'))?.fields,
    ...typed,
    account: cast.colleague.id,
  })
  expect(wrong.problems[0]?.text).toMatch(/not a foster carer/)
  expect((await worker.post(form, { ...typed, account: ben.v.id })).status).toBe(303)
  expect((await carer.get(at(coming.code))).status).toBe(403)
  const other = await app.signInAs(ben.v)
  expect((await other.get(at(coming.code))).status).toBe(200)
  // What was written for somebody else is not theirs.
  expect((await other.get(at(coming.code))).text).not.toContain('night light')
  expect((await worker.get(`/child/${coming.code}/record/allocation`)).html).not.toContain('Ann Fostering')
})
