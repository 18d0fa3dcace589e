import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { details, given } from '../../../test/support/given.ts'
import { linksOf } from '../../../test/support/html.ts'
import { cast, workerEntry } from '../../../test/support/people.ts'
import type { Role } from '../../domain/access/roles.ts'
import { day, type Instant } from '../../domain/kernel/day.ts'
import { newId } from '../../store/ids.ts'

const plan = (id: string, on: string) =>
  given(id, 'education-plan', {
    on: day(on),
    stage: 'agreed',
    views: 'I like art',
    progress: 'expected',
    targets: 'Read to Sam',
    knows: true,
  })
const secret = (id: string, sensitivity: 'ordinary' | 'confidential') =>
  given(
    id,
    'substance-misuse',
    { on: day('2026-02-02'), problem: true, help: 'none', note: 'Vapes daily' },
    { sensitivity },
  )

const wren = givenFile({ more: id => [plan(id, '2026-02-03'), secret(id, 'confidential')] })
const late = givenFile({ name: ['Linnet', 'Aster'] })
const seventeen = givenFile({
  name: ['Rowan', 'Grown'],
  more: id => [
    given(
      id,
      'person-details',
      details('2008-05-06', { asOf: day('2026-01-06'), givenName: 'Rowan', familyName: 'Grown' }),
    ),
  ],
})
const closed = givenFile({ name: ['Zephyrine', 'Quietly'], named: [cast.director] })
const files = [wren, late, seventeen, closed]

const made = (role: Role, i: number) => {
  const id = newId('2020-01-01T00:00:00.000Z' as Instant)
  return {
    file: { id, kind: 'worker', code: `W7${i}` } as const,
    v: { id, name: 'Una Reed', role, team: null },
  }
}
const people = [made('looked-after-nurse', 1), made('personal-adviser', 2), made('virtual-head', 3)]

let app: App
let nurse: Client
let adviser: Client
let head: Client
beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
  await app.write(
    people.map(p => p.file),
    people.map(p => workerEntry(p.v)),
  )
  const clients = await Promise.all(people.map(p => app.signInAs(p.v)))
  if (!clients[0] || !clients[1] || !clients[2]) throw new Error('Nobody is signed in.')
  ;[nurse, adviser, head] = [clients[0], clients[1], clients[2]]
})
afterAll(async () => await app.close())

const at = (code: string, more = '') => `/child/${code}/part${more}`
const rows = (html: string) =>
  linksOf(html)
    .map(l => l.href)
    .filter(h => h.endsWith('/part'))

test('each has a first page of their children, the most pressing first, and nobody else’s', async () => {
  const home = await head.follow(await head.get('/'))
  expect(home.headings[0]).toBe('My children')
  // Wren has a plan until June; the others have waited for theirs since January.
  expect(rows(home.html)).toEqual([at(late.code), at(seventeen.code), at(wren.code)])
  expect(home.text).toContain('Education: 2 children have something late.')
  expect(home.text).not.toContain('Zephyrine')
  expect(rows((await head.get('/my-children?show=late')).html)).toEqual([at(late.code), at(seventeen.code)])
  expect(rows((await head.get('/my-children?q=wre')).html)).toEqual([at(wren.code)])
  expect((await head.get('/my-children?q=zephyrine')).text).toContain('No child of your list is found')
  expect(rows((await adviser.get('/my-children')).html)).toEqual([at(seventeen.code)])
  expect((await (await app.signInAs(cast.worker)).get('/my-children')).status).toBe(403)
})

test('a virtual head reads education, writes it, judges a plan, and sees nothing else', async () => {
  const read = await head.get(at(wren.code))
  expect([read.status, read.headings[0]]).toEqual([200, 'Education'])
  expect(read.text).toContain('Read to Sam')
  for (const words of ['Rang the school', 'Mill Lane', 'Vapes', 'Amy Thistle'])
    expect(read.text).not.toContain(words)
  const form = at(wren.code, '/record/education-plan-rating')
  const opened = await head.get(form)
  expect(opened.forms.find(f => f.names.has('grade'))?.fields.of).toBe('3/2/2026')
  const wrong = await head.send(opened, form, { grade: 'good', why: '' })
  expect(wrong.problems[0]?.text).toMatch(/Enter an answer/)
  const sent = await head.send(opened, form, { grade: 'mend', why: 'No name beside the second target' })
  expect(sent.status).toBe(303)
  const after = await head.follow(sent)
  expect(after.text).toContain('Quality of an education plan recorded.')
  expect(after.text).toContain('No name beside the second target')
  for (const path of ['/record/case-note', '/record/dental-check', '/record/education'])
    expect((await head.get(at(wren.code, path))).status, path).toBe(403)
  for (const path of ['', '/chronology', '/record', '/record/education-plan', '/log'])
    expect((await head.get(`/child/${wren.code}${path}`)).status, path).toBe(403)
  expect((await head.get(at(closed.code, '/record/education-plan'))).status).toBe(403)
})

test('a nurse writes health and puts it right, and reads what of it is confidential', async () => {
  expect((await nurse.get(at(wren.code))).text).toContain('Vapes daily')
  const form = at(wren.code, '/record/dental-check')
  const sent = await nurse.post(form, { on: '2/3/2026', note: 'Brace in May' })
  const read = await nurse.follow(sent)
  expect(read.text).toContain('Brace in May')
  const amend =
    linksOf(read.html).find(l => l.href.includes('/amend/') && l.text.includes('dental'))?.href ?? ''
  expect((await nurse.post(amend, { note: 'Brace in June' })).problems[0]?.text).toMatch(/Say why/)
  const amended = await nurse.follow(await nurse.post(amend, { note: 'Brace in June', _why: 'Wrong month' }))
  expect(amended.text).toContain('Brace in June')
  expect(amended.text).not.toContain('Brace in May')
  // The worker reads it in the file as written by the nurse.
  const worker = await app.signInAs(cast.worker)
  expect((await worker.get(`/child/${wren.code}/record?only=dental-check`)).text).toContain('Una Reed')
  const note = wren.entries.find(e => e.type === 'case-note')?.id ?? ''
  expect((await nurse.get(at(wren.code, `/amend/${note}`))).status).toBe(404)
})

test('what was begun is kept, and found again on the first page', async () => {
  const form = at(seventeen.code, '/record/pathway-plan')
  const kept = await adviser.post(form, { said: 'My own front door' }, { button: ['_keep', 'hand'] })
  expect(kept.to).toBe(form)
  const home = await adviser.get('/my-children')
  expect(linksOf(home.html).find(l => l.href === form)?.text).toBe('Pathway plan')
  expect((await adviser.get(form)).text).toContain('It is not recorded yet')
  const sent = await adviser.post(form, {
    on: '9/3/2026',
    stage: 'first',
    said: 'My own front door',
    home: 'Form with adviser',
    work: 'College',
    well: 'Dentist',
    agreed: 'yes',
  })
  expect(sent.status).toBe(303)
  const part = await adviser.follow(sent)
  expect(part.text).toContain('Pathway plan recorded.')
  // Its review falls due in six months; that they are in touch is asked for from eighteen.
  expect(part.text).toContain('9 September 2026')
  expect(part.text).not.toContain('every two months')
})
