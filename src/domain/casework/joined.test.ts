import { describe, expect, test } from 'vitest'
import { details, given } from '../../../test/support/given.ts'
import { type Day, day, type Instant } from '../kernel/day.ts'
import type { Entry, NewEntry } from '../records/entry.ts'
import { foldFile } from './file.ts'
import { endOf, joinedInto, readAsOne } from './joined.ts'

const A = '01890a5d-ac96-774b-bcce-b302099a8001'
const B = '01890a5d-ac96-774b-bcce-b302099a8002'
const ledger = (...entries: readonly NewEntry[]): readonly Entry[] =>
  entries.map((e, i) => ({ ...e, seq: i + 1 }))
const at = (time: string) => ({ recorded: time as Instant })
const who = (id: string, on: string, more: Record<string, unknown>) =>
  given(id, 'person-details', details('2014-05-06', { asOf: day(on), ...more }))

describe('where a file ends', () => {
  const into = (...pairs: readonly (readonly [string, string])[]) => new Map(pairs)
  test.each<[string, ReadonlyMap<string, string>, string]>([
    ['nowhere but in itself', into(), 'a'],
    ['in the one it was joined to', into(['a', 'b']), 'b'],
    ['through every joining', into(['a', 'b'], ['b', 'c'], ['x', 'a']), 'c'],
    ['in itself, where joinings lead back', into(['a', 'b'], ['b', 'a']), 'a'],
    ['as far as they lead back elsewhere', into(['a', 'b'], ['b', 'c'], ['c', 'b']), 'a'],
  ])('%s', (_, map, end) => expect(endOf('a', map)).toBe(end))

  const merged = given(A, 'merged', { into: B, why: 'One child' }, at('2026-02-01T10:00:00.000Z'))
  const parted = given(A, 'unmerged', { why: 'Two' }, at('2026-02-02T10:00:00.000Z'))
  test('is told by its own entries', () => {
    expect(joinedInto(A, ledger(who(A, '2026-01-05', {})))).toBeNull()
    expect(joinedInto(A, ledger(who(A, '2026-01-05', {}), merged))).toBe(B)
    expect(joinedInto(A, ledger(merged, parted))).toBeNull()
    const withdrawn = given(A, 'withdrawal', { why: 'A slip' }, { amends: merged.id })
    expect(joinedInto(A, ledger(merged, withdrawn))).toBeNull()
  })
})

describe('files read as one', () => {
  test('stand in the order they were recorded, each in its own order though a clock was set back', () => {
    const note = (id: string, about: string, time: string) =>
      given(
        id,
        'case-note',
        { on: '2026-01-05' as Day, what: 'call', about, note: 'x', significant: 'no' },
        at(time),
      )
    const one = ledger(note(A, 'a1', '2026-01-05T10:00:00.000Z'), note(A, 'a2', '2026-01-05T09:00:00.000Z'))
    const two = ledger(note(B, 'b1', '2026-01-05T09:30:00.000Z'), note(B, 'b2', '2026-01-05T10:30:00.000Z'))
    const read = readAsOne([one, two])
    expect(read.map(e => e.answers.about)).toEqual(['b1', 'a1', 'a2', 'b2'])
    expect(read.map(e => e.seq)).toEqual([1, 2, 3, 4])
    expect(readAsOne([two, one])).toEqual(read)
    expect(readAsOne([one])).toBe(one)
  })

  test('are of the child as the file that goes on says; the other fills in, and its names are kept', () => {
    const own = ledger(
      who(B, '2024-01-08', { givenName: 'Wrenn', nhsNumber: '999 123 4567' }),
      who(B, '2025-01-08', { givenName: 'Wren', nhsNumber: '999 123 4567' }),
    )
    const joined = ledger(
      who(A, '2026-01-05', { givenName: 'Ren', otherNames: 'Birdy', sex: 'U', address: '12 Mill Lane' }),
    )
    const { person } = foldFile(B, readAsOne([own, joined]))
    expect(person).toMatchObject({
      givenName: 'Wren',
      sex: 'F',
      nhsNumber: '999 123 4567',
      address: '12 Mill Lane',
      otherNames: 'Wrenn Pebble; Ren Pebble; Birdy',
    })
    // A file without details of its own is of the child whom the other tells of.
    expect(foldFile(B, joined).person.givenName).toBe('Ren')
  })
})
