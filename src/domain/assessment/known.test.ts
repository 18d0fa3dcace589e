import { describe, expect, test } from 'vitest'
import { details, given } from '../../../test/support/given.ts'
import { foldFile } from '../casework/file.ts'
import { day } from '../kernel/day.ts'
import type { Entry, NewEntry } from '../records/entry.ts'
import { knownRecordType, recordTypes } from '../records/registry.ts'
import { assessment } from '../records/types/assessment.ts'
import { agencyLine, asked, gatheredSince, openAssessment, startAnswers, viewsSince } from './gathered.ts'
import { SINGLE_FROM } from './kind-on.ts'
import { assessments, carried, changes, chronologyLines, knownBefore } from './known.ts'
import { nextSteps, stepHref } from './next-steps.ts'
import { sections } from './sections.ts'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const file = (...entries: readonly NewEntry[]) =>
  foldFile(
    ID,
    entries.map((e, i): Entry => ({ ...e, seq: i + 1 })),
  )

const said = (on: string, more: Record<string, unknown> = {}) =>
  given(ID, 'assessment', {
    on: day(on),
    kind: 'single',
    seen: 'no',
    history: 'Moved in 2024.',
    parenting: 'Warm',
    family: 'Gran',
    outcome: 'close',
    ...more,
  })

const who = given(ID, 'person-details', details('2014-05-06', { identity: 'Welsh speaker' }))
const event = given(ID, 'significant-event', { on: day('2025-01-02'), what: 'Broke an arm', source: 'GP' })
const begun = given(ID, 'assessment-begun', { on: day('2026-02-02'), kind: 'single', why: 'News' })

describe('what was known before an assessment', () => {
  test('is what the last one said, since the first that said it so', () => {
    const f = file(
      who,
      said('2024-06-01', { parenting: 'Cold' }),
      said('2025-01-01'),
      said('2025-06-01'),
      said('2026-03-01'),
    )
    const last = assessments(f).at(-1)
    expect(knownBefore(f, 'parenting', last)).toMatchObject({ text: 'Warm', since: '2025-01-01' })
    expect(knownBefore(f, 'parenting', assessments(f)[0])).toBeUndefined()
    expect(knownBefore(f, 'parenting')?.since).toBe('2025-01-01')
  })

  test('of who the child is, the details say where no assessment has', () => {
    expect(knownBefore(file(who), 'identity')).toMatchObject({ text: 'Welsh speaker', since: '2014-05-06' })
    const f = file(who, said('2026-03-01', { identity: 'Welsh speaker' }))
    expect(changes(f, assessments(f)[0] ?? fail()).get('identity')).toMatchObject({ is: 'unchanged' })
  })

  test('makes each carried answer first, unchanged or changed', () => {
    const f = file(
      said('2025-06-01'),
      said('2026-03-01', { parenting: 'Warm and tired', identity: 'New here' }),
    )
    const found = changes(f, assessments(f)[1] ?? fail())
    expect([...found].map(([name, c]) => `${name} ${c.is}`).sort()).toEqual([
      'family unchanged',
      'history unchanged',
      'identity first',
      'parenting changed',
    ])
    expect(found.get('parenting')).toMatchObject({
      known: { since: '2025-06-01' },
      pieces: [
        { is: 'same', text: 'Warm ' },
        { is: 'added', text: 'and tired' },
      ],
    })
  })

  test('holds the events of the chronology: put into the history they are not new', () => {
    const [line] = chronologyLines(file(event), day('2026-03-01'))
    expect(line?.line).toBe('2 January 2025 (age not known): Broke an arm')
    const first = file(event, said('2026-03-01', { history: line?.line }))
    expect(changes(first, assessments(first)[0] ?? fail()).get('history')?.is).toBe('unchanged')
    const more = file(
      event,
      said('2025-06-01'),
      said('2026-03-01', { history: `Moved in 2024.\n${line?.line}\nAnd now this.` }),
    )
    const found = changes(more, assessments(more)[1] ?? fail()).get('history')
    expect(found?.is === 'changed' && found.pieces.filter(p => p.is !== 'same')).toEqual([
      { is: 'added', text: 'And now this.' },
    ])
  })
})

describe('what is gathered for the assessment being made', () => {
  const old = given(ID, 'agency-information', {
    asked: day('2025-01-01'),
    agency: 'Old',
    answered: day('2025-01-02'),
    answer: 'x',
  })
  const waits = given(ID, 'agency-information', { asked: day('2025-01-01'), agency: 'Slow' })
  const now = given(ID, 'agency-information', {
    asked: day('2026-02-03'),
    agency: 'School',
    answered: day('2026-02-09'),
  })
  const visit = (on: string, seen: string) =>
    given(ID, 'statutory-visit', {
      visitedOn: day(on),
      seen,
      next: 'x',
      ...(seen === 'no' ? {} : { views: `Said on ${on}` }),
    })

  test('begins with it, or with the last one', () => {
    expect(gatheredSince(file(begun))).toBe('2026-02-02')
    expect(gatheredSince(file(said('2025-06-01')))).toBe('2025-06-01')
    expect(gatheredSince(file(who))).toBeUndefined()
    expect(openAssessment(file(begun))?.key).toBe('single')
  })

  test('is who was asked and who has not answered, and what was said since', () => {
    const f = file(begun, old, waits, now, visit('2026-01-05', 'alone'), visit('2026-02-10', 'with-others'))
    expect(asked(f).map(agencyLine)).toEqual([
      'Slow: asked 1 January 2025, no answer yet.',
      'School (answered 9 February 2026): nothing to add.',
    ])
    expect(viewsSince(f).map(e => e.answers.views)).toEqual(['Said on 2026-02-10'])
    expect(startAnswers(f, day('2026-03-10'), SINGLE_FROM)).toMatchObject({
      on: '10/3/2026',
      kind: 'single',
      seen: 'with-others',
      seenOn: '10/2/2026',
    })
  })

  test('says nothing of a child nobody has seen', () => {
    const start = startAnswers(file(begun, visit('2026-02-10', 'no')), day('2026-03-10'), SINGLE_FROM)
    expect(start.seen).toBeUndefined()
    expect(start.agencies).toBeUndefined()
  })

  test('takes the kind of the day where none has begun', () => {
    expect(startAnswers(file(who), day('2013-04-14'), SINGLE_FROM).kind).toBe('initial')
    expect(startAnswers(file(who), day('2013-04-15'), SINGLE_FROM).kind).toBe('single')
  })
})

describe('the tables', () => {
  test('every question stands in one part, and in the order of the parts', () => {
    expect(sections.flatMap(s => s.fields).sort()).toEqual(Object.keys(assessment.fields).sort())
    expect(new Set(sections.map(s => s.code)).size).toBe(sections.length)
    expect(carried.every(name => name in assessment.fields)).toBe(true)
  })

  test('every outcome leads somewhere, to records that are there and answers that are theirs', () => {
    for (const outcome of Object.keys(assessment.fields.outcome?.kind.choices ?? {})) {
      expect(nextSteps(outcome).length, outcome).toBeGreaterThan(0)
      for (const { record } of nextSteps(outcome)) {
        if (!record) continue
        const type = knownRecordType(record.type)
        expect(recordTypes).toContain(type)
        for (const [name, raw] of Object.entries(record.start ?? {})) {
          const choices = type.fields[name]?.kind.choices
          expect(choices ? raw in choices : name in type.fields, `${record.type} ${name}`).toBe(true)
        }
      }
    }
    expect(nextSteps('somewhere')).toEqual([])
    expect(stepHref('A1', { type: 'case-closed', ask: '', start: { reason: 'RC8' } })).toBe(
      '/child/A1/record/case-closed?reason=RC8',
    )
  })
})

const fail = (): never => {
  throw new Error('The file has no such assessment.')
}
