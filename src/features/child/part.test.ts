import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { linksOf } from '../../../test/support/html.ts'
import { cast, workerEntry } from '../../../test/support/people.ts'
import type { Role } from '../../domain/access/roles.ts'
import { day, type Instant } from '../../domain/kernel/day.ts'
import { newId } from '../../store/ids.ts'

const health = (id: string, on: string) => given(id, 'dental-check', { on: day(on) })
const wren = givenFile({ more: id => [health(id, '2026-02-03')] })
const over = givenFile({
  name: ['Teasel', 'Pebble'],
  more: id => [
    health(id, '2026-02-03'),
    given(id, 'ceased-looked-after', { on: day('2026-02-20'), reason: 'E12' }),
  ],
})
const closed = givenFile({ name: ['Zephyrine', 'Quietly'], named: [cast.director] })
const files = [wren, over, closed]

const made = (role: Role, i: number) => {
  const id = newId('2020-01-01T00:00:00.000Z' as Instant)
  return {
    file: { id, kind: 'worker', code: `W8${i}` } as const,
    v: { id, name: 'Una Reed', role, team: null },
  }
}
const nurse = made('looked-after-nurse', 1)
const adviser = made('personal-adviser', 2)
const chair = made('conference-chair', 3)
const over_ = made('service-manager', 4)

let app: App
let una: Client
beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
  const people = [nurse, adviser, chair, over_]
  await app.write(
    people.map(p => p.file),
    people.map(p => workerEntry(p.v)),
  )
  una = await app.signInAs(nurse.v)
})
afterAll(async () => await app.close())

test('a nurse finds looked after children, and reads what concerns their health', async () => {
  const found = await una.get('/find?q=Pebble')
  expect(linksOf(found.html).map(l => l.href)).toContain(`/child/${wren.code}/part`)
  expect(found.html).not.toContain(over.code)
  const part = await una.get(`/child/${wren.code}/part`)
  expect([part.status, part.headings[0]]).toEqual([200, 'Health'])
  expect(part.text).toContain('3 February 2026')
  for (const words of ['Rang the school', 'All well', 'Mill Lane', 'Amy Thistle'])
    expect(part.text).not.toContain(words)
})

test('nothing else of the file, of no other child, and nobody else by this way', async () => {
  for (const path of ['', '/chronology', '/record', '/log', '/record/dental-check', '/reason'])
    expect((await una.get(`/child/${wren.code}${path}`)).status, path).toBe(403)
  for (const f of [over, closed]) expect((await una.get(`/child/${f.code}/part`)).status).toBe(403)
  expect((await una.get('/find?q=Zephyrine')).text).toContain('No child is found')
  const pa = await app.signInAs(adviser.v)
  expect((await pa.get(`/child/${wren.code}/part`)).status).toBe(403)
  expect((await (await app.signInAs(cast.worker)).get(`/child/${wren.code}/part`)).status).toBe(403)
})

test('a conference chair opens a file once they are its chair, and is given it as a chair alone', async () => {
  const at = `/child/${wren.code}`
  const kate = await app.signInAs(chair.v)
  const di = await app.signInAs(cast.manager)
  expect((await kate.get(at)).status).toBe(403)
  const page = await di.get(`${at}/record/allocation?as=chairing`)
  expect(page.headings[0]).toContain('Conference chair')
  const wrong = await di.raw(`${at}/record/allocation?as=chairing`, {
    ...page.forms.find(f => f.names.has('worker'))?.fields,
    worker: cast.reviewer.id,
  })
  expect(wrong.problems[0]?.text).toMatch(/is not a conference chair/)
  const sent = await di.send(page, `${at}/record/allocation?as=chairing`, { worker: chair.v.id })
  expect(sent.status).toBe(303)
  expect((await kate.get(at)).status).toBe(200)
  expect((await kate.get(`${at}/record/protection-plan-started`)).status).toBe(200)
})

test('a service manager sees every team, decides, and writes no notes', async () => {
  const meg = await app.signInAs(over_.v)
  expect((await meg.get('/desk')).headings).toContain('Every team')
  expect((await meg.get(`/child/${wren.code}/record/managers-decision`)).status).toBe(200)
  expect((await meg.get(`/child/${wren.code}/record/case-note`)).status).toBe(403)
  expect((await meg.get(`/child/${closed.code}`)).status).toBe(403)
  expect((await meg.get('/returns/file')).status).toBe(403)
})

test('a family support worker writes what is done by hand, for children of the team', async () => {
  const fay = made('family-support', 5)
  const v = { ...fay.v, team: 'Oak' }
  await app.write([fay.file], [workerEntry(v)])
  const client = await app.signInAs(v)
  const at = `/child/${wren.code}`
  expect((await client.get(`${at}/record/case-note`)).status).toBe(200)
  for (const type of ['placement', 'legal-status', 'assessment', 'managers-decision'])
    expect((await client.get(`${at}/record/${type}`)).status, type).toBe(403)
})
