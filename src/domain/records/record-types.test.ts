import { describe, expect, test } from 'vitest'
import { grants } from '../access/grants.ts'
import { partOf } from '../access/parts.ts'
import { day } from '../kernel/day.ts'
import { dependence } from './dependence.ts'
import type { ParseContext, Raw } from './kinds/kind.ts'
import { parse, printed, rawAnswers, type Typed } from './parse.ts'
import { wordsOf } from './record-type.ts'
import { findRecordType, knownRecordType, recordTypes } from './registry.ts'

const context: ParseContext = { today: day('2026-06-01'), born: day('2014-05-06'), unborn: false }
const fields = recordTypes.flatMap(type =>
  Object.entries(type.fields).map(([name, field]) => ({ type, name, field, is: `${type.code}.${name}` })),
)
const read = (f: (typeof fields)[number], raw: Raw, c = context) => f.field.kind.parse(raw, c)
const said = (result: { ok: boolean; error?: unknown }): string => (result.ok ? '' : String(result.error))
const kinds = (...names: readonly string[]) => fields.filter(f => names.includes(f.field.kind.name))

/** A form filled in with each question's example. */
const examples = (code: string): Typed =>
  Object.fromEntries(
    Object.entries(knownRecordType(code).fields).map(([name, f]) => [name, f.kind.raw(f.kind.example)]),
  )

describe('every question', () => {
  test.each(fields)('$is: its example goes onto a form and comes back', f => {
    const { kind } = f.field
    expect(read(f, kind.raw(kind.example))).toEqual({ ok: true, value: kind.example })
    expect(kind.print(kind.example).trim()).not.toBe('')
    expect(['string', 'number']).toContain(typeof kind.cell(kind.example))
  })

  test.each(kinds('one-of', 'many-of', 'yes-no'))('$is: each of its answers is read, no other', f => {
    for (const code of Object.keys(f.field.kind.choices ?? {})) expect(read(f, code).ok, code).toBe(true)
    for (const code of ['nonsense', 'constructor', '__proto__', ' '])
      expect(said(read(f, code))).toMatch(/is not one of the answers/)
  })

  test.each(kinds('day'))('$is: a day as people write it, and no other', f => {
    for (const typed of ['1/2/2026', '1-2-26', '1 Feb 2026', '1st February 2026', '2026-02-01'])
      expect(read(f, typed)).toEqual({ ok: true, value: '2026-02-01' })
    expect(read(f, 'yesterday')).toEqual({ ok: true, value: '2026-05-31' })
    for (const typed of ['31/2/2026', 'soon', '2026', '1/13/2026', '0/1/2026'])
      expect(said(read(f, typed))).toMatch(/is not a date. Write it like/)
  })

  test.each(kinds('line', 'text'))('$is: a text too long says by how much', f => {
    const most = Number(f.field.kind.schema.maxLength)
    expect(most).toBeGreaterThan(0)
    expect(said(read(f, 'a'.repeat(most + 7)))).toBe(
      `This is ${most + 7} characters; the most is ${most}. Shorten it by 7.`,
    )
  })

  test.each(kinds('line'))('$is: one line', f => {
    expect(said(read(f, 'a\nb'))).toBe('Write this on one line.')
    expect(said(read(f, 'a\r\nb'))).toBe('Write this on one line.')
  })

  test.each(kinds('whole-number'))('$is: a number in its range', f => {
    const { minimum, maximum } = f.field.kind.schema
    expect(read(f, String(maximum)).ok).toBe(true)
    expect(said(read(f, String(Number(maximum) + 1)))).toBe(`Enter a number from ${minimum} to ${maximum}.`)
    for (const typed of ['1.5', '-1', 'ten', '1e3'])
      expect(said(read(f, typed))).toMatch(/not a whole number/)
  })

  test.each(kinds('person', 'worker', 'workers', 'carer'))('$is: names nobody by a word', f => {
    expect(read(f, 'Ada').ok).toBe(false)
  })
})

describe('a day that can’t be', () => {
  const happened = fields.filter(f => f.field.kind.name === 'day' && f.field.options.start === 'today')

  test('most records are of what has happened', () => expect(happened.length).toBeGreaterThan(20))

  test.each(happened.filter(f => !['target.from', 'cover.from'].includes(f.is)))(
    '$is: not in the future',
    f => {
      expect(said(read(f, '2/6/2026'))).toMatch(/2 June 2026 is in the future/)
      expect(read(f, 'today').ok).toBe(true)
    },
  )

  const childhood = [
    'statutory-visit.visitedOn',
    'became-looked-after.from',
    'placement.from',
    'missing-episode.from',
  ]
  test.each(fields.filter(f => childhood.includes(f.is)))('$is: not before birth', f => {
    expect(said(read(f, '5/5/2014'))).toMatch(/before the child was born \(6 May 2014\)/)
    expect(read(f, '6/5/2014').ok).toBe(true)
    const unborn = { ...context, born: day('2026-08-01'), unborn: true }
    expect(read(f, '1/12/2025', unborn).ok).toBe(true)
    expect(said(read(f, '1/6/2025', unborn))).toMatch(/before the pregnancy/)
    expect(read(f, '1/1/1990', { ...context, born: null }).ok).toBe(true)
  })

  test.each([
    ['relationship', { kind: 'mother', name: 'Ada', from: '1/3/2026', to: '28/2/2026' }, 'to'],
    [
      'managers-decision',
      { on: '1/3/2026', decision: 'Go on', reason: 'So', next: 'Visit', by: '28/2/2026' },
      'by',
    ],
    ['returned', { on: '1/3/2026', interviewOffered: 'yes', interviewOn: '28/2/2026' }, 'interviewOn'],
    [
      'person-details',
      { asOf: '1/3/2020', unborn: 'no', born: '31/3/2020', sex: 'F', ethnicity: 'WBRI' },
      'asOf',
    ],
    ['action-planned', { what: 'Train', lead: 'Ada', start: '1/3/2026', due: '28/2/2026' }, 'due'],
  ])('%s: an end before its start', (code, typed, where) => {
    const result = parse(knownRecordType(code), { ...examples(code), ...typed }, context)
    expect(result.ok).toBe(false)
    expect(Object.keys(result.ok ? {} : result.error)).toEqual([where])
    const later = { ...examples(code), ...typed, [where]: '1/4/2026' }
    expect(parse(knownRecordType(code), later, context)).toMatchObject({ ok: true })
  })
})

describe('every record type', () => {
  test('has a code of its own, found by it', () => {
    expect(new Set(recordTypes.map(t => t.code)).size).toBe(recordTypes.length)
    for (const t of recordTypes) {
      expect(t.code).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(findRecordType(t.code)).toBe(t)
    }
    expect(findRecordType('toString')).toBeUndefined()
    expect(() => knownRecordType('tea')).toThrow(/does not know/)
  })

  test.each(recordTypes)('$code: an empty form tells every required question, and what to do', type => {
    const result = parse(
      type,
      { ...Object.fromEntries(Object.keys(type.fields).map(n => [n, ' '])) },
      context,
    )
    const always = Object.entries(type.fields).filter(([, f]) => f.required && !f.options.when)
    if (always.length === 0) return
    expect(result.ok).toBe(false)
    for (const [name] of always)
      expect(result.ok ? '' : result.error[name], name).toMatch(/^(Enter an answer|Choose an answer): \S/)
  })

  test.each(recordTypes)('$code: a record goes onto a form again as it was', type => {
    const filled = parse(type, examples(type.code), context)
    const answers = filled.ok ? filled.value : fillIn(type.code)
    expect(parse(type, rawAnswers(type, answers), context)).toEqual({ ok: true, value: answers })
    expect(type.summary(answers).trim()).not.toBe('')
    expect(printed(type, answers).map(p => p.name)).toEqual(
      Object.keys(type.fields).filter(n => answers[n] !== undefined),
    )
    for (const change of type.spells(answers)) expect('opens' in change || 'closes' in change).toBe(true)
    expect(Array.isArray(type.marks(answers))).toBe(true)
    expect(type.chronology(answers)?.trim()).not.toBe('')
  })

  test.each(recordTypes)('$code: the words asked are kept', type => {
    const kept = wordsOf(type)
    expect(kept.title).toBe(type.title)
    for (const [name, f] of Object.entries(type.fields))
      expect(kept.fields).toMatchObject({ [name]: { label: f.label } })
  })

  test.each(recordTypes.filter(t => t.subject === 'child'))('$code: whoever writes or signs it may', type => {
    const may = (role: string, action: string) => grants.some(g => g.role === role && g.action === action)
    for (const role of type.writtenBy ?? [])
      expect(
        may(role, role === 'young-person' ? 'own-say' : partOf(role) ? 'record-part' : type.permission),
        `${role} writes`,
      ).toBe(true)
    for (const role of type.signedBy) expect(may(role, 'sign'), `${role} signs`).toBe(true)
  })
})

/** Answers where the examples together are no sound record. */
function fillIn(code: string) {
  const more: Readonly<Record<string, Typed>> = {
    'measure-bound': { targetBy: '1/4/2027' },
    'audit-measure-bound': { targetBy: '1/4/2027' },
    'survey-measure-bound': { targetBy: '1/4/2027' },
    'closure-decided': { retest: '1/4/2027' },
    'retest-done': { next: '1/4/2027' },
    'risk-rated': { review: '1/4/2027' },
    'board-action-carried': { due: '1/4/2027' },
    cover: { to: '1/4/2027' },
    'paper-begun': { asAt: '31/3/2026', meeting: '1/4/2026', since: '1/1/2026' },
  }
  const read = parse(knownRecordType(code), { ...examples(code), ...more[code] }, context)
  if (!read.ok) throw new Error(`${code}: ${JSON.stringify(read.error)}`)
  return read.value
}

describe('a question asked only sometimes', () => {
  const sometimes = fields.filter(f => f.field.options.when)

  test.each(sometimes)('$is: the page knows when', f => {
    const found = dependence(f.type, f.name)
    expect(found).toBeDefined()
    const on = f.type.fields[found?.on ?? '']
    expect(on).toBeDefined()
    for (const code of Object.keys(on?.kind.choices ?? {})) {
      const answer = on?.kind.parse(code, context)
      const asked = f.field.options.when?.({ [found?.on ?? '']: answer?.ok ? answer.value : undefined })
      expect(found?.values.includes(code), code).toBe(asked)
    }
  })

  test.each(fields.filter(f => !f.field.options.when))('$is: always asked', f =>
    expect(dependence(f.type, f.name)).toBeUndefined(),
  )

  test('an answer left behind a changed mind is not kept', () => {
    const visit = knownRecordType('statutory-visit')
    const typed = { visitedOn: 'today', seen: 'no', whyNotSeen: 'Out', views: 'Sad', next: 'Again' }
    const result = parse(visit, typed, context)
    expect(result.ok && result.value).toEqual({
      visitedOn: context.today,
      seen: 'no',
      whyNotSeen: 'Out',
      next: 'Again',
    })
  })

  test('what only follows from an answer is not asked for before it is given', () => {
    const result = parse(knownRecordType('health-assessment'), { on: 'today' }, context)
    expect(result.ok ? {} : Object.keys(result.error)).toEqual(['outcome'])
  })
})
