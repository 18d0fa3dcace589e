import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'
import { readEntries } from '../../store/ledger.ts'

const to = (id: string, worker: string, from: string) =>
  given(id, 'allocation', { from: day(from), as: 'worker', worker, team: 'Oak' })

const sister = givenFile({ name: ['Ivy', 'Pebble'] })
const closed = givenFile({ name: ['Zed', 'Hidden'], named: [cast.otherManager] })
const child = givenFile({
  name: ['Fern', 'Pebble'],
  more: id => [
    given(id, 'relationship', { kind: 'sibling', child: sister.subject.id, from: day('2020-01-01') }),
    given(id, 'relationship', { kind: 'sibling', child: closed.subject.id, from: day('2020-01-01') }),
    given(id, 'relationship', {
      kind: 'professional',
      name: 'Pat Reed',
      agency: 'Head of year, Hill School',
      contact: '01632 960 111',
      from: day('2025-01-01'),
    }),
    given(id, 'relationship', {
      kind: 'carer',
      name: 'Old Carer',
      from: day('2024-01-01'),
      to: day('2025-01-01'),
    }),
    given(id, 'managers-decision', {
      on: day('2026-02-02'),
      decision: 'Stay with Mill Lane',
      reason: 'Settled',
      next: 'Ask the school for a place',
      by: day('2026-04-01'),
    }),
    given(id, 'missing-episode', { from: day('2026-01-20'), kind: 'M' }),
    given(id, 'returned', { on: day('2026-01-21'), interviewOffered: true }),
    to(id, cast.colleague.id, '2026-03-09'),
  ],
})
const older = givenFile({ name: ['Old', 'Change'], more: id => [to(id, cast.colleague.id, '2026-01-05')] })
const same = givenFile({ name: ['Same', 'Worker'], more: id => [to(id, cast.worker.id, '2026-03-09')] })

let app: App
let outgoing: Client
let incoming: Client
beforeAll(async () => {
  const files = [sister, closed, child, older, same]
  app = await appWith(subjectsOf(files), entriesOf(files))
  outgoing = await app.signInAs(cast.worker)
  incoming = await app.signInAs(cast.colleague)
})
afterAll(async () => await app.close())

const at = `/child/${child.code}/handover`

describe('a handover', () => {
  test('is asked of both workers until it is written', async () => {
    for (const who of [outgoing, incoming]) {
      const home = await who.get('/')
      expect(home.html).toContain(`href="${at}"`)
      expect(home.html).not.toContain(`/child/${same.code}/handover`)
    }
  })

  test('says what the record knows, and names nobody whose file is closed', async () => {
    const page = await incoming.get(at)
    expect(page.text).toContain(
      'Bo Larch took over from Amy Thistle on 9 March 2026. No handover has been written yet.',
    )
    for (const said of [
      'Stay with Mill Lane',
      'Ask the school for a place',
      'by 1 April 2026',
      'Pat Reed',
      'Head of year, Hill School',
      '01632 960 111',
      'Ivy Pebble',
      'Was missing',
      'Hold the review',
    ])
      expect(page.text, said).toContain(said)
    expect(page.text).not.toContain('Hidden')
    expect(page.text).not.toContain('Old Carer')
  })

  test('half written comes back whole; written, it is there and is asked for no more', async () => {
    const half = await outgoing.post(at, { told: 'By Amy, at home' })
    expect(half.status).toBe(422)
    expect(half.problems.map(p => p.href).sort()).toEqual(['#goodbye', '#risks'])
    const sent = await outgoing.send(half, at, { goodbye: 'planned', risks: 'Her uncle' })
    expect(sent.to).toBe(`${at}?done=yes`)
    const read = await incoming.get(at)
    expect(read.text).toContain('By Amy, at home')
    expect(read.text).toContain('It is planned')
    expect(read.text).not.toContain('No handover has been written')
    for (const who of [outgoing, incoming]) expect((await who.get('/')).html).not.toContain(`href="${at}"`)
  })

  test('is kept as a draft', async () => {
    await incoming.post(`/child/${older.code}/handover`, { told: 'Half a' }, { button: ['_keep', 'hand'] })
    expect((await incoming.get(`/child/${older.code}/handover`)).html).toContain('Half a')
    expect((await readEntries(app.store.db, older.subject.id)).some(e => e.type === 'handover')).toBe(false)
  })

  test('is read by a director, who does not write it', async () => {
    const director = await app.signInAs(cast.director)
    const page = await director.get(at)
    expect(page.status).toBe(200)
    expect(page.forms.some(f => f.names.has('told'))).toBe(false)
    expect((await (await app.signInAs(cast.stranger)).get(at)).status).toBe(403)
  })

  test('of last year is no longer asked for', async () => {
    app.at('2026-07-10T12:00:00.000Z')
    const later = await app.signInAs(cast.colleague)
    expect((await later.get('/')).html).not.toContain(`href="/child/${older.code}/handover"`)
    app.at('2026-03-10T12:00:00.000Z')
  })
})
