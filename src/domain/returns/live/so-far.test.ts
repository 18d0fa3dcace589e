import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import type { Typed } from '../../records/parse.ts'
import { knownRecordType } from '../../records/registry.ts'
import { answersSoFar } from './so-far.ts'

const CONTEXT = { today: day('2026-03-10'), born: day('2014-05-06'), unborn: false }
const soFar = (type: string, typed: Typed) => answersSoFar(knownRecordType(type), typed, CONTEXT)

test('what returns do not look at is made up where it is still to come, or wrong', () => {
  expect(soFar('looked-after-review', { heldOn: '30/1/2026', participation: 'PN1' })).toMatchObject({
    heldOn: '2026-01-30',
    participation: 'PN1',
    decisions: expect.any(String),
  })
})

test('nothing while something that returns look at is still to come, or can’t be read', () => {
  expect(soFar('looked-after-review', { heldOn: '30/1/2026' })).toBeUndefined()
  expect(soFar('looked-after-review', { heldOn: '31/2/2026', participation: 'PN1' })).toBeUndefined()
  expect(soFar('looked-after-review', { heldOn: '1/1/2011', participation: 'PN1' })).toBeUndefined()
})

test('a question that its condition rules out is not read', () => {
  expect(soFar('sdq', { on: '3/2/2026', scored: 'no', score: '12', reason: 'SDQ2' })).toEqual({
    on: '2026-02-03',
    scored: false,
    reason: 'SDQ2',
  })
})
