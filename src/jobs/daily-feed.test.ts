import { expect, test } from 'vitest'
import { details, given, givenChild } from '../../test/support/given.ts'
import { day } from '../domain/kernel/day.ts'
import { lastRun } from '../store/returns/daily/runs.ts'
import { isDue, sendDaily } from './daily-feed.ts'
import { askedToWait } from './department.ts'

import { dailyFeed, inNeed, KEY, RECEIPT, say } from './test-daily-feed.ts'

const { app, to, asked, answers, waits, run, children, stand, codes } = await dailyFeed()

test('every child in social care is sent once, a hundred in a request, with the key and to the council; nobody else', async () => {
  const all = await children(101)
  const early = givenChild('EARLY')
  await app.write([early], [given(early.id, 'person-details', details('2020-01-01'))])
  expect(await run()).toEqual({ sent: 101, purged: 0, refused: 0, unchanged: 0, stopped: null })
  expect(asked.map(a => a.children.length)).toEqual([100, 1])
  expect(asked[0]).toMatchObject({
    path: '/api/children_social_care_data/999/children',
    headers: { supplierkey: KEY, 'content-type': 'application/json' },
  })
  expect(codes().flat()).toEqual(all.map(c => c.code))
  expect(await stand(all[7])).toMatchObject({ receipt: RECEIPT, refused: null, sent: app.now() })
  asked.length = 0
  expect(await run()).toMatchObject({ sent: 0, unchanged: 101 })
  expect(asked).toEqual([])
})

test('what changed is sent and nothing else; a file that was joined to another is purged', async () => {
  const [one, two, three] = await children(3)
  await run()
  asked.length = 0
  if (!one || !two || !three) throw new Error('three')
  await app.write(
    [],
    [
      given(one.id, 'case-closed', { on: day('2026-03-02'), reason: 'RC8', why: 'Well' }),
      given(three.id, 'merged', { into: two.id, why: 'One child' }),
    ],
  )
  expect(await run()).toMatchObject({ sent: 2, purged: 1, unchanged: 0 })
  const sent = asked.flatMap(a => a.children)
  expect(sent.find(c => c.la_child_id === one.code)).toMatchObject({
    social_care_episodes: [{ closure_date: '2026-03-02', closure_reason: 'RC8' }],
  })
  expect(sent.find(c => c.la_child_id === three.code)).toEqual({ la_child_id: three.code, purge: true })
  asked.length = 0
  expect(await run()).toMatchObject({ sent: 0, purged: 0, unchanged: 2 })
})

test('a receipt for each child, where the Department gives one for each', async () => {
  const [one, two] = await children(2)
  const each = ['aaaaaaaa-2222-4333-8444-555555555555', 'bbbbbbbb-2222-4333-8444-555555555555']
  answers.usual = say(
    200,
    each.map(r => `2026-03-10_12:00:00.00_${r}`),
  )
  await run()
  expect([(await stand(one))?.receipt, (await stand(two))?.receipt]).toEqual(each)
})

test('204 takes it without a receipt', async () => {
  const [one] = await children(1)
  answers.usual = say(204)
  expect(await run()).toMatchObject({ sent: 1 })
  expect(await stand(one)).toMatchObject({ receipt: null, sent: app.now() })
})

test('400 is told of the child for whom it was; the others go; the same is not sent again until it changes', async () => {
  const all = await children(5)
  const bad = all[3]
  answers.usual = (response, list) =>
    list.some(c => c.la_child_id === bad?.code) && list.every(c => c.purge !== true)
      ? say(400, { error: 'Payload was malformed' })(response, list)
      : say(200, RECEIPT)(response, list)
  expect(await run()).toMatchObject({ sent: 4, refused: 1 })
  expect((await stand(bad))?.refused).toEqual([expect.stringContaining('Payload was malformed')])
  expect((await stand(all[2]))?.refused).toBeNull()
  asked.length = 0
  expect(await run()).toMatchObject({ sent: 0, refused: 1, unchanged: 4 })
  expect(asked).toEqual([])
  answers.usual = say(200, RECEIPT)
  await app.write([], [given(bad?.id ?? '', 'person-details', details('2014-05-07'))])
  expect(await run()).toMatchObject({ sent: 1, refused: 0 })
  expect((await stand(bad))?.refused).toBeNull()
})

test('a 400 that names a place in the request is asked of that child alone', async () => {
  const all = await children(8)
  answers.next = [
    say(400, 'error in [5].child_details.social_care_episodes[2]'),
    say(200, RECEIPT),
    say(400, 'no'),
  ]
  expect(await run()).toMatchObject({ sent: 7, refused: 1 })
  expect(asked.map(a => a.children.length)).toEqual([8, 7, 1])
  expect((await stand(all[5]))?.refused).toEqual(['The Department refused it: "no"'])
})

test('413 is halved until it is small enough; a child who alone is too large is told', async () => {
  await children(5)
  answers.usual = (response, list) => say(list.length > 2 ? 413 : 200, RECEIPT)(response, list)
  expect(await run()).toMatchObject({ sent: 5 })
  expect(asked.map(a => a.children.length)).toEqual([5, 3, 2, 1, 2])
  const big = givenChild('BIG')
  await app.write([big], inNeed(big))
  answers.usual = say(413)
  expect(await run()).toMatchObject({ sent: 0, refused: 1 })
  expect((await stand(big))?.refused).toEqual([expect.stringContaining('too large')])
})

test.each([
  [401, 'GOLDEN_THREAD_DFE_KEY'],
  [403, 'GOLDEN_THREAD_DFE_LA_CODE'],
  [404, 'GOLDEN_THREAD_DFE_URL'],
  [302, 'could not be reached'],
])('%i stops the run and says what to look at; what was taken before is kept', async (status, says) => {
  await children(101)
  const head: Record<string, string> = status === 302 ? { location: 'http://127.0.0.1:1/elsewhere' } : {}
  const stop = say(status, '', head)
  answers.next = [say(200, RECEIPT), stop, stop, stop, stop]
  const ran = await run()
  expect(ran).toMatchObject({ sent: 100, refused: 0 })
  expect(ran?.stopped).toContain(says)
  expect(ran?.stopped).not.toContain(KEY)
  expect(await lastRun(app.store.db)).toMatchObject({ sent: 100, stopped: ran?.stopped, ended: app.now() })
  answers.next = []
  expect(await run()).toMatchObject({ sent: 1, unchanged: 100, stopped: null })
})

test('429 waits as long as it is asked to, and 500 longer each time; then the run stops and loses nothing', async () => {
  await children(1)
  waits.length = 0
  answers.next = [say(429, '', { 'retry-after': '7' }), say(500), say(503)]
  expect(await run()).toMatchObject({ sent: 1, stopped: null })
  expect(waits).toEqual([7000, 2000, 4000])
  const more = givenChild('MORE')
  await app.write([more], inNeed(more))
  answers.usual = say(429)
  expect((await run())?.stopped).toContain('busy (429)')
  expect((await stand(more))?.sent ?? null).toBeNull()
  answers.usual = say(200, RECEIPT)
  expect(await run()).toMatchObject({ sent: 1 })
})

test('a connection that breaks, and an answer that never comes, are tried again', async () => {
  await children(1)
  answers.next = [response => void response.destroy(), () => {}]
  expect(await run({}, 1500)).toMatchObject({ sent: 1, stopped: null })
  expect(asked).toHaveLength(3)
  answers.usual = response => void response.destroy()
  const more = givenChild('MORE')
  await app.write([more], inNeed(more))
  expect((await run())?.stopped).toContain('could not be reached')
})

test('a token is fetched first where one is needed, and again when it is worn out', async () => {
  await children(1)
  answers.next = [say(401)]
  const token = { url: to.url.replace('/api', '/token'), client: 'c', secret: KEY, scope: 's' }
  expect(await run({ token })).toMatchObject({ sent: 1 })
  expect(asked.map(a => a.headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2'])
})

test('what our own look at it finds wrong is sent to nobody, and told', async () => {
  const [good] = await children(1)
  const bad = givenChild('BAD')
  await app.write([bad], inNeed(bad, { ethnicity: 'B2' }))
  expect(await run()).toMatchObject({ sent: 1, refused: 1 })
  expect(codes()).toEqual([[good?.code]])
  expect((await stand(bad))?.refused).toEqual([expect.stringContaining('“B2” is not a national code')])
})

test('a run that sends nothing writes nothing, and tells every message', async () => {
  const [one] = await children(1)
  const told: unknown[] = []
  const dry = { store: app.store, now: app.now, ask: null, onMessage: (m: unknown) => void told.push(m) }
  expect(await sendDaily(dry)).toMatchObject({ sent: 1, stopped: null })
  expect(told).toMatchObject([{ la_child_id: one?.code }])
  expect(await stand(one)).toBeUndefined()
  expect(await lastRun(app.store.db)).toBeUndefined()
  expect(asked).toEqual([])
})

test('of two runs at once one sends; a run that died does not stand in the way', async () => {
  await children(1)
  const both = await Promise.all([run(), run()])
  expect(both.filter(r => r === null)).toHaveLength(1)
  expect(asked).toHaveLength(1)
  await app.store.db.updateTable('daily_run').set({ ended: null }).execute()
  expect(await run()).toBeNull()
  app.at('2026-03-10T12:31:00.000Z')
  expect(await run()).toMatchObject({ unchanged: 1 })
})

test('it is due once a night, and again an hour after it was stopped', async () => {
  app.at('2026-03-10T01:30:00.000Z')
  expect(await isDue(app.store, app.now())).toBe(false)
  app.at('2026-03-10T02:30:00.000Z')
  expect(await isDue(app.store, app.now())).toBe(true)
  answers.usual = say(401)
  await children(1)
  await run()
  expect(await isDue(app.store, app.now())).toBe(false)
  app.at('2026-03-10T03:31:00.000Z')
  expect(await isDue(app.store, app.now())).toBe(true)
  answers.usual = say(200, RECEIPT)
  await run()
  app.at('2026-03-10T23:00:00.000Z')
  expect(await isDue(app.store, app.now())).toBe(false)
})

test('the wait that is asked for is read as seconds or as a time, and has an end', () => {
  const now = Date.parse('2026-03-10T12:00:00Z')
  expect(askedToWait('120', now)).toBe(120_000)
  expect(askedToWait('Tue, 10 Mar 2026 12:00:30 GMT', now)).toBe(30_000)
  expect(askedToWait('Tue, 10 Mar 2026 11:00:00 GMT', now)).toBe(0)
  expect(askedToWait('999999', now)).toBe(600_000)
  expect(askedToWait('soon', now)).toBeNull()
  expect(askedToWait(null, now)).toBeNull()
})

test('a run is in the log, and the key in nothing that is kept', async () => {
  await children(1)
  answers.usual = say(400, 'no')
  await run()
  const log = await app.store.db
    .selectFrom('access_log')
    .selectAll()
    .where('action', '=', 'returns')
    .execute()
  expect(log).toMatchObject([{ viewer: null, detail: { sent: 0, refused: 1 } }])
  const kept = await app.store.db.selectFrom('daily_feed').selectAll().execute()
  expect(JSON.stringify([log, kept, await lastRun(app.store.db)])).not.toContain(KEY)
})
