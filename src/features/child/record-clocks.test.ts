import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client, type Seen } from '../../../test/support/app.ts'
import { entriesOf, type GivenFile, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { idsOf, linksOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { day, longDay } from '../../domain/kernel/day.ts'
import { knownRecordType } from '../../domain/records/registry.ts'

const sibling = givenFile({ name: ['Fern', 'Pebble'] })
const child = givenFile()

let app: App
let worker: Client
let manager: Client
beforeAll(async () => {
  const all = [sibling, child]
  app = await appWith(subjectsOf(all), entriesOf(all))
  worker = await app.signInAs(cast.worker)
  manager = await app.signInAs(cast.manager)
})
afterAll(async () => await app.close())

const at = (f: GivenFile, code: string) => `/child/${f.code}/record/${code}`
const done = (seen: Seen): string =>
  /done=([\w-]+)/.exec(seen.to ?? '')?.[1] ?? `not done: ${seen.status} ${seen.text}`
const visit = {
  visitedOn: '9/3/2026',
  seen: 'alone',
  views: 'She likes the new school',
  next: 'Again in May',
}

describe('clocks', () => {
  test('a visit meets its clock and starts the next; a late one asks why, once', async () => {
    const file = givenFile()
    await app.write([file.subject], file.entries)
    const clock = `/child/${file.code}/clock/looked-after-visit/2026-01-12`
    const open = await worker.get(clock)
    expect(open.text).toContain('within 7 days')
    expect(open.text).toContain('regulation 28(2)(a)')
    expect((await worker.post(clock, { reason: ' ' })).problems).toEqual([
      { href: '#reason', text: 'Say why it is late, and what has been done about it.' },
    ])
    const said = await worker.post(clock, { reason: 'The worker was ill' })
    expect((await worker.follow(said)).text).toContain('Reason for lateness The worker was ill')
    const sent = await worker.post(at(file, 'statutory-visit'), visit)
    const after = await worker.get(clock)
    expect(after.text).toContain('done 9 March 2026, late: it was due 12 January 2026')
    expect(linksOf(after.html).map(l => l.href)).toContain(`/child/${file.code}/entry/${done(sent)}`)
    expect((await worker.get(`/child/${file.code}/entry/${done(sent)}`)).text).toContain(
      'It met: Visit to a looked',
    )
    expect((await worker.get(`/child/${file.code}`)).text).toContain(`due ${longDay(day('2026-04-20'))}`)
  })

  test('that is not late needs no reason, and one that does not run is not there', async () => {
    const file = givenFile()
    await app.write([file.subject], file.entries)
    const clock = `/child/${file.code}/clock/dental-check/2027-01-05`
    const form =
      (await worker.get(at(file, 'case-note'))).forms.find(f => f.names.has('_entry'))?.fields ?? {}
    const sent = await worker.raw(clock, { ...form, reason: 'Just because' })
    expect(sent.status).toBe(403)
    expect(sent.text).toContain('This timescale is not late')
    expect((await worker.get(`/child/${file.code}/clock/dental-check/2027-01-06`)).status).toBe(404)
    expect((await worker.get(`/child/${file.code}/clock/tea/2027-01-06`)).status).toBe(404)
  })

  test('withdrawing a visit leaves the clock unmet again', async () => {
    const file = givenFile()
    await app.write([file.subject], file.entries)
    const entry = `/child/${file.code}/entry/${done(await worker.post(at(file, 'statutory-visit'), visit))}`
    const no = await worker.post(entry, { why: '' }, { button: ['_do', 'withdrawal'] })
    expect(no.problems).toEqual([{ href: '#why', text: 'Say why it should not count.' }])
    expect(idsOf(no.html).has('why')).toBe(true)
    await worker.post(entry, { why: 'Another child' }, { button: ['_do', 'withdrawal'] })
    expect((await worker.get(entry)).text).toContain('This was withdrawn')
    expect((await worker.get(`/child/${file.code}/clock/looked-after-visit/2026-01-12`)).text).toContain(
      'was due',
    )
    expect((await worker.get(entry.replace('entry', 'amend'))).status).toBe(404)
  })
})

test('a manager’s decision before the decision’s own day is refused', async () => {
  const typed = { on: '9/3/2026', decision: 'Go on', reason: 'So', next: 'Meet', by: '8/3/2026' }
  const sent = await manager.post(at(child, 'managers-decision'), typed)
  expect(sent.problems).toEqual([{ href: '#by', text: 'This is before the decision. Check both days.' }])
  expect(knownRecordType('managers-decision').permission).toBe('decide')
})
