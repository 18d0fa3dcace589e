import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { details, given, givenChild, givenSubject } from '../../../test/support/given.ts'
import { rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { day, type Instant } from '../../domain/kernel/day.ts'
import { readEntries } from '../../store/ledger.ts'
import { unallocated } from '../../store/queries/unallocated.ts'

/** A child whose referral was accepted at a moment, by whom nobody has been given it. */
function accepted(name: string, at: string, more: (id: string) => ReturnType<typeof given>[] = () => []) {
  const subject = givenChild()
  const { id, code } = subject
  const moment = at as Instant
  const on = day(at.slice(0, 10))
  const entries = [
    given(id, 'person-details', details('2016-05-06', { givenName: name, familyName: 'Mere' })),
    given(id, 'referral-received', { receivedOn: on, source: '6', concern: 'Alone' }),
    given(
      id,
      'referral-decided',
      { decidedOn: on, decision: 'assess', need: 'N1', reasons: 'Alone', next: 'Visit' },
      { recorded: moment },
    ),
    ...more(id),
  ]
  return { subject, code, entries }
}

const helper = givenSubject('worker', 'H1')
const helperEntry = given(helper.id, 'staff-details', {
  from: day('2020-01-06'),
  name: 'Kim Alder',
  role: 'social-worker',
  team: 'Oak',
  working: true,
})
const full = givenSubject('worker', 'H2')
const fullEntry = given(full.id, 'staff-details', {
  from: day('2020-01-06'),
  name: 'Lou Ash',
  role: 'social-worker',
  team: 'Oak',
  registered: true,
  limit: 0,
  working: true,
})

const early = accepted('Ada', '2026-03-10T10:00:00.000Z')
const over = accepted('Bea', '2026-03-09T10:00:00.000Z')
const decidedNo = givenChild()
const left = accepted('Cal', '2026-03-02T10:00:00.000Z', id => [
  given(id, 'allocation', { from: day('2026-03-02'), as: 'worker', worker: cast.worker.id, team: 'Oak' }),
  given(
    id,
    'allocation-ended',
    { on: day('2026-03-09'), as: 'worker', why: 'Left' },
    { recorded: '2026-03-09T17:00:00.000Z' as Instant },
  ),
])
const closed = accepted('Dot', '2026-03-02T10:00:00.000Z', id => [
  given(id, 'case-closed', { on: day('2026-03-05'), reason: 'RC8', why: 'Safe' }),
])
const inCare = givenFile({ worker: null, name: ['Eve', 'Mere'] })
const hidden = givenFile({ worker: null, name: ['Zed', 'Hidden'], named: [cast.otherManager] })
const held = [1, 2, 3].map(n => givenFile({ worker: cast.stranger, name: [`Kit${n}`, 'Weir'] }))
const heldHidden = givenFile({ worker: cast.stranger, name: ['Zoe', 'Hidden'], named: [cast.manager] })

let app: App
let manager: Client
let director: Client
let otherManager: Client
beforeAll(async () => {
  const files = [early, over, left, closed]
  const given_ = [inCare, hidden, ...held, heldHidden]
  app = await appWith(
    [...files.map(f => f.subject), decidedNo, ...subjectsOf(given_), helper, full],
    [
      ...files.flatMap(f => f.entries),
      given(decidedNo.id, 'person-details', details('2016-05-06')),
      ...entriesOf(given_),
      helperEntry,
      fullEntry,
    ],
  )
  manager = await app.signInAs(cast.manager)
  otherManager = await app.signInAs(cast.otherManager)
  director = await app.signInAs(cast.director)
})
afterAll(async () => await app.close())

const allocations = async (id: string) =>
  (await readEntries(app.store.db, id)).filter(e => e.type === 'allocation')

describe('children without a worker', () => {
  test('are those whose case is open, looked after or with a plan; the longest waiting first, to the hour', async () => {
    const list = await unallocated(app.store.db, cast.manager, { now: app.now(), today: day('2026-03-10') })
    expect(list.total).toBe(4)
    expect(list.children.map(c => [c.givenName, c.since, c.sinceAt, c.why])).toEqual([
      ['Eve', '2026-01-05', null, 'looked-after'],
      ['Bea', '2026-03-09', '2026-03-09T10:00:00.000Z', 'in-need'],
      ['Cal', '2026-03-09', '2026-03-09T17:00:00.000Z', 'in-need'],
      ['Ada', '2026-03-10', '2026-03-10T10:00:00.000Z', 'in-need'],
    ])
    expect(list.children[2]).toMatchObject({ lastWorker: 'Amy Thistle', lastTeam: 'Oak' })
  })

  test('are listed with their hours, page by page', async () => {
    const page = await manager.get('/allocate')
    const rows = rowsOf(page.html).slice(1)
    expect(rows.map(r => r[1])).toEqual([
      '64 days, 63 over Late',
      '26 hours, 2 over Late',
      '19 hours',
      '2 hours',
    ])
    expect(page.text).toContain('4 children wait.')
    expect(page.text).not.toContain('Hidden')
    const part = await unallocated(
      app.store.db,
      cast.manager,
      { now: app.now(), today: day('2026-03-10') },
      { limit: 2, offset: 2 },
    )
    expect([part.total, part.children.map(c => c.givenName)]).toEqual([4, ['Cal', 'Ada']])
  })

  test('are seen by a director, who gives nobody', async () => {
    const page = await director.get('/allocate')
    expect(page.text).toContain('Bea Mere')
    expect(page.forms.flatMap(f => [...f.names]).some(n => n.startsWith('to-'))).toBe(false)
    const token = page.html.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? ''
    await director.raw('/allocate', {
      _csrf: token,
      [`to-${early.code}`]: cast.worker.id,
      [`entry-${early.code}`]: '01890a5d-ac96-774b-bcce-b302099a8099',
      [`basis-${early.code}`]: '3',
    })
    expect(await allocations(early.subject.id)).toEqual([])
  })

  test('nobody chosen: says what to do', async () => {
    const sent = await manager.post('/allocate', { [`to-${early.code}`]: '' })
    expect(sent.status).toBe(422)
    expect(sent.problems[0]?.text).toBe('Choose a worker for at least one child.')
  })

  test('several are given at once: what can be is, the rest comes back with its reason', async () => {
    const page = await manager.get('/allocate')
    const sent = await manager.send(page, '/allocate', {
      [`to-${early.code}`]: cast.colleague.id,
      [`to-${over.code}`]: helper.id,
      [`to-${left.code}`]: full.id,
    })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('1 child has a worker now.')
    expect(sent.problems.map(p => p.href)).toEqual([`#to-${over.code}`, `#despite-${left.code}`])
    expect(sent.problems[0]?.text).toMatch(/^Bea Mere: Kim Alder is not recorded as a registered/)
    expect(rowsOf(sent.html).some(r => r[0]?.startsWith('Ada'))).toBe(false)
    expect(await allocations(early.subject.id)).toHaveLength(1)
    expect(await allocations(over.subject.id)).toEqual([])
    const again = await manager.send(sent, '/allocate', {
      [`to-${over.code}`]: cast.worker.id,
      [`despite-${left.code}`]: 'Knows the family',
    })
    expect(again.to).toBe('/allocate?done=2')
    expect((await allocations(left.subject.id)).at(-1)?.answers).toMatchObject({
      worker: full.id,
      team: 'Oak',
      despite: 'Knows the family',
    })
    expect((await manager.follow(again)).text).toContain('2 children have a worker now.')
  })

  test('sent twice is one; one given meanwhile is told', async () => {
    const page = await manager.get('/allocate')
    const theirs = await otherManager.get('/allocate')
    const name = `to-${inCare.code}`
    expect((await manager.send(page, '/allocate', { [name]: cast.worker.id })).status).toBe(303)
    expect((await manager.send(page, '/allocate', { [name]: cast.worker.id })).status).not.toBe(500)
    expect(await allocations(inCare.subject.id)).toHaveLength(1)
    await otherManager.send(theirs, '/allocate', { [name]: cast.stranger.id })
    expect(await allocations(inCare.subject.id)).toHaveLength(1)
  })
})

describe('moving the children of a worker', () => {
  const at = '/team/W2/move'

  test('one send gives all to one, but for those with a name of their own and those who stay', async () => {
    const page = await otherManager.get(at)
    expect(page.text).toContain('Move the children of Cy Marsh')
    expect(page.text).not.toContain('Hidden')
    const [one, two, three] = held
    const sent = await otherManager.send(page, at, {
      everybody: cast.otherManager.id,
      [`to-${two?.code}`]: cast.colleague.id,
      [`to-${three?.code}`]: 'nobody',
    })
    expect(sent.to).toBe(`${at}?done=2`)
    const last = async (f: typeof one) => (await allocations(f?.subject.id ?? '')).at(-1)?.answers
    expect(await last(one)).toMatchObject({ worker: cast.otherManager.id, team: 'Elm' })
    expect(await last(two)).toMatchObject({ worker: cast.colleague.id, team: 'Oak' })
    expect(await last(three)).toMatchObject({ worker: cast.stranger.id })
    expect((await allocations(heldHidden.subject.id)).at(-1)?.answers.worker).toBe(cast.stranger.id)
  })

  test('nobody chosen, nobody there, and who may not', async () => {
    const none = await otherManager.post(at, { everybody: '' })
    expect(none.problems[0]?.href).toBe('#everybody')
    expect((await manager.get('/team/none/move')).status).toBe(404)
    // Another team’s children are not this manager’s to give.
    expect((await manager.get(at)).text).toContain('Not yours to give')
    expect((await (await app.signInAs(cast.worker)).get(at)).status).toBe(403)
  })
})

test('every feature that writes an allocation writes it where the check is asked', () => {
  const folder = fileURLToPath(new URL('..', import.meta.url))
  const wrong = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !/\.test\./.test(name))
    .filter(name => {
      const text = readFileSync(join(folder, name), 'utf8')
      return (
        /types\/allocation\.ts'/.test(text) && /\bappend(All)?\(/.test(text) && !/allocationFaults/.test(text)
      )
    })
  expect(wrong).toEqual([])
})
