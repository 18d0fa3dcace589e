import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../kernel/day.ts'
import type { Entry } from '../records/entry.ts'
import type { Answers } from '../records/kinds/field.ts'
import { knownRecordType } from '../records/registry.ts'
import { missingOf } from '../records/types/section-11.ts'
import { foldAgency, foldRound, standardsAfter } from './fold-section-11.ts'
import { actionDue, isLate, metOf, RATINGS, ratingNow, roundThemes } from './section-11.ts'
import { sectionElevenStandards } from './section-11-standards.ts'

type Line = readonly [type: string, answers: Answers, on?: string]
const file = (...said: readonly Line[]): readonly Entry[] =>
  said.map(([type, answers, on = '2026-03-02'], i) => ({
    id: `e${i}`,
    subject: 'agency',
    seq: i + 1,
    type,
    happened: day(on),
    recorded: '2026-03-02T10:00:00.000Z' as Entry['recorded'],
    author: 'somebody',
    answers,
    amends: null,
    sensitivity: 'ordinary' as const,
    source: null,
  }))

const asked = [
  'agency-asked',
  { round: 'E1', agency: 'Harbour Police', contact: 'Pat Wren', key: 'first' },
] as const
const finished = ['agency-finished', { by: 'Pat Wren' }] as const
const said = (standard: string, rating: string, more: Answers = {}) =>
  ['agency-standard', { standard, rating, evidence: 'Seen.', by: 'Pat Wren', ...more }] as const
const round = foldRound(
  'E1',
  file(['agency-round', { title: 'Section 11, 2026', due: '2026-04-30', board: 'B1' }, '2026-03-02']),
)
const agency = (...more: readonly Line[]) => {
  const made = foldAgency('A1', file(asked, ...more))
  if (!made || !round) throw new Error('Nothing was folded.')
  return { made, round }
}

describe('standards', () => {
  test('are twelve, each with a code of its own and words for what every rating looks like', () => {
    expect(sectionElevenStandards).toHaveLength(12)
    expect(new Set(sectionElevenStandards.map(s => s.code)).size).toBe(12)
    for (const s of sectionElevenStandards) {
      expect(s.question).toMatch(/\?$/)
      expect(Object.values(s.looksLike).every(w => w.length > 15)).toBe(true)
    }
  })

  test('need evidence, and an action with owner and date below full', () => {
    const bare = { rating: null, evidence: null, action: null, owner: null, by: null }
    expect(Object.keys(missingOf(bare))).toEqual(['rating'])
    expect(Object.keys(missingOf({ ...bare, rating: 'full' }))).toEqual(['evidence'])
    expect(Object.keys(missingOf({ ...bare, rating: 'part' }))).toEqual(['evidence', 'action', 'owner', 'by'])
    expect(missingOf({ ...bare, rating: 'none', evidence: 'No staff meet children.' })).toEqual({})
  })
})

describe('an answer', () => {
  test('counts for nothing until it is finished', () => {
    expect(ratingNow(agency(said('voice', 'part')).made, 'voice')).toBeNull()
    expect(ratingNow(agency(said('voice', 'part'), finished).made, 'voice')).toBe('part')
  })

  test('stands as the last that was saved of each standard', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('voice', 'lead', 'training'), fc.constantFrom(...RATINGS)), {
          maxLength: 20,
        }),
        saves => {
          const folded = standardsAfter(file(...saves.map(([s, r]) => said(s, r))))
          for (const s of ['voice', 'lead', 'training'])
            expect(folded.get(s)?.rating).toBe(saves.findLast(([code]) => code === s)?.[1])
        },
      ),
    )
  })

  test('gives way to what was agreed after a challenge', () => {
    const { made } = agency(said('lead', 'full'), finished, [
      'agency-challenged',
      { standard: 'lead', view: 'shown', agreed: 'part', why: 'No deputy.', who: 'Sam Reed of health' },
    ])
    expect(ratingNow(made, 'lead')).toBe('part')
    expect(metOf([made], 'lead')).toEqual({ met: 0, of: 1 })
    expect(made.answers.get('lead')?.rating).toBe('full')
  })

  test('is followed to done: said, looked at, put off, done', () => {
    const action = { action: 'Name a deputy', owner: 'Head', due: '2026-06-30' }
    const start = [said('lead', 'part', action), finished] as const
    const told = ['agency-action-said', { standard: 'lead', what: 'Named.', by: 'Pat' }] as const
    const no = [
      'agency-action-seen',
      { standard: 'lead', done: false, what: 'Not yet', again: '2026-08-31' },
    ] as const
    const yes = ['agency-action-seen', { standard: 'lead', done: true, what: 'I met her' }] as const
    const at = (...more: readonly Line[]) => agency(...start, ...more).made
    expect([at().actions.get('lead')?.state, actionDue(at(), 'lead')]).toEqual(['open', '2026-06-30'])
    expect(at(told).actions.get('lead')?.state).toBe('said')
    expect([at(told, no).actions.get('lead')?.state, actionDue(at(told, no), 'lead')]).toEqual([
      'open',
      '2026-08-31',
    ])
    expect(at(told, no, yes).actions.get('lead')?.state).toBe('done')
  })

  test('the last letter’s code is the one that opens it; none does once the agency is asked no more', () => {
    expect(agency().made.key).toBe('first')
    expect(agency(['agency-new-code', { key: 'second' }]).made.key).toBe('second')
    expect(agency(['agency-left', { why: 'It ended.' }]).made.key).toBeNull()
  })

  test('is late from the day after it was due', () => {
    const { made, round: r } = agency()
    expect([isLate(made, r, day('2026-04-30')), isLate(made, r, day('2026-05-01'))]).toEqual([false, true])
    expect(isLate(agency(finished).made, r, day('2026-05-01'))).toBe(false)
  })
})

test('themes are the standards somebody falls short of, the weakest first; what does not apply is not counted', () => {
  const one = agency(said('lead', 'no'), said('voice', 'part'), said('training', 'none'), finished).made
  const two = agency(said('lead', 'part'), said('voice', 'full'), said('training', 'full'), finished).made
  const themes = roundThemes([one, two], sectionElevenStandards)
  expect(themes.map(t => [t.standard.code, t.met, t.of])).toEqual([
    ['lead', 0, 2],
    ['voice', 1, 2],
  ])
  expect(metOf([one, two], 'training')).toEqual({ met: 1, of: 1 })
})

test('an action that is not done needs another day', () => {
  const type = knownRecordType('agency-action-seen')
  expect(Object.keys(type.faults({ standard: 'lead', done: false, what: 'No' }))).toEqual(['again'])
  expect(type.faults({ standard: 'lead', done: true, what: 'Yes' })).toEqual({})
})
