import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, appWith } from '../../../test/support/app.ts'
import { givenFile } from '../../../test/support/children.ts'
import { given, givenChild } from '../../../test/support/given.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'
import { payloadOf } from '../../domain/returns/daily/due.ts'
import { eachCaseFile } from '../../store/queries/return-files.ts'
import { taken, workerNumbers } from '../../store/returns/daily/feed.ts'

const referral = (id: string) => [
  given(id, 'referral-received', { receivedOn: day('2025-12-01'), source: '2A', concern: 'Alone' }),
  given(id, 'referral-decided', {
    decidedOn: day('2025-12-02'),
    decision: 'assess',
    need: 'N1',
    assessment: 'single',
    reasons: 'Why',
    next: 'Visit',
  }),
]
const told = givenFile({ more: referral })
const wrong = givenFile({
  more: id => [
    ...referral(id),
    given(id, 'person-details', {
      asOf: day('2026-02-02'),
      unborn: false,
      familyName: 'Pebble',
      born: day('2014-05-06'),
      sex: 'F',
      ethnicity: 'B2',
    }),
  ],
})
const hidden = givenFile({
  more: id => [...referral(id), given(id, 'unaccompanied', { from: day('2025-12-01') })],
})
const closed = givenFile({ named: [cast.manager], more: referral })
const early = givenChild()

let app: App
beforeAll(async () => {
  app = await appWith()
  const files = [told, wrong, hidden, closed]
  await app.write(
    [...files.map(f => f.subject), early],
    [
      ...files.flatMap(f => f.entries),
      given(early.id, 'person-details', {
        asOf: day('2026-01-05'),
        unborn: false,
        sex: 'F',
        ethnicity: 'WBRI',
      }),
      given(early.id, 'allocation', {
        from: day('2026-01-05'),
        as: 'worker',
        worker: cast.worker.id,
        team: 'Oak',
      }),
    ],
  )
})
afterAll(async () => await app.close())

const open = async (file: { readonly code: string }, who = cast.worker) =>
  await (await app.signInAs(who)).get(`/child/${file.code}/department`)

test('every value in words, with the way to its entry', async () => {
  const page = await open(told)
  expect(page.status).toBe(200)
  expect(page.headings).toContain('What the Department receives')
  for (const words of [
    'Wren',
    '6 May 2014',
    'White British',
    '1 December 2025',
    'School',
    'Foster care',
    'SW00000',
  ])
    expect(page.text).toContain(words)
  const details = told.entries.find(e => e.type === 'person-details')
  expect(page.html).toContain(`/child/${told.code}/entry/${details?.id}`)
  expect(page.text).toContain('Nothing of this child has been sent yet')
  expect(page.text).not.toContain('undefined')
})

test('what is missing is told with what to do', async () => {
  const page = await open(told)
  expect(page.text).toContain('There is no pupil number, and no reason why.')
  expect(page.html).toContain(`/child/${told.code}/record/person-details`)
})

test('a refusal says what is wrong, and leads to the entry', async () => {
  const page = await open(wrong)
  expect(page.text).toContain('Why it would be refused')
  expect(page.text).toContain('“B2” is not a national code')
  expect(page.html).toContain(`/entry/${wrong.entries.findLast(e => e.type === 'person-details')?.id}`)
})

test('once it is taken, when and under which receipt; a change since then is told', async () => {
  const receipt = '11111111-2222-4333-8444-555555555555'
  const workers = await workerNumbers(app.store.db)
  await eachCaseFile(app.store.db, [told.subject], async ({ id, code, file }) => {
    const payload = payloadOf({ id, code, file, workers }, day('2026-03-10'))
    await taken(app.store.db, { id, code }, payload, receipt, app.now())
  })
  const page = await open(told)
  expect(page.text).toContain(`10 March 2026 at 12:00, receipt ${receipt}. It holds what is below.`)
  await app.write(
    [],
    [given(told.subject.id, 'case-closed', { on: day('2026-03-09'), reason: 'RC7', why: 'Well' })],
  )
  expect((await open(told, cast.director)).text).toContain('has changed since')
})

test('an entry kept from a reader is sent, and not shown', async () => {
  expect((await open(hidden)).text).toContain('Unaccompanied')
  const stranger = await app.signInAs(cast.stranger)
  await stranger.post(`/child/${hidden.code}/reason`, { reason: 'She came to our duty desk today.' })
  const page = await stranger.get(`/child/${hidden.code}/department`)
  expect(page.status).toBe(200)
  expect(page.text).not.toContain('Unaccompanied')
  expect(page.text).toContain('Some entries are kept from you')
})

test('a child without social care is told to nobody; a restricted file is shown to those it names', async () => {
  expect((await open(early)).text).toContain('receives nothing of this child')
  const refused = await open(closed)
  expect(refused.status).toBe(403)
  expect(refused.text).not.toContain('Foster care')
  expect((await open(closed, cast.manager)).status).toBe(200)
})
