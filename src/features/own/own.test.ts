import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { cast, workerEntry } from '../../../test/support/people.ts'
import type { Viewer } from '../../domain/access/roles.ts'
import { day, type Instant } from '../../domain/kernel/day.ts'
import { accountNamed, setPassword } from '../../store/accounts/accounts.ts'
import { newId } from '../../store/ids.ts'

const made = (i: number) => {
  const id = newId('2020-01-01T00:00:00.000Z' as Instant)
  const v: Viewer = { id, name: 'A young person', role: 'young-person', team: null }
  return { v, file: { id, kind: 'worker', code: `Y${i}` } as const }
}
const own = made(1)
const shut = made(2)
const lost = made(3)

const review = (id: string, on: string, decisions: string, sensitivity: 'ordinary' | 'confidential') =>
  given(
    id,
    'looked-after-review',
    { heldOn: day(on), participation: 'PN1', views: 'More swimming', lastDone: 'Uncle moved out', decisions },
    { sensitivity },
  )
const wren = givenFile({
  reviewing: cast.reviewer,
  more: id => [
    review(id, '2026-02-03', 'Swimming on Mondays', 'ordinary'),
    review(id, '2026-02-20', 'Secret meeting', 'confidential'),
    given(id, 'pathway-plan', {
      on: day('2026-02-04'),
      stage: 'first',
      said: 'A cat',
      home: 'Stays here',
      work: 'College',
      well: 'Dentist',
      fallback: 'Supported lodgings',
      agreed: true,
    }),
  ],
})
const other = givenFile({ name: ['Linnet', 'Aster'] })
const later = givenFile({ name: ['Sorrel', 'Vane'] })
const closed = givenFile({ name: ['Zephyrine', 'Quietly'], named: [cast.director] })
const files = [wren, other, later, closed]

let app: App
let me: Client
let worker: Client
beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
  const mine = (v: Viewer, child: string) => given(v.id, 'own-file', { from: day('2026-01-09'), child })
  await app.write(
    [own.file, shut.file, lost.file],
    [
      ...[own, shut, lost].map(o => workerEntry(o.v)),
      mine(own.v, wren.subject.id),
      mine(shut.v, closed.subject.id),
    ],
  )
  me = await app.signInAs(own.v)
  worker = await app.signInAs(cast.worker)
})
afterAll(async () => await app.close())

const at = `/child/${wren.code}/mine`

test('a young person comes to their own plan, and to what was decided, and to nothing else', async () => {
  const mine = await me.get('/')
  expect(mine.to).toBe('/mine')
  expect((await me.get('/mine')).to).toBe(at)
  const read = await me.get(at)
  expect([read.status, read.headings[0]]).toEqual([200, 'My plan'])
  for (const words of [
    'Amy Thistle',
    'Flo Quill',
    'Swimming on Mondays',
    'More swimming',
    'A cat',
    'Stays here',
  ])
    expect(read.text, words).toContain(words)
  // The review meeting that is to come, by its day.
  expect(read.text).toMatch(/Your review meeting.*by \d+ \w+ 2026/)
  for (const words of ['Secret meeting', 'Uncle', 'Rang the school', 'Mill Lane', 'Supported lodgings'])
    expect(read.text, words).not.toContain(words)
  for (const path of ['', '/part', '/chronology', '/record', '/log', '/record/child-answered', '/reason'])
    expect((await me.get(`/child/${wren.code}${path}`)).status, path).toBe(403)
  for (const path of ['/find?q=Wren', '/my-children', '/staff', '/digest', '/services'])
    expect((await me.get(path)).status, path).toBe(403)
})

test('no other file is theirs, nor theirs anybody else’s by this way; a restricted file stays shut', async () => {
  for (const more of ['/mine', '/mine/say'])
    expect((await me.get(`/child/${other.code}${more}`)).status, more).toBe(403)
  expect((await worker.get(at)).status).toBe(403)
  const client = await app.signInAs(shut.v)
  expect((await client.get(`/child/${closed.code}/mine`)).status).toBe(403)
  expect((await (await app.signInAs(lost.v)).get('/mine')).text).toContain(
    'does not know which plan is yours',
  )
})

test('what they say waits for their worker, is answered, and they read the answer', async () => {
  const say = `${at}/say`
  const wrong = await me.post(say, { kind: 'chair', said: '' })
  expect(wrong.problems.length).toBeGreaterThan(0)
  // What is typed and not sent is there again for them, and for nobody else.
  const begun = (await me.get(say)).forms.find(f => 'said' in f.fields)?.fields
  await me.raw(`${say}?keep=script`, { ...begun, kind: 'chair', said: 'I wonder' })
  expect((await me.get(say)).text).toContain('This is what you had typed')
  expect((await worker.get('/')).text).not.toContain('Answer what the young person said')
  const sent = await me.post(say, { kind: 'chair', said: 'I want to run it' })
  expect((await me.follow(sent)).text).toContain('You are waiting for an answer')
  expect((await me.get(say)).text).not.toContain('This is what you had typed')
  expect((await worker.get('/')).text).toContain('Answer what the young person said')
  const story = await worker.get(`/child/${wren.code}/chronology`)
  expect(story.text).toContain('The young person wants to chair their review')
  const answer = `/child/${wren.code}/record/child-answered`
  const form = await worker.get(answer)
  expect(form.text).toContain('I want to run it')
  // What is said to them can't be kept from them.
  expect(form.html).not.toContain('_confidential')
  const typed = { on: '10/3/2026', answer: 'Yes, gladly', next: 'We plan it on Friday' }
  expect((await worker.post(answer, typed)).status).toBe(303)
  const read = await me.get(at)
  for (const words of ['I want to run it', 'Yes, gladly', 'We plan it on Friday'])
    expect(read.text).toContain(words)
  expect(read.text).not.toContain('You are waiting for an answer')
  expect((await worker.get('/')).text).not.toContain('Answer what the young person said')
  // There is nothing more to answer.
  expect((await worker.post(answer, { ...typed, on: '10/3/2026' })).problems.length).toBeGreaterThan(0)
})

test('a manager who decides on the child makes the account, once, and is told its code once', async () => {
  const to = `/child/${other.code}/own-account`
  const di = await app.signInAs(cast.manager)
  expect((await worker.get(to)).status).toBe(403)
  expect((await di.post(to, { username: 'a b' })).problems).toMatchObject([{ href: '#username' }])
  const made = await di.post(to, { username: 'Kestrel7' })
  expect(made.text).toMatch(/The account is made.*Their user name is kestrel7/)
  expect((await di.get(to)).text).toContain('signs in as kestrel7')
  expect((await di.get(to)).forms.some(f => f.names.has('username'))).toBe(false)
  const account = (await accountNamed(app.store.db, 'kestrel7'))?.worker ?? ''
  // They choose their password with the code; then their own page opens.
  await setPassword(app.store.db, account, 'kestrel7', 'three small red boats')
  const theirs = await app.signInAs({ ...own.v, id: account })
  expect((await theirs.get('/mine')).to).toBe(`/child/${other.code}/mine`)
  // A name of somebody's is nobody else's; and a restricted file opens to no young person.
  expect((await di.get(`/child/${wren.code}/own-account`)).text).toContain('has had an account since')
  const taken = await di.post(`/child/${later.code}/own-account`, { username: 'kestrel7' })
  expect(taken.problems).toMatchObject([{ text: expect.stringContaining('signs in as kestrel7 already') }])
  const ivy = await app.signInAs(cast.director)
  const shut = await ivy.get(`/child/${closed.code}/own-account`)
  expect(shut.text).toContain('does not open to the young person')
  expect(shut.forms.some(f => f.names.has('username'))).toBe(false)
  const staff = await (await app.signInAs(cast.administrator)).get('/staff')
  expect(staff.text).toContain('A young person')
  for (const words of ['Linnet', 'Aster', other.code]) expect(staff.text).not.toContain(words)
})
