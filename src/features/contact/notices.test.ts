import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { cast } from '../../../test/support/people.ts'
import { readEntries } from '../../store/ledger.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'

let app: App
let manager: Client
beforeAll(async () => {
  app = await appWith()
  manager = await app.signInAs(cast.manager)
})
afterAll(async () => await app.close())

const HEAD = 'Crime number,Incident date,Forename,Surname,DOB,Summary,MARAC'
const lines = (...rows: readonly string[]) => [HEAD, ...rows].join('\r\n')
const BYTES = (text: string) => Buffer.from(text, 'utf8')
const send = async (bytes: Uint8Array, kind = 'police') =>
  await manager.post(
    '/front-door/notices',
    { kind },
    { files: [{ field: 'file', name: 'notices.csv', bytes }] },
  )

const received = async () => {
  const rows = await app.store.db
    .selectFrom('happening')
    .select(['subject', 'answers'])
    .where('type', '=', 'contact-received')
    .orderBy('subject')
    .execute()
  return rows
}
const numbers = async () => (await received()).map(r => String(r.answers.number)).sort()
const byNumber = async (number: string) => (await received()).find(r => r.answers.number === number)

test('there is a way to it from the front door, and the page tells the columns', async () => {
  const door = await manager.get('/front-door')
  expect(door.html).toContain('href="/front-door/notices"')
  const page = await manager.get('/front-door/notices')
  expect(page.html).toContain('Incident number,Date of incident,Given names,Family name')
  expect(page.text).toContain('crime number')
  const worker = await app.signInAs(cast.worker)
  expect((await worker.get('/front-door/notices')).status).toBe(403)
})

test('an incident is one contact with its children; the same file again adds nothing', async () => {
  const bytes = BYTES(
    `\uFEFF${lines(
      'E1,1/3/2026,Sam,Reed,5/6/2014,"Shouting, heard by neighbours",Y',
      'E1,1/3/2026,Ivy,Reed,41765,,Y',
      'E2,3/27/2026,Odd,Marl,,,',
      'E3,2/3/2026,Fern,Vetch,,,',
    )}`,
  )
  const first = await send(bytes)
  expect([first.status, first.headings[0]]).toEqual([200, '2 new contacts wait at the front door'])
  expect(first.text).toContain('3 children in 2 new contacts')
  expect(first.text).toContain('Date of incident: “3/27/2026” is not a date')
  expect(first.text).toContain('“Crime number” was read as Incident number')
  expect(await numbers()).toEqual(['E1', 'E3'])
  const one = await byNumber('E1')
  const entries = await readEntries(app.store.db, one?.subject ?? '')
  expect(entries.map(e => [e.type, e.author, e.source])).toEqual([
    ['contact-received', cast.manager.id, 'notices.csv line 2'],
    ['contact-child', cast.manager.id, 'notices.csv line 2'],
    ['contact-child', cast.manager.id, 'notices.csv line 2'],
  ])
  expect(entries[0]?.answers).toMatchObject({
    marac: true,
    concern: expect.stringContaining('Shouting, heard'),
  })
  expect(entries[2]?.answers.born).toBe('2014-05-06')

  const again = await send(bytes)
  expect(again.text).toContain('taken in before, as C')
  expect([again.text.includes('Not taken in: 1'), await numbers()]).toEqual([true, ['E1', 'E3']])
  expect(await readEntries(app.store.db, one?.subject ?? '')).toHaveLength(3)
})

test('a child who was not named before joins the contact that waits, or a new one once it is decided', async () => {
  const more = await send(BYTES(lines('E3,2/3/2026,Fern,Vetch,,,', 'E3,2/3/2026,Rowan,Vetch,1/2/2020,,')))
  expect(more.headings[0]).toBe('1 child added to contacts that were here')
  expect(await numbers()).toEqual(['E1', 'E3'])
  const code = /added to (C\w+), which waits/.exec(more.text)?.[1] ?? ''
  const subject = await subjectByCode(app.store.db, 'contact', code)
  expect((await readEntries(app.store.db, subject?.id ?? '')).map(e => e.answers.givenName)).toEqual([
    undefined,
    'Fern',
    'Rowan',
  ])
  const page = await manager.get(`/front-door/${code}`)
  await manager.send(page, `/front-door/${code}`, {
    'who-1': 'none',
    'who-2': 'none',
    level: '1',
    outcome: 'nfa',
    reasons: 'None',
    how: 'none',
  })
  await send(BYTES(lines('E3,2/3/2026,Wren,Vetch,1/2/2022,,')))
  expect(await numbers()).toEqual(['E1', 'E3', 'E3'])
})

test('a number that is here with another date is not guessed at', async () => {
  const before = await numbers()
  const seen = await send(BYTES(lines('E1,4/3/2026,Sam,Reed,5/6/2014,,')))
  expect(seen.headings[0]).toBe('No line of the file could be taken in')
  expect(seen.text).toMatch(/E1 is here already with 1 March 2026, as C\w+\. Check the number and the date/)
  expect(await numbers()).toEqual(before)
})

test('notices that come again about a child stand out, in the list and where it is decided', async () => {
  await send(BYTES(lines('E8,3/3/2026,Sam,Reed,5/6/2014,,N', 'E9,5/3/2026,Sam,Reed,5/6/2014,,Y')))
  const list = await manager.get('/front-door')
  expect(list.text).toContain('3 police notices of domestic abuse in 12 months')
  expect(list.text).toContain('MARAC')
  const last = await byNumber('E9')
  const code = await app.store.db
    .selectFrom('subject')
    .select('code')
    .where('id', '=', last?.subject ?? '')
    .executeTakeFirst()
  const page = await manager.get(`/front-door/${code?.code}`)
  expect(page.text).toContain('3 police notices of domestic abuse in 12 months')
  expect(page.headings[0]).toContain('MARAC')
})

test('attendances, in Windows-1252, with semicolons', async () => {
  const text =
    'Attendance no;Arrival date;Patient name;Presenting complaint\nA1;9/3/2026 22:14;Zoë Flint;Burn\n'
  const seen = await send(Buffer.from(text, 'latin1'), 'hospital')
  expect(seen.text).toContain('read as Windows-1252')
  const last = await byNumber('A1')
  expect(last?.answers).toMatchObject({
    sort: 'hospital',
    source: '3E',
    number: 'A1',
    incidentOn: '2026-03-09',
  })
  const child = (await readEntries(app.store.db, last?.subject ?? ''))[1]
  expect(child?.answers).toEqual({ givenName: 'Zoë', familyName: 'Flint' })
})

test.each([
  ['no file', '', 'Choose the file'],
  ['a workbook', Buffer.from('504b0304786c2f', 'hex'), 'This is an Excel workbook, not CSV'],
  ['no text', Buffer.from([1, 0, 2, 0, 0, 3]), 'This is not text'],
  ['a quotation mark left open', lines('E1,"1/3/2026'), 'It can’t be read as CSV'],
  ['other columns', 'a,b\n1,2', 'The column “Incident number” is missing'],
])('%s is refused, and says what to do', async (_, bytes, say) => {
  const before = await numbers()
  const seen = await send(typeof bytes === 'string' ? BYTES(bytes) : bytes)
  expect([seen.status, seen.problems]).toEqual([422, [{ href: '#file', text: expect.stringContaining(say) }]])
  expect(await numbers()).toEqual(before)
})

test('which notices they are is asked, and the file with it', async () => {
  const seen = await send(BYTES(lines('E1,1/3/2026,Sam,Reed,,,')), '')
  expect(seen.problems.map(p => p.href)).toEqual(['#kind', '#file'])
})

test('words of a notice are words, whatever they are', async () => {
  await send(BYTES(lines('E20,1/3/2026,<b>Kit</b>,Reed,,<script>alert(1)</script>,')))
  const list = await manager.get('/front-door')
  expect(list.html).toContain('&lt;b>Kit&lt;/b>')
  expect((await byNumber('E20'))?.answers.concern).toBe('<script>alert(1)</script>')
})
