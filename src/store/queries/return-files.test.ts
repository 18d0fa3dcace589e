import { afterAll, beforeAll, expect, test } from 'vitest'
import { details, given, givenChild } from '../../../test/support/given.ts'
import { memoryStore } from '../../../test/support/memory.ts'
import { day } from '../../domain/kernel/day.ts'
import type { NewEntry, NewSubject } from '../../domain/records/entry.ts'
import type { Store } from '../connection.ts'
import { append, appendAll } from '../ledger.ts'
import { allChildren, childrenWith, eachCaseFile, type ReturnFile } from './return-files.ts'

let store: Store
beforeAll(async () => {
  store = await memoryStore()
})
afterAll(async () => await store.close())

const file = (subject: NewSubject, from: string, to?: string): NewEntry[] => [
  given(subject.id, 'person-details', details('2014-05-06')),
  given(subject.id, 'became-looked-after', { from: day(from), need: 'N1' }),
  ...(to ? [given(subject.id, 'ceased-looked-after', { on: day(to), reason: 'E4A' })] : []),
]

test('files are given whole, in the order asked for, a joined one within the one that goes on', async () => {
  const [goes, stays, other] = [givenChild('GOES'), givenChild('STAYS'), givenChild('OTHER')]
  await store.db
    .transaction()
    .execute(tx =>
      appendAll(
        tx,
        [goes, stays, other],
        [
          ...file(goes, '2025-04-10', '2025-05-10'),
          ...file(stays, '2025-06-02'),
          ...file(other, '2023-01-02', '2025-04-01'),
        ],
      ),
    )
  await store.db
    .transaction()
    .execute(tx => append(tx, goes, [given(goes.id, 'merged', { into: stays.id, why: 'One child' })]))

  const inYear = await childrenWith(store.db, ['looked-after'], day('2025-04-01'), day('2026-03-31'))
  expect(inYear.map(c => c.code)).toEqual(['OTHER', 'STAYS'])
  expect(
    (await childrenWith(store.db, ['looked-after'], day('2025-04-02'), day('2026-03-31'))).map(c => c.code),
  ).toEqual(['STAYS'])
  expect((await allChildren(store.db)).map(c => c.code)).toEqual(['OTHER', 'STAYS'])

  const seen: ReturnFile[] = []
  const n = await eachCaseFile(store.db, [...inYear].reverse(), f => {
    seen.push(f)
  })
  expect(n).toBe(2)
  expect(
    seen.map(f => [
      f.code,
      f.file.spells.filter(s => s.kind !== 'without-worker').map(s => [s.kind, s.from, s.to]),
    ]),
  ).toEqual([
    [
      'STAYS',
      [
        ['looked-after', '2025-04-10', '2025-05-10'],
        ['looked-after', '2025-06-02', null],
      ],
    ],
    ['OTHER', [['looked-after', '2023-01-02', '2025-04-01']]],
  ])
})

test('what is awaited holds the next file back, and nobody is asked for where nobody is listed', async () => {
  const subjects = await allChildren(store.db)
  let open = 0
  await eachCaseFile(store.db, subjects, async () => {
    open += 1
    expect(open).toBe(1)
    await Promise.resolve()
    open -= 1
  })
  expect(await eachCaseFile(store.db, [], () => {})).toBe(0)
})
