import { expect, test } from 'vitest'
import { day } from '../src/domain/kernel/day.ts'
import { foldAgency, foldRound } from '../src/domain/quality/fold-section-11.ts'
import { foldObservation, observationState } from '../src/domain/quality/observation.ts'
import { sectionElevenStandards } from '../src/domain/quality/section-11-standards.ts'
import { parse, rawAnswers } from '../src/domain/records/parse.ts'
import { knownRecordType } from '../src/domain/records/registry.ts'
import { evidence } from './words/section-11.ts'
import { observationEntries } from './write/observations.ts'
import { sectionElevenEntries, type Written } from './write/section-11.ts'

const id = (n: number) => `01890a5d-ac96-774b-bcce-b302099a80${n}`
const TODAY = day('2026-06-30')
const rounds = (on = TODAY) => sectionElevenEntries(id(10), 'Eastmere', on)
const list = [120, 80, 60, 18, 16, 15].map((ago, i) => ({
  tool: i === 1 ? 'observed-supervision' : 'observed-conference',
  observed: id(20),
  observer: id(10),
  team: 'Oak',
  child: i === 1 ? null : id(30 + i),
  ago,
}))
const observations = (on = TODAY) => observationEntries(list, id(10), 'Eastmere', on)
const files = ({ subjects, entries }: Written) =>
  subjects.map(s => ({
    ...s,
    entries: entries.filter(e => e.subject === s.id).map((e, i) => ({ ...e, seq: i + 1 })),
  }))

test('the same day gives the same, nothing lies ahead, and the forms would take all of it', () => {
  for (const made of [rounds, observations]) {
    expect(made()).toEqual(made())
    for (const on of ['2026-06-30', '2026-05-01', '2025-07-01'].map(day))
      for (const e of made(on).entries) expect(e.happened <= on).toBe(true)
    for (const e of made().entries) {
      const type = knownRecordType(e.type)
      const read = parse(type, rawAnswers(type, e.answers), { today: TODAY, born: null, unborn: false })
      expect(read, e.type).toMatchObject({ ok: true })
    }
  }
  for (const s of sectionElevenStandards) expect(evidence[s.code]?.length, s.code).toBeGreaterThan(0)
})

test('one round is closed, the other has three answers of five', () => {
  const all = files(rounds())
  const [first, second] = all.filter(f => f.kind === 'section-11').map(f => foldRound(f.code, f.entries))
  expect([first?.closed === null, second?.closed]).toEqual([false, null])
  const finished = (round: string) =>
    all
      .flatMap(f => (f.kind === 'agency-audit' ? (foldAgency(f.code, f.entries) ?? []) : []))
      .filter(a => a.round === round && a.finished !== null).length
  expect([finished('E1'), finished('E2')]).toEqual([5, 3])
})

test('six observations, of which two wait for an answer', () => {
  const folded = files(observations()).flatMap(f =>
    f.kind === 'observation' ? (foldObservation(f.entries) ?? []) : [],
  )
  expect(folded).toHaveLength(6)
  expect(folded.filter(o => observationState(o, TODAY) === 'Waits for an answer')).toHaveLength(2)
  expect(folded.filter(o => o.child === null)).toHaveLength(1)
})
