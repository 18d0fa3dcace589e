import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenFile } from '../../../../test/support/children.ts'
import { details, given, givenChild, givenSubject } from '../../../../test/support/given.ts'
import { memoryStore } from '../../../../test/support/memory.ts'
import { cast } from '../../../../test/support/people.ts'
import { day } from '../../../domain/kernel/day.ts'
import type { Store } from '../../connection.ts'
import { append, appendAll } from '../../ledger.ts'
import { written903 } from './903.ts'

let store: Store
beforeAll(async () => {
  store = await memoryStore()
})
afterAll(async () => await store.close())

test('the return has restricted children, joined files once, workers by their numbers, and a baby by its own file', async () => {
  const restricted = givenFile({ code: 'CLOSED', named: [cast.manager] })
  const [one, two, baby] = [givenChild('ONE'), givenChild('TWO'), givenChild('BABY')]
  const council = givenSubject('authority', 'AUTHORITY')
  const worker = givenSubject('worker', 'W9')
  const born = (id: string, d: string, more = {}) => given(id, 'person-details', details(d, more))
  const care = (id: string, from: string) => [
    given(id, 'became-looked-after', { from: day(from), need: 'N1' }),
    given(id, 'placement', { from: day(from), type: 'U6', provider: 'PR1' }),
  ]
  const all = [
    ...restricted.entries,
    born(one.id, '2009-05-06'),
    ...care(one.id, '2025-05-01'),
    given(one.id, 'ceased-looked-after', { on: day('2025-06-01'), reason: 'E4A' }),
    born(two.id, '2009-05-06', { asOf: day('2025-09-01') }),
    ...care(two.id, '2025-09-01'),
    given(two.id, 'allocation', { from: day('2025-09-01'), as: 'worker', worker: worker.id, team: 'Oak' }),
    given(two.id, 'relationship', { kind: 'child', child: baby.id }),
    born(baby.id, '2025-12-24'),
    given(worker.id, 'staff-details', {
      from: day('2020-01-01'),
      name: 'Ada Thistle',
      role: 'social-worker',
      registered: true,
      registration: 'SW123',
      working: true,
    }),
    given(council.id, 'authority-details', { name: 'Thimble', number: '999' }),
  ]
  await store.db
    .transaction()
    .execute(tx => appendAll(tx, [restricted.subject, one, two, baby, council, worker], all))
  await store.db
    .transaction()
    .execute(tx => append(tx, one, [given(one.id, 'merged', { into: two.id, why: 'One child' })]))

  const { tables, sources } = await written903(store.db, 2025, day('2026-07-01'))
  expect(tables.Header.text('CHILD')).toEqual(['CLOSED', 'TWO'])
  expect(tables.Header.text('MC_DOB')).toEqual([null, '24/12/2025'])
  expect(tables.Episodes.text('CHILD')).toEqual(['CLOSED', 'TWO', 'TWO'])
  expect(tables.Episodes.text('DECOM')).toEqual(['05/01/2026', '01/05/2025', '01/09/2025'])
  expect(tables.Episodes.text('REC')).toEqual([null, 'E4A', null])
  expect(tables.SWEpisodes.text('SW_ID').at(-1)).toBe('SW123')
  // The page that mends a row is the file that goes on, whoever's ledger holds the entry.
  expect(sources.Episodes.map(s => s.child)).toEqual([restricted.subject.id, two.id, two.id])

  const earlier = await written903(store.db, 2024, day('2026-07-01'))
  expect(earlier.tables.Header.rows).toBe(0)
})
