import { describe, expect, test } from 'vitest'
import { day, type Instant } from '../kernel/day.ts'
import type { Entry } from '../records/entry.ts'
import type { Answers } from '../records/kinds/field.ts'
import { differing, gradeNow, isDone, isOverdue, overallNow, stateOf, waitsForCheck } from './audit.ts'
import { foldAudit } from './fold-audit.ts'

const on = day('2026-03-10')
const one = (type: string, answers: Answers, author = 'kit', happened = on): Omit<Entry, 'seq' | 'id'> => ({
  subject: 'q1',
  type,
  happened,
  recorded: `${happened}T10:00:00.000Z` as Instant,
  author,
  answers,
  amends: null,
  sensitivity: 'ordinary',
  source: null,
})
const fold = (...list: readonly Omit<Entry, 'seq' | 'id'>[]) => {
  const audit = foldAudit(list.map((e, i) => ({ ...e, seq: i + 1, id: `e${i + 1}` })))
  if (!audit) throw new Error('Nothing was begun.')
  return audit
}

const begun = one('audit-opened', {
  tool: 'dip',
  child: 'c1',
  from: '2025-12-10',
  to: '2026-03-10',
  second: true,
})
const given = (part: string, auditor: string) =>
  one('audit-assigned', { part, auditor, child: 'c1', due: '2026-03-17', until: '2026-04-14' }, 'ivy')
const graded = (part: string, author: string, grades: Readonly<Record<string, string>>) =>
  one(
    'audit-dip',
    {
      part,
      child: 'c1',
      ...Object.fromEntries(Object.entries(grades).map(([k, g]) => [`grade_${k}`, g])),
      overall: 'good',
    },
    author,
  )
const first = graded('first', 'kit', {
  voice: 'good',
  plan: 'not-applicable',
  visits: 'good',
  oversight: 'inadequate',
})
const second = graded('second', 'ed', { voice: 'good', plan: 'good', visits: 'good', oversight: 'good' })

describe('an audit, folded', () => {
  test('nothing that was not begun', () => expect(foldAudit([])).toBeNull())

  test('is with who was given it last, and with nobody once handed back', () => {
    expect(fold(begun, given('first', 'kit'), given('first', 'ed')).parts.first.auditor).toBe('ed')
    const back = fold(
      begun,
      given('first', 'kit'),
      one('audit-handed-back', { part: 'first', why: 'My cousin.' }),
    )
    expect(back.parts.first).toMatchObject({
      auditor: null,
      due: null,
      back: [{ by: 'kit', why: 'My cousin.', on }],
    })
    expect(stateOf(back, on)).toBe('Waits for an auditor')
    expect(stateOf(fold(begun, given('first', 'kit')), day('2026-03-18'))).toBe('Late')
    expect(stateOf(fold(begun, one('audit-withdrawn', { why: 'Moved away.' })), on)).toBe('Withdrawn')
  })

  test('stands at the first grade until two have agreed another; what does not apply has none', () => {
    const both = fold(begun, given('first', 'kit'), given('second', 'ed'), first, second)
    expect(gradeNow(both, 'oversight')).toBe('inadequate')
    expect(gradeNow(both, 'plan')).toBeNull()
    const { first: one1, second: two } = both.parts
    expect(one1.grading && two.grading && differing(one1.grading, two.grading)).toEqual(['plan', 'oversight'])
    const agreed = fold(
      begun,
      first,
      second,
      one('audit-compared', { differ: 2 }),
      one('audit-agreed', { overall: 'requires-improvement', reason: 'So.', grades: { oversight: 'good' } }),
    )
    expect(gradeNow(agreed, 'oversight')).toBe('good')
    expect(overallNow(agreed)).toBe('requires-improvement')
  })

  test('an action is open, overdue, said to be done, found not to have happened, and happened', () => {
    const asked = one('audit-action', {
      ref: '1',
      what: 'See him',
      who: 'worker',
      by: '2026-03-20',
      child: 'c1',
    })
    const done = one('audit-action-done', { action: '1', what: 'Seen' }, 'amy')
    const not = one('audit-action-checked', { action: '1', done: false, why: 'No note', again: '2026-03-27' })
    const yes = one('audit-action-checked', { action: '1', done: true, why: 'Read it' })
    const action = (...more: readonly Omit<Entry, 'seq' | 'id'>[]) => {
      const [found] = fold(begun, first, asked, ...more).actions
      if (!found) throw new Error('There is no action.')
      return found
    }
    expect(isOverdue(action(), day('2026-03-20'))).toBe(false)
    expect(isOverdue(action(), day('2026-03-21'))).toBe(true)
    expect(waitsForCheck(action(done))).toBe(true)
    expect(isOverdue(action(done), day('2026-03-21'))).toBe(false)
    expect(action(done, not)).toMatchObject({ by: '2026-03-27', done: null })
    expect(waitsForCheck(action(done, not, done))).toBe(true)
    expect(isDone(action(done, not, done, yes))).toBe(true)
  })

  test('a concern waits until it is answered', () => {
    const told = one('audit-concern', { ref: '1', what: 'Afraid', by: '2026-03-10', child: 'c1' })
    expect(fold(begun, told).concerns[0]?.answer).toBeNull()
    const answered = fold(begun, told, one('audit-concern-answered', { concern: '1', what: 'Went' }, 'di'))
    expect(answered.concerns[0]?.answer?.what).toBe('Went')
  })
})
