import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { cast } from '../../../test/support/people.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { readEntries } from '../../store/ledger.ts'

// A brother or sister whose file is restricted, in the answers of an entry of a file that is not.

const secret = givenFile({ code: 'HIDE0001', name: ['Yew', 'Pebble'], named: [cast.manager] })
const moss = givenFile({ code: 'MOSS0001', name: ['Moss', 'Pebble'] })
const bare = { kind: 'sibling', child: secret.subject.id }
const wren = givenFile({
  code: 'WREN0001',
  more: id => [
    given(id, 'relationship', bare),
    given(id, 'relationship', { kind: 'sibling', child: moss.subject.id }),
  ],
})
const entryThat = (child: string) =>
  wren.entries.find(e => e.type === 'relationship' && e.answers.child === child)?.id ?? ''
const hides = entryThat(secret.subject.id)

let app: App
let worker: Client
let manager: Client
beforeAll(async () => {
  const files = [wren, secret, moss]
  app = await appWith(subjectsOf(files), entriesOf(files))
  worker = await app.signInAs(cast.worker)
  manager = await app.signInAs(cast.manager)
})
afterAll(async () => await app.close())

const told = /Yew|HIDE0001|closed to you/
const hiddenFrom = async (path: string) => {
  const page = await worker.get(path)
  expect(page.status, path).toBe(200)
  expect(page.text, path).not.toMatch(told)
  expect(page.html, path).not.toContain(secret.subject.id)
  expect(page.html, path).not.toMatch(told)
  return page
}
const standing = async (): Promise<Answers> => {
  const all = (await readEntries(app.store.db, wren.subject.id)).filter(
    e => e.id === hides || e.amends === hides,
  )
  const last = all.at(-1)?.answers ?? {}
  return typeof last.becomes === 'object' && last.becomes !== null ? { ...last.becomes } : last
}

test('is left out of the entry, of its form and of the record, and the log of that file says so', async () => {
  for (const path of [`entry/${hides}`, `amend/${hides}`, 'record', 'chronology', 'record/relationship'])
    await hiddenFrom(`/child/WREN0001/${path}`)
  const lines = await app.store.db
    .selectFrom('access_log')
    .select(['allowed', 'page', 'because'])
    .where('subject', '=', secret.subject.id)
    .where('viewer', '=', cast.worker.id)
    .execute()
  expect(lines).toContainEqual({
    allowed: false,
    page: 'an entry of WREN0001',
    because: 'The file is restricted, so it was left out as if it were not there',
  })
})

test('is told to who is named on it, and others who are named in the same way are told to all', async () => {
  expect((await manager.get(`/child/WREN0001/entry/${hides}`)).text).toContain('Yew Pebble')
  expect((await worker.get(`/child/WREN0001/entry/${entryThat(moss.subject.id)}`)).text).toContain(
    'Moss Pebble',
  )
})

test('stays named when the entry is amended by somebody who may not know', async () => {
  const sent = await worker.post(`/child/WREN0001/amend/${hides}`, {
    contact: '01632 960 009',
    _why: 'A number',
  })
  expect(sent.problems).toEqual([])
  expect(sent.status).toBe(303)
  expect(await standing()).toMatchObject({ ...bare, contact: '01632 960 009' })
  // What was changed, and the entry as first written, tell no more than the entry.
  await hiddenFrom(`/child/WREN0001/entry/${hides}`)
  expect((await manager.get(`/child/WREN0001/entry/${hides}`)).text).toContain('Yew Pebble')
})

test('can be put right by who may know', async () => {
  const sent = await manager.post(`/child/WREN0001/amend/${hides}`, { child: 'MOSS0001', _why: 'Wrong file' })
  expect(sent.status).toBe(303)
  expect(await standing()).toMatchObject({ child: moss.subject.id })
  await hiddenFrom(`/child/WREN0001/entry/${hides}`)
  expect((await manager.get(`/child/WREN0001/entry/${hides}`)).text).toContain('Yew Pebble')
})

test.each([
  ['its child ID', 'HIDE0001'],
  ['the id of its file', secret.subject.id],
  ['an ID that nobody has', 'NONE0001'],
  ['an id of no file', '01890a5d-ac96-774b-bcce-b302099a8057'],
])('cannot be named by %s, in the words for an ID that no child has', async (_, child) => {
  const sent = await worker.post('/child/WREN0001/record/relationship', { kind: 'sibling', child })
  expect([sent.status, sent.problems]).toEqual([
    422,
    [{ href: '#child', text: 'No child here has that ID. Check it, or leave it blank and enter the name.' }],
  ])
})
