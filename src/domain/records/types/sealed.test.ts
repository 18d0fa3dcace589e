import { expect, test } from 'vitest'
import { details, given, givenChild } from '../../../../test/support/given.ts'
import { foldFile } from '../../casework/file.ts'
import { day } from '../../kernel/day.ts'
import type { NewEntry } from '../entry.ts'
import { closedTo } from './sealed.ts'

const { id } = givenChild()
const ann = '01890a5d-ac96-774b-bcce-b302099a8051'
const ben = '01890a5d-ac96-774b-bcce-b302099a8052'
const care = [
  given(id, 'person-details', details('2019-05-06')),
  given(id, 'became-looked-after', { from: day('2024-01-05'), need: 'N1' }),
]
const adopted = (named?: string) =>
  given(id, 'ceased-looked-after', { on: day('2026-02-02'), reason: 'E12', ...(named ? { named } : {}) })
const restricted = (on: string, yes: boolean, named = '') =>
  given(id, 'restriction', { from: day(on), restricted: yes, ...(yes ? { named } : {}), reason: 'So' })
const whoOf = (...more: readonly NewEntry[]) =>
  closedTo(
    foldFile(
      id,
      [...care, ...more].map((e, i) => ({ ...e, seq: i + 1 })),
    ).spells,
  )

test('the record of an adoption seals the file, whatever the reason of any other end of care', () => {
  expect(whoOf()).toBeNull()
  expect(whoOf(adopted(`${ann} ${ben}`))).toEqual([ann, ben])
  expect(whoOf(adopted())).toEqual([])
  for (const reason of ['E4A', 'E8', 'E45', 'X1'])
    expect(whoOf(given(id, 'ceased-looked-after', { on: day('2026-02-02'), reason })), reason).toBeNull()
  expect(
    whoOf(given(id, 'case-closed', { on: day('2026-02-02'), reason: 'RC1', why: 'Adopted', named: ann })),
  ).toEqual([ann])
  expect(whoOf(given(id, 'case-closed', { on: day('2026-02-02'), reason: 'RC7', why: 'Over' }))).toBeNull()
})

test('lifting an ordinary restriction unseals nothing; naming others afterwards holds', () => {
  expect(whoOf(restricted('2026-01-05', true, ann), adopted(ben), restricted('2026-02-05', false))).toEqual([
    ben,
  ])
  expect(whoOf(adopted(), restricted('2026-02-05', true, ben))).toEqual([ben])
  const closed = given(id, 'case-closed', { on: day('2026-02-09'), reason: 'RC1', why: 'Adopted' })
  expect(whoOf(adopted(ann), closed)).toEqual([ann])
})

test('an adoption recorded by mistake seals no more once it is put right', () => {
  const made = adopted(ann)
  const becomes = { on: day('2026-02-02'), reason: 'E4A' }
  expect(whoOf(made, given(id, 'amendment', { why: 'A slip', becomes }, { amends: made.id }))).toBeNull()
  expect(whoOf(made, given(id, 'withdrawal', { why: 'A slip' }, { amends: made.id }))).toBeNull()
})
