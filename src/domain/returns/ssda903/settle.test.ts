import { describe, expect, test } from 'vitest'
import { foldFile } from '../../casework/file.ts'
import type { Instant } from '../../kernel/day.ts'
import type { NewEntry } from '../../records/entry.ts'
import { reconcile } from './reconcile.ts'
import { printReport } from './report.ts'
import {
  AUTHOR,
  EMPTY,
  type Ledger,
  planOf,
  type SampleRows,
  sampleFolder,
  samplePlan,
  written,
} from './sample-folder.ts'
import { settle } from './settle.ts'

const header = ['A1,F,14/11/2012,WBRI,UN1,,']
const LAST: SampleRows = {
  header,
  episodes: ['A1,10/05/2023,S,V2,N1,U6,PR1,15/09/2024,X1,,,,', 'A1,15/09/2024,P,V2,N1,U4,PR4,,,,,ZZ3 3CC,'],
  reviews: ['A1,14/11/2012,05/06/2024,PN1'],
  oc2: ['A1,14/11/2012,11,,0,,1,1,1,0,,'],
  sw_episodes: ['A1,14/11/2012,SW1,01/10/2024,,MANAGE'],
}
const THIS: SampleRows = {
  header,
  episodes: [
    'A1,15/09/2024,P,V2,N1,U4,PR4,10/07/2025,X1,,,ZZ3 3CC,',
    'A1,10/07/2025,P,V2,N1,U6,PR1,20/01/2026,E4A,,,,',
  ],
  reviews: ['A1,14/11/2012,05/06/2024,PN1', 'A1,14/11/2012,05/06/2025,PN2'],
  sw_episodes: ['A1,14/11/2012,SW1,01/04/2025,,MANAGE'],
}
const bring = (ledger: Ledger, rows: SampleRows, last?: SampleRows) => {
  const plan = samplePlan(rows, last)
  const settled = settle(plan, ledger)
  return { plan, settled, ledger: written(ledger, settled) }
}
const childOf = (ledger: Ledger) => {
  const files = [...ledger].map(([id, entries]) => foldFile(id, entries))
  const child = files.find(f => f.person.born !== null)
  if (!child) throw new Error('no child')
  return child
}
const types = (entries: readonly NewEntry[]) => entries.map(e => e.type)

describe('brought in twice', () => {
  test('a return adds nothing, also on another day and from files named otherwise', () => {
    const first = bring(EMPTY, LAST)
    const later = planOf({
      this: sampleFolder(LAST, 'copy'),
      recorded: '2026-06-30T22:30:00.000Z' as Instant,
      author: AUTHOR,
    })
    const again = settle(later, first.ledger)
    expect(again).toEqual({
      subjects: [],
      entries: [],
      held: first.settled.entries.length,
      corrected: 0,
      clashes: [],
    })
  })
})

describe('a later return', () => {
  const first = bring(EMPTY, LAST)
  const second = bring(first.ledger, THIS)

  test('adds only what is new: the move, the end, the review, and the notes of its year', () => {
    expect(second.settled.subjects).toEqual([])
    expect(types(second.settled.entries)).toEqual([
      'looked-after-review',
      'placement',
      'ceased-looked-after',
      'case-note',
    ])
  })

  test('comes to the same spells as both read together', () => {
    const together = bring(EMPTY, THIS, LAST)
    const shape = (ledger: Ledger) => childOf(ledger).spells.map(s => [s.kind, s.key, s.from, s.to, s.facts])
    expect(shape(second.ledger)).toEqual(shape(together.ledger))
    for (const row of reconcile(together.plan, [childOf(second.ledger)]))
      expect(row.equal, row.what).toBe(true)
  })

  test('may be brought in again, and the earlier one after it, and add nothing', () => {
    expect(bring(second.ledger, THIS).settled.entries).toEqual([])
    expect(bring(second.ledger, LAST).settled.entries).toEqual([])
  })
})

describe('this year’s return first, and last year’s after it', () => {
  const shape = (ledger: Ledger) => childOf(ledger).spells.map(s => [s.kind, s.key, s.from, s.to, s.facts])
  const expected = shape(bring(EMPTY, THIS, LAST).ledger)

  test('alone', () => expect(shape(bring(bring(EMPTY, THIS).ledger, LAST).ledger)).toEqual(expected))

  test('or both together', () => {
    const both = bring(bring(EMPTY, THIS).ledger, THIS, LAST)
    expect(shape(both.ledger)).toEqual(expected)
    expect(types(both.settled.entries)).toContain('withdrawal')
    expect(bring(both.ledger, THIS).settled.entries).toEqual([])
    expect(bring(both.ledger, THIS, LAST).settled.entries).toEqual([])
  })
})

test('a return that begins later takes nothing away that it can’t know', () => {
  const why = {
    ...LAST,
    episodes: ['A1,10/05/2023,S,V2,N1,U6,PR1,15/09/2024,X1,CREQB,,,', ...(LAST.episodes ?? []).slice(1)],
  }
  const both = bring(bring(EMPTY, why).ledger, THIS)
  expect(both.settled.corrected).toBe(0)
  const moves = childOf(both.ledger).happenings.flatMap(e =>
    e.type === 'placement' ? [e.answers.whyMoved] : [],
  )
  expect(moves).toEqual([undefined, 'CREQB', undefined])
})

test('a score that becomes a reason for no score leaves no score behind', () => {
  const none = { ...LAST, oc2: ['A1,14/11/2012,,SDQ2,0,,1,1,1,0,,'] }
  const { ledger } = bring(bring(EMPTY, LAST).ledger, none)
  const scores = childOf(ledger).happenings.filter(e => e.type === 'sdq')
  expect(scores.map(e => e.answers)).toEqual([{ on: '2025-03-31', scored: false, reason: 'SDQ2' }])
})

test('an earlier year’s return does not undo what a later one said', () => {
  const moved = {
    ...THIS,
    episodes: ['A1,15/09/2024,P,V2,N1,U4,PR5,10/07/2025,X1,,,ZZ3 3CC,', ...(THIS.episodes ?? []).slice(1)],
  }
  const both = bring(bring(EMPTY, LAST).ledger, moved)
  expect(both.settled.corrected).toBe(1)
  expect(bring(both.ledger, LAST).settled.entries).toEqual([])
})

describe('a row that has changed', () => {
  const changed: SampleRows = { ...LAST, reviews: ['A1,14/11/2012,05/06/2024,PN7'] }
  const first = bring(EMPTY, LAST)

  test('corrects the entry by an amendment, once', () => {
    const second = bring(first.ledger, changed)
    expect(types(second.settled.entries)).toEqual(['amendment'])
    expect(second.settled.corrected).toBe(1)
    const review = childOf(second.ledger).happenings.find(e => e.type === 'looked-after-review')
    expect(review?.answers.participation).toBe('PN7')
    expect(review?.amendments).toHaveLength(1)
    expect(bring(second.ledger, changed).settled.entries).toEqual([])
  })

  test('and then changes back, and again, is followed each time', () => {
    let { ledger } = first
    for (const [rows, code] of [
      [changed, 'PN7'],
      [LAST, 'PN1'],
      [changed, 'PN7'],
    ] as const) {
      ledger = bring(ledger, rows).ledger
      expect(
        childOf(ledger).happenings.find(e => e.type === 'looked-after-review')?.answers.participation,
      ).toBe(code)
      expect(bring(ledger, rows).settled.entries).toEqual([])
    }
  })

  test('leaves alone what a worker has written since', () => {
    const review = [...first.ledger.values()].flat().find(e => e.type === 'looked-after-review')
    if (!review) throw new Error('no review')
    const worker = {
      ...review,
      id: '01890a5d-ac96-774b-bcce-b302099a8057',
      type: 'amendment',
      amends: review.id,
      source: null,
      answers: {
        why: 'The minutes are here now.',
        becomes: { ...review.answers, decisions: 'Contact every week.' },
      },
    }
    const file = first.ledger.get(review.subject) ?? []
    const ledger = new Map([
      ...first.ledger,
      [review.subject, [...file, { ...worker, seq: file.length + 1 }]],
    ])
    expect(bring(ledger, LAST).settled.entries).toEqual([])
    const after = childOf(bring(ledger, changed).ledger).happenings.find(
      e => e.type === 'looked-after-review',
    )
    expect(after?.answers).toMatchObject({ participation: 'PN7', decisions: 'Contact every week.' })
  })
})

test('a name written here is not lost to a return that knows none', () => {
  const first = bring(EMPTY, LAST)
  const details = [...first.ledger.values()].flat().find(e => e.type === 'person-details')
  if (!details) throw new Error('no details')
  const named = {
    ...details,
    id: '01890a5d-ac96-774b-bcce-b302099a8057',
    source: null,
    answers: { ...details.answers, givenName: 'Ada' },
  }
  const file = first.ledger.get(details.subject) ?? []
  const ledger = new Map([...first.ledger, [details.subject, [...file, { ...named, seq: file.length + 1 }]]])
  expect(bring(ledger, THIS).settled.entries.filter(e => e.type === 'person-details')).toEqual([])
  const other = bring(ledger, { ...THIS, header: ['A1,F,14/11/2012,WOTH,UN1,,'] })
  expect(childOf(other.ledger).person).toMatchObject({ givenName: 'Ada', ethnicity: 'WOTH' })
  expect(bring(other.ledger, { ...THIS, header: ['A1,F,14/11/2012,WOTH,UN1,,'] }).settled.entries).toEqual([])
})

test('a child here with another date of birth is pointed out', () => {
  const { settled, plan } = bring(bring(EMPTY, LAST).ledger, {
    ...THIS,
    header: ['A1,F,15/11/2012,WBRI,UN1,,'],
  })
  expect(settled.clashes).toEqual([{ code: 'A1', here: '2012-11-14', inReturn: '2012-11-15' }])
  expect(printReport({ plan, settled })).toContain(
    'A1: here 14 November 2012, in the return 15 November 2012',
  )
})

test('a file that is here already, under another id, is added to', () => {
  const known = '0189f0d2-0000-7000-8000-00000000abcd'
  const plan = planOf({
    this: sampleFolder(LAST),
    known: (kind, code) => (kind === 'child' && code === 'A1' ? known : undefined),
  })
  const child = plan.files.find(f => f.subject.kind === 'child')
  expect(child?.subject).toEqual({ id: known, kind: 'child', code: 'A1' })
  expect(new Set(child?.entries.map(e => e.entry.subject))).toEqual(new Set([known]))
  expect(settle(plan, new Map([[known, []]])).subjects.map(s => s.kind)).toEqual(['worker'])
})
