import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entriesOf, givenFile, subjectsOf } from '../../test/support/children.ts'
import { details, given, givenSubject } from '../../test/support/given.ts'
import { memoryStore } from '../../test/support/memory.ts'
import { cast, workerEntry, workerSubject } from '../../test/support/people.ts'
import { decide } from '../domain/access/decide.ts'
import { type Action, actions, type Role, roles, type Viewer } from '../domain/access/roles.ts'
import { type Day, day, type Instant } from '../domain/kernel/day.ts'
import { mayDo, targetOf } from './access.ts'
import type { Store } from './connection.ts'
import { append, appendAll } from './ledger.ts'
import { giveReason } from './reasons.ts'

const people = Object.values(cast)
const somebody = fc.constantFrom(...people)

/** Some are placed with somebody, some are to come to somebody: in time, too late, and on a day long past. */
const whom = (i: number) => people[(i * 3) % people.length]?.id ?? ''
const placedWith = (id: string, i: number) =>
  given(id, 'placement', { from: day('2026-02-09'), type: 'U6', account: whom(i) })
const comesTo = (id: string, i: number) =>
  given(id, 'placement-arranged', {
    on: day('2026-03-01'),
    account: whom(i),
    from: day(['2026-03-14', '2026-03-18', '2026-03-07', '2026-03-06'][Math.floor(i / 5) % 4] ?? ''),
    know: 'A night light',
  })

/** Children in every way of being held: by whom, in which team, reviewed by whom, closed to all but whom. */
const files = fc
  .sample(
    fc.record({
      worker: fc.option(somebody, { nil: null, freq: 4 }),
      reviewing: fc.option(somebody, { nil: null }),
      chairing: fc.option(somebody, { nil: null }),
      named: fc.option(fc.subarray(people, { maxLength: 4 }), { nil: null, freq: 2 }),
    }),
    { numRuns: 24, seed: 20260310 },
  )
  .map(({ worker, reviewing, chairing, named }, i) =>
    givenFile({
      worker,
      // Some are young people of seventeen, some look after no longer.
      more: id => [
        ...(chairing
          ? [
              given(id, 'allocation', {
                from: day('2026-01-05'),
                as: 'chairing',
                worker: chairing.id,
                team: 'Chairs',
              }),
            ]
          : []),
        ...(i % 3 === 0
          ? [given(id, 'person-details', details('2008-05-06', { asOf: day('2026-01-06') }))]
          : []),
        ...(i % 5 === 1 ? [placedWith(id, i)] : []),
        ...(i % 5 === 3 ? [comesTo(id, i)] : []),
        ...(i % 4 === 0 ? [given(id, 'ceased-looked-after', { on: day('2026-02-02'), reason: 'E12' })] : []),
      ],
      ...(reviewing ? { reviewing } : {}),
      ...(named && named.length > 0 ? { named } : {}),
    }),
  )

const NOW = '2026-03-10T12:00:00.000Z' as Instant
const TOMORROW = '2026-03-11T00:00:00.000Z' as Instant
let store: Store

/** Files given to people by a visit: some for good, some until that day, some taken back, some from tomorrow on. */
const visit = givenSubject('visit', 'V9')
const samples = files.flatMap((f, i) => {
  const inspector = people[(i * 5) % people.length]?.id ?? ''
  const given_ = (until: string, happened: Day) => ({
    ...given(visit.id, 'visit-sample-added', {
      child: f.subject.id,
      inspector,
      until: day(until),
      how: 'asked',
    }),
    happened,
  })
  const back = given(visit.id, 'visit-sample-removed', { child: f.subject.id, inspector })
  const ways = [
    [],
    [given_('2026-12-31', day('2026-03-09'))],
    [given_('2026-03-10', day('2026-03-09'))],
    [given_('2026-12-31', day('2026-03-09')), { ...back, happened: day('2026-03-09') }],
    [given_('2026-12-31', day('2026-03-11'))],
  ]
  return ways[i % ways.length] ?? []
})

beforeAll(async () => {
  store = await memoryStore()
  await store.db.transaction().execute(async tx => {
    await appendAll(tx, people.map(workerSubject), people.map(workerEntry))
    await appendAll(tx, subjectsOf(files), entriesOf(files))
    await appendAll(tx, [visit], samples)
    for (const [i, f] of files.entries())
      if (i % 6 === 2)
        await append(tx, { id: whom(i), kind: 'worker', code: '' }, [
          given(whom(i), 'own-file', { from: day('2026-01-09'), child: f.subject.id }),
        ])
    for (const [i, f] of files.entries())
      if (i % 3 === 0)
        await giveReason(tx, people[i % people.length]?.id ?? '', f.subject.id, 'Asked to help', NOW)
  })
})
afterAll(async () => await store.close())

const inSql = async (viewer: Viewer, action: Action, now: Instant) => {
  const { rows } = await sql<{
    subject: string
  }>`select p.subject from person p where ${mayDo(viewer, action, now)}
    order by p.subject`.execute(store.db)
  return rows.map(r => r.subject)
}

const onePerOne = async (viewer: Viewer, action: Action, now: Instant) => {
  const found: string[] = []
  for (const f of files) {
    const target = await targetOf(store.db, f.subject.id, viewer, now)
    if (target && decide(viewer, action, target).allow) found.push(f.subject.id)
  }
  return found.sort()
}

test('the list that SQL gives is the list of children for whom the decision is yes', async () => {
  const role = fc.constantFrom(...(Object.keys(roles) as Role[]))
  const action = fc.constantFrom(...(Object.keys(actions) as Action[]))
  const team = fc.constantFrom('Oak', 'Elm', 'Reviewing', null)
  await fc.assert(
    fc.asyncProperty(
      somebody,
      role,
      team,
      action,
      fc.constantFrom(NOW, TOMORROW),
      async (who, r, t, a, now) => {
        // Whoever it is may have any role: what they are to a child is read from the record, what they may do from the role.
        const viewer = { ...who, role: r, team: t }
        expect(await inSql(viewer, a, now)).toEqual(await onePerOne(viewer, a, now))
      },
    ),
    { numRuns: 60 },
  )
})

test('the children are held in every way, or the test above would prove little', async () => {
  const seen = new Set<string>()
  for (const viewer of people)
    for (const f of files) {
      const target = await targetOf(store.db, f.subject.id, viewer, NOW)
      seen.add(target?.sensitivity ?? '')
      for (const r of target?.relationships ?? []) seen.add(r)
    }
  expect([...seen].sort()).toEqual(
    [
      'allocated',
      'caring',
      'chairing',
      'leaving-care',
      'looked-after',
      'named',
      'ordinary',
      'reason',
      'restricted',
      'reviewing',
      'sampled',
      'self',
      'team',
      'unallocated',
    ].sort(),
  )
})

test('a reason holds until midnight in England', async () => {
  const { worker } = cast
  const [file] = files
  if (!file) throw new Error('no file')
  await giveReason(
    store.db,
    worker.id,
    file.subject.id,
    'Asked to help',
    '2026-06-10T21:30:00.000Z' as Instant,
  )
  const has = async (now: string) =>
    (await targetOf(store.db, file.subject.id, worker, now as Instant))?.relationships.includes('reason')
  expect(await has('2026-06-10T22:59:59.000Z')).toBe(true)
  expect(await has('2026-06-10T23:00:00.000Z')).toBe(false)
})

test('a sampled file is open to the end of its last day in England, and to no other inspector', async () => {
  const sampled = async (viewer: Viewer, child: string, now: string) =>
    (await targetOf(store.db, child, viewer, now as Instant))?.relationships.includes('sampled')
  const one = samples.find(s => s.answers.until === '2026-03-10')
  const who = people.find(v => v.id === one?.answers.inspector)
  const other = people.find(v => v.id !== who?.id)
  if (!one || !who || !other) throw new Error('nothing is sampled')
  const child = String(one.answers.child)
  expect(await sampled(who, child, '2026-03-10T23:59:59.000Z')).toBe(true)
  expect(await sampled(who, child, '2026-03-11T00:00:00.000Z')).toBe(false)
  expect(await sampled(other, child, '2026-03-10T12:00:00.000Z')).toBe(false)
})

test('a file that is not there is nothing to anybody', async () =>
  expect(await targetOf(store.db, cast.worker.id, cast.director, NOW)).toBeUndefined())
