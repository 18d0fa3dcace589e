import { afterAll, beforeAll, expect, test } from 'vitest'
import { details, given, givenChild, givenSubject } from '../../../test/support/given.ts'
import { memoryStore } from '../../../test/support/memory.ts'
import { day } from '../../domain/kernel/day.ts'
import type { NewEntry } from '../../domain/records/entry.ts'
import type { Store } from '../connection.ts'
import { append, appendAll } from '../ledger.ts'
import { AUTHORITY } from './authority.ts'
import { liveReturn, type Progress } from './returns-live.ts'

let store: Store
beforeAll(async () => {
  store = await memoryStore()
})
afterAll(async () => await store.close())

const AT = { year: 2025, today: day('2026-03-10') }
const inCare = (id: string): NewEntry[] => [
  given(id, 'person-details', details('2014-05-06')),
  given(id, 'became-looked-after', { from: day('2025-06-02'), need: 'N1' }),
  given(id, 'placement', { from: day('2025-06-02'), type: 'U6' }),
]
const never = () => false
const always = () => true
const ask = (enough = never, at = AT) =>
  store.db.transaction().execute(tx => liveReturn(tx, 'ssda903', at, enough))

function ready(progress: Progress) {
  if (!('ready' in progress)) throw new Error(`Only ${progress.read} of ${progress.of} read`)
  return progress.ready
}
const rows = (progress: Progress, rule: string) =>
  ready(progress)
    .issues.filter(i => i.rule.code === rule)
    .map(i => i.child)

/** No provider is given for the placement. */
const RULE = '526'
const many = Array.from({ length: 120 }, (_, i) => givenChild(`M${String(i).padStart(4, '0')}`))

test('it is read in steps: what was read is not read again, and only what changed is', async () => {
  const council = givenSubject('authority', AUTHORITY)
  await store.db
    .transaction()
    .execute(tx =>
      appendAll(
        tx,
        [council, ...many],
        [
          given(council.id, 'authority-details', { name: 'Thimble Council', number: '999' }),
          ...many.flatMap(c => inCare(c.id)),
        ],
      ),
    )
  expect(await ask(always)).toEqual({ read: 50, of: 120 })
  expect(await ask(always)).toEqual({ read: 100, of: 120 })
  const first = await ask(always)
  expect(rows(first, RULE)).toHaveLength(120)
  expect(ready(await ask(always))).toBe(ready(first))

  const [child] = many
  if (!child) throw new Error('There is one')
  const provider = { from: day('2025-06-02'), type: 'U6', provider: 'PR1' }
  const placement = (await store.db
    .selectFrom('happening')
    .select('entry')
    .where('subject', '=', child.id)
    .where('type', '=', 'placement')
    .executeTakeFirst()) ?? { entry: '' }
  await store.db
    .transaction()
    .execute(tx =>
      append(tx, child, [
        given(child.id, 'amendment', { why: 'Blank', becomes: provider }, { amends: placement.entry }),
      ]),
    )
  const after = await ask(always)
  expect(rows(after, RULE)).toHaveLength(119)
  expect(rows(after, RULE)).not.toContain(child.code)
})

test('a file joined to another is read as that one', async () => {
  const [, one, other] = many
  if (!one || !other) throw new Error('There are two')
  await store.db
    .transaction()
    .execute(tx => append(tx, other, [given(other.id, 'merged', { into: one.id, why: 'One child' })]))
  const after = ready(await ask())
  expect(after.children.has(other.code)).toBe(false)
  expect(after.children.get(one.code)).toBe(one.id)
})

test('each year is asked of its own days, and a return leads each child to its file', async () => {
  const now = ready(await ask())
  expect(now.children.get(many[5]?.code ?? '')).toBe(many[5]?.id)
  const before = ready(await ask(never, { ...AT, year: 2024 }))
  expect(before.children.size).toBe(0)
  expect(before.checked.tables.Header?.rows).toBe(0)
})
