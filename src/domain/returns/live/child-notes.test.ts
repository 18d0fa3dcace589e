import { describe, expect, test } from 'vitest'
import { details, given, givenChild } from '../../../../test/support/given.ts'
import { day } from '../../kernel/day.ts'
import type { Entry, NewEntry } from '../../records/entry.ts'
import type { Beside } from '../ssda903/write/written.ts'
import { childNotes, yearOf, yearsInForce } from './child-notes.ts'

const child = givenChild('WREN01')
const TODAY = day('2026-03-10')
const WORKER = '01890a5d-ac96-774b-bcce-b302099a8057'
const beside: Beside = {
  worker: () => ({ registration: 'SW12345', code: 'W1', left: null }),
  born: () => null,
  authority: '999',
}
const of = (type: string, answers: Record<string, unknown>) => given(child.id, type, answers)

/** A child who has been looked after since January, with nothing left out. */
const looked = (): NewEntry[] => [
  of('person-details', {
    ...details('2014-05-06'),
    upn: 'A123456789012',
    address: '1 Mill Lane, Thimble TH1 1AA',
  }),
  of('became-looked-after', { from: day('2026-01-05'), need: 'N1', permanence: 'Z1' }),
  of('legal-status', { from: day('2026-01-05'), status: 'V2' }),
  of('placement', {
    from: day('2026-01-05'),
    type: 'U6',
    provider: 'PR1',
    address: '3 High Street, Thimble TH1 2BB',
    urn: 'SC000001',
  }),
  of('allocation', { from: day('2026-01-05'), as: 'worker', worker: WORKER, team: 'Oak', change: 'FCONTA' }),
]
const placed = (all: readonly NewEntry[]): Entry[] => all.map((e, i) => ({ ...e, seq: i + 1 }))

function notes(more: readonly NewEntry[], base = looked(), today = TODAY) {
  const entries = placed([...base, ...more])
  return childNotes({ ...child, entries }, more[0]?.id ?? '', today, beside)
}

describe('what is told of an entry', () => {
  test('nothing where it is well', () => {
    expect(notes([of('looked-after-review', { heldOn: day('2026-01-30'), participation: 'PN1' })])).toEqual(
      [],
    )
    expect(notes([of('case-note', { on: day('2026-01-30') })])).toEqual([])
  })

  test('a review of a child who was under four is told at the question how they took part', () => {
    const [note, ...rest] = notes([
      of('looked-after-review', { heldOn: day('2026-01-30'), participation: 'PN0' }),
    ])
    expect(rest).toEqual([])
    expect(note).toMatchObject({ collection: 'ssda903', field: 'participation', wants: [] })
    expect(note?.says).toMatch(/4/)
    expect(note?.todo.length).toBeGreaterThan(10)
  })

  test('what was amended is told as it stands now', () => {
    const review = of('looked-after-review', { heldOn: day('2026-01-30'), participation: 'PN0' })
    const becomes = { heldOn: day('2026-01-30'), participation: 'PN1' }
    const amendment = given(
      child.id,
      'amendment',
      { why: 'Wrong code', becomes },
      { amends: review.id, recorded: '2026-02-02T12:00:00.000Z' as Entry['recorded'] },
    )
    expect(notes([review, amendment])).toEqual([])
  })

  test('what is wrong without it is not told of it', () => {
    const base = looked().filter(e => e.type !== 'placement')
    const review = of('looked-after-review', { heldOn: day('2026-01-30'), participation: 'PN1' })
    expect(notes([review], base)).toEqual([])
  })

  test('what is to be recorded beside it is said, with the record that says it', () => {
    const [person, became] = looked()
    if (!person || !became) throw new Error('Two are there')
    const [note, ...rest] = notes([became], [person])
    expect(rest).toEqual([])
    expect(note).toMatchObject({ field: null, wants: ['placement'] })
  })

  test('what is said is said at the question that is blank, or at the last that is asked', () => {
    const without = (type: string) => looked().filter(e => e.type !== type)
    const placement = of('placement', { from: day('2026-01-05'), type: 'U6', address: 'TH1 2BB', urn: 'SC1' })
    expect(notes([placement], without('placement')).map(n => n.field)).toContain('provider')
    const became = of('became-looked-after', { from: day('2026-01-05'), need: 'N1' })
    expect(notes([became], without('became-looked-after')).map(n => n.field)).toContain('permanence')
  })

  test('what stands on a day on which the child was not in care is in no return', () => {
    const early = of('looked-after-review', { heldOn: day('2025-12-30'), participation: 'PN1' })
    expect(notes([early])).toMatchObject([{ weight: 'left-out', field: 'heldOn' }])
    const on = of('looked-after-review', { heldOn: day('2026-01-05'), participation: 'PN1' })
    expect(notes([on])).toEqual([])
    expect(notes([of('missing-episode', { from: day('2025-12-30'), kind: 'M' })])).toEqual([])
  })
})

test('the years that are asked are this one, and last while its return is made ready', () => {
  expect([yearOf(day('2026-03-31')), yearOf(day('2026-04-01'))]).toEqual([2025, 2026])
  expect(yearsInForce(day('2026-05-04'), day('2026-03-30'))).toEqual([2025, 2026])
  expect(yearsInForce(day('2026-05-04'), day('2026-04-02'))).toEqual([2026])
  expect(yearsInForce(day('2026-08-01'), day('2026-03-30'))).toEqual([2026])
})
