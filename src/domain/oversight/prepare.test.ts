import { describe, expect, test } from 'vitest'
import { addDays, day } from '../kernel/day.ts'
import type { SpellKindCode } from '../records/spell.ts'
import { type CaseRead, type Line, prepare, undone } from './prepare.ts'
import { type CaseFacts, prompts, promptsFor } from './prompts.ts'

const today = day('2026-03-10')
const ago = (n: number) => addDays(today, -n)

let made = 0
const line = (
  type: string,
  daysAgo: number,
  answers: Record<string, unknown> = {},
  more: Partial<Line> = {},
): Line => {
  made += 1
  return {
    entry: `e${made}`,
    type,
    happened: ago(daysAgo),
    summary: `${type} ${made}`,
    answers,
    waits: null,
    ...more,
  }
}
const spell = (kind: SpellKindCode, from: number, to: number | null = null) => ({
  kind,
  key: '',
  from: ago(from),
  to: to === null ? null : ago(to),
})
const read = (more: Partial<CaseRead>): CaseRead => ({
  born: day('2014-05-06'),
  heldSince: ago(200),
  lines: [],
  spells: [],
  clocks: [],
  siblings: [],
  repeated: 0,
  ...more,
})
const seen = (daysAgo: number) => line('statutory-visit', daysAgo, { seen: 'alone', views: 'Said little.' })

describe('what is prepared of one child', () => {
  test('moves since the last supervision, the last first; talk is no move', () => {
    const lines = [seen(40), line('case-note', 12, { what: 'call' }), seen(10), line('managers-decision', 3)]
    const { moved } = prepare(read({ lines }), ago(28), today)
    expect(moved.map(m => m.entry)).toEqual([lines[3]?.entry, lines[2]?.entry])
  })

  test('what moved under an earlier worker is not this one’s', () => {
    const lines = [seen(10)]
    expect(prepare(read({ lines, heldSince: ago(5) }), ago(28), today).moved).toEqual([])
  })

  test('clocks met are told with whether in time', () => {
    const clocks = [
      { series: 'looked-after-visit', due: ago(9), met: ago(10), ended: null, reason: false },
      { series: 'looked-after-review', due: ago(9), met: ago(3), ended: null, reason: false },
    ]
    expect(prepare(read({ clocks }), ago(28), today).moved.map(m => m.say)).toEqual([
      'Visit to a looked after child: in time',
      'Looked after review: late',
    ])
  })

  test('late, unsigned, sent back and undone are stuck', () => {
    const lines = [
      line(
        'case-supervision',
        40,
        { by: ago(20), decision: 'Call a meeting' },
        { summary: 'Call a meeting' },
      ),
      line('assessment', 30, {}, { waits: 'signature' }),
      line('early-help-assessment', 29, {}, { waits: 'author' }),
    ]
    const clocks = [
      { series: 'looked-after-review', due: ago(4), met: null, ended: null, reason: false },
      { series: 'dental-check', due: ago(4), met: null, ended: ago(6), reason: false },
    ]
    const { stuck } = prepare(
      read({ lines: lines.slice(0, 1).concat(lines.slice(2)), clocks }),
      ago(28),
      today,
    )
    expect(stuck.map(s => s.say)).toEqual([
      'Looked after review was due 6 March 2026, no reason given',
      'Decided and not done: Call a meeting, by 18 February 2026',
      'Early help assessment (CAF) was sent back and is not changed yet',
    ])
    expect(prepare(read({ lines }), ago(28), today).stuck.map(s => s.say)).toEqual([
      'Assessment waits to be signed off',
      'Early help assessment (CAF) was sent back and is not changed yet',
    ])
  })

  test('a decision is done when something moves after it, not before', () => {
    const decision = line('managers-decision', 30, { by: ago(20) })
    expect(undone([seen(35), decision], today)).toEqual([decision])
    expect(undone([decision, seen(5)], today)).toEqual([])
    expect(undone([line('managers-decision', 30, { by: addDays(today, 1) })], today)).toEqual([])
  })

  test('risks come from what ran', () => {
    const spells = [
      spell('missing', 20, 19),
      spell('missing', 50, 48),
      spell('missing', 120, 119),
      spell('placement', 300, 100),
      spell('placement', 100, 30),
      spell('placement', 30),
      spell('protection-plan', 500),
    ]
    const { risks, prompts: asked } = prepare(read({ spells, lines: [seen(3)] }), ago(28), today)
    expect(risks.map(r => r.say)).toEqual([
      'Missing 2 times in the last 90 days',
      '3 placements begun in a year',
      'On a protection plan for more than 15 months, since 26 October 2024',
    ])
    expect(asked).toHaveLength(3)
    expect(asked[0]).toMatch(/^3 placements in a year/)
  })
})

const calm: CaseFacts = {
  heldSince: ago(10),
  seenAlone: ago(5),
  heard: ago(5),
  lookedAfter: false,
  placements: 0,
  missing: 0,
  planSince: null,
  moved: ago(5),
  siblings: [],
  repeated: 0,
  undone: 0,
  lateWithoutReason: 0,
  discussed: ago(5),
  age: 11,
}

describe('questions to think with', () => {
  test('none where the record gives no cause', () => expect(promptsFor(calm, today)).toEqual([]))

  test.each<[string, Partial<CaseFacts>, RegExp]>([
    ['not-seen-alone', { seenAlone: ago(50) }, /Not seen alone for 7 weeks/],
    [
      'not-seen-alone',
      { seenAlone: null, heldSince: ago(60) },
      /no visit on which this child was seen alone/,
    ],
    ['placements', { placements: 3 }, /3 placements in a year/],
    ['missing', { missing: 2 }, /Missing 2 times/],
    ['undone', { undone: 1 }, /A decision is past the day/],
    ['drift', { moved: ago(30) }, /Nothing has moved for 4 weeks/],
    ['long-plan', { planSince: ago(500) }, /On a protection plan since/],
    ['same-words', { repeated: 2 }, /The same words/],
    ['siblings', { siblings: ['Wren', 'Jay'] }, /Wren and Jay are held/],
    ['not-heard', { heard: ago(100) }, /Whose voice is loudest/],
    ['late', { lateWithoutReason: 2 }, /2 things are late/],
    ['not-discussed', { discussed: ago(70) }, /two months/],
  ])('%s', (code, facts, asks) => {
    const asked = promptsFor({ ...calm, ...facts }, today)
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatch(asks)
    expect(prompts.find(p => p.code === code)?.when({ ...calm, ...facts }, today)).toBe(true)
  })

  test('a baby is not expected to be seen alone; a child held since yesterday is nobody’s neglect', () => {
    expect(promptsFor({ ...calm, age: 0, seenAlone: null, heldSince: ago(100) }, today)).toEqual([])
    const fresh = { ...calm, heldSince: ago(1), seenAlone: null, heard: null, moved: null, discussed: null }
    expect(promptsFor(fresh, today)).toEqual([])
  })

  test('every rule is tried above, ends in a question, and has a code of its own', () => {
    expect(new Set(prompts.map(p => p.code)).size).toBe(prompts.length)
    const all = {
      ...calm,
      seenAlone: ago(90),
      siblings: ['Wren'],
      planSince: ago(500),
      moved: ago(90),
      missing: 3,
    }
    for (const p of prompts) expect(p.ask(all, today)).toMatch(/\?$/)
  })

  test('the most pressing few', () => {
    const f = { ...calm, seenAlone: ago(90), placements: 4, missing: 3, undone: 2, moved: ago(90) }
    expect(promptsFor(f, today)).toHaveLength(3)
    expect(promptsFor(f, today, 9)).toHaveLength(5)
  })
})
