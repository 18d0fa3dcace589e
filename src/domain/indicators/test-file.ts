import { givenChild, given as written } from '../../../test/support/given.ts'
import { foldFile } from '../casework/file.ts'
import { day } from '../kernel/day.ts'
import type { Entry, NewEntry } from '../records/entry.ts'
import { clocksOf } from '../timescales/evaluate.ts'
import { type Folded, viewOn } from './answer.ts'
import type { Condition } from './condition.ts'
import { find } from './read/find.ts'
import type { Found } from './read/view.ts'

/** For tests: entries folded as the store folds them. */
export function folded(entries: readonly NewEntry[]): Folded {
  const placed: readonly Entry[] = entries.map((e, i) => ({ ...e, seq: i + 1 }))
  const file = foldFile(entries[0]?.subject ?? '', placed)
  return { file, clocks: clocksOf(file) }
}

type Said = readonly [type: string, answers: Record<string, unknown>]

/** For tests: an invented child's file, from record types and answers. */
export function fileOf(...said: readonly Said[]): Folded {
  const { id } = givenChild()
  return folded(said.map(([type, answers]) => written(id, type, answers)))
}

/** For tests: what a condition finds at the end of a day. */
export const findOn = (c: Condition, f: Folded, on: string, months = 12): Found =>
  find(c, viewOn(f, day(on), months))

/** For tests: the records that most files begin with. */
export const born = (on: string, more: Record<string, unknown> = {}): Said => [
  'person-details',
  { asOf: day(on), unborn: false, born: day(on), sex: 'F', ethnicity: 'WBRI', ...more },
]
export const expected = (on: string): Said => [
  'person-details',
  { asOf: day('2009-01-01'), unborn: true, expected: day(on), sex: 'U', ethnicity: 'NOBT' },
]
export const care = (from: string): Said => ['became-looked-after', { from: day(from), need: 'N1' }]
export const ceased = (on: string): Said => ['ceased-looked-after', { on: day(on), reason: 'E4A' }]
export const placed = (from: string, type = 'U6'): Said => ['placement', { from: day(from), type }]
export const status = (from: string, code: string): Said => [
  'legal-status',
  { from: day(from), status: code },
]
export const review = (on: string, participation = 'PN1'): Said => [
  'looked-after-review',
  { heldOn: day(on), participation, decisions: 'Stay.' },
]
export const plan = (on: string, category = 'NEG'): Said => [
  'protection-plan-started',
  { conferenceOn: day(on), category, change: 'Food.', ifNot: 'Court.' },
]
export const planEnded = (on: string): Said => [
  'protection-plan-ended',
  { endedOn: day(on), reason: 'safe', analysis: 'Well.' },
]
export const referred = (on: string): Said => [
  'referral-received',
  { receivedOn: day(on), source: '6', concern: 'Left alone.' },
]
export const decided = (on: string, decision = 'assess'): Said => [
  'referral-decided',
  { decidedOn: day(on), decision, need: 'N1', reasons: 'Alone.', next: 'Visit.' },
]
export const allocated = (from: string, team = 'North', as = 'worker'): Said => [
  'allocation',
  { from: day(from), as, worker: '01890a5d-ac96-774b-bcce-b302099a8057', team },
]
export const allocationEnded = (on: string, as = 'worker'): Said => [
  'allocation-ended',
  { on: day(on), as, why: 'Done.' },
]
export const went = (from: string): Said => ['missing-episode', { from: day(from), kind: 'M' }]
export const cameBack = (on: string, interviewOn?: string): Said => [
  'returned',
  { on: day(on), interviewOffered: true, ...(interviewOn ? { interviewOn: day(interviewOn) } : {}) },
]
export const health = (on: string, outcome = 'held'): Said => ['health-assessment', { on: day(on), outcome }]
export const immunised = (on: string, upToDate = true): Said => ['immunisation', { on: day(on), upToDate }]
export const visited = (on: string, seen = 'alone'): Said => [
  'statutory-visit',
  { visitedOn: day(on), seen, views: 'Happy.', next: 'Again.' },
]
export const closed = (on: string): Said => ['case-closed', { on: day(on), reason: 'RC7', why: 'Safe.' }]
export const discussed = (on: string): Said => [
  'case-supervision',
  { on: day(on), thinking: 'Settled.', decision: 'Go on.', next: 'Visit.' },
]
