import { afterAll, beforeAll, expect, test } from 'vitest'
import { given, givenChild, givenSubject } from '../../../test/support/given.ts'
import { memoryStore } from '../../../test/support/memory.ts'
import { addDays, day } from '../../domain/kernel/day.ts'
import { instantAt } from '../../domain/kernel/london.ts'
import { auditTool } from '../../domain/quality/tools.ts'
import type { Store } from '../connection.ts'
import { appendAll } from '../ledger.ts'
import { auditFigures } from './audit-figures.ts'

const on = day('2026-06-30')
const child = givenChild()

/** An audit finished on a day, of which one standard has a grade of its own. */
function audited(n: number, finished: string, plan: string, more: { team?: string; agreed?: string } = {}) {
  const subject = givenSubject('audit', `Q${n}`)
  const at = { recorded: instantAt(day(finished), '12:00') }
  const grades = Object.fromEntries((auditTool('case-file')?.standards ?? []).map(s => [s.code, 'good']))
  const asked = Object.fromEntries(Object.keys(grades).map(code => [`grade_${code}`, 'good']))
  const opened = {
    tool: 'case-file',
    child: child.id,
    from: day('2025-01-01'),
    to: day('2025-06-30'),
    second: false,
  }
  const entries = [
    given(subject.id, 'audit-opened', { ...opened, ...(more.team ? { team: more.team } : {}) }, at),
    given(
      subject.id,
      'audit-case-file',
      { part: 'first', child: child.id, ...asked, grade_plan: plan, why_plan: 'No dates.', overall: 'good' },
      at,
    ),
    given(
      subject.id,
      'audit-case-file',
      { part: 'second', child: child.id, ...asked, grade_plan: 'outstanding', overall: 'good' },
      at,
    ),
    ...(more.agreed
      ? [
          given(
            subject.id,
            'audit-agreed',
            { overall: 'good', reason: 'We talked.', grades: { ...grades, plan: more.agreed } },
            at,
          ),
        ]
      : []),
  ].map(e => ({ ...e, happened: day(finished) }))
  return { subject, entries }
}

let store: Store
beforeAll(async () => {
  store = await memoryStore()
  const all = [
    audited(1, '2026-06-30', 'good', { team: 'Oak' }),
    audited(2, '2025-07-01', 'inadequate', { team: 'Oak' }),
    audited(3, '2026-01-15', 'requires-improvement', { team: 'Elm' }),
    audited(4, '2026-02-15', 'good', { team: 'Elm', agreed: 'requires-improvement' }),
    audited(5, '2026-02-16', 'not-applicable', { team: 'Elm' }),
    audited(6, '2025-06-30', 'good'),
  ]
  await store.db.transaction().execute(tx =>
    appendAll(
      tx,
      [child, ...all.map(a => a.subject)],
      all.flatMap(a => a.entries),
    ),
  )
})
afterAll(async () => await store.close())

const plan = { tool: 'case-file', standard: 'plan' }

test('the share good or better in the twelve months to a day; second gradings and what does not apply count nothing', async () => {
  const found = await auditFigures(store.db, plan, [on, addDays(on, 1), day('2025-06-30')])
  expect(found).toEqual([
    // 1 of 2, 3, 4 and 1: audit 4 was agreed down; audit 6 is a day too old.
    { value: 25, on, numerator: 1, denominator: 4 },
    { value: 33.3, on: '2026-07-01', numerator: 1, denominator: 3 },
    { value: 100, on: '2025-06-30', numerator: 1, denominator: 1 },
  ])
})

test('one team, another standard, another tool, and days without an audit', async () => {
  expect(await auditFigures(store.db, { ...plan, team: 'Oak' }, [on])).toEqual([
    { value: 50, on, numerator: 1, denominator: 2 },
  ])
  expect((await auditFigures(store.db, { tool: 'case-file', standard: 'voice' }, [on]))[0]?.value).toBe(100)
  expect(await auditFigures(store.db, { tool: 'dip', standard: 'plan' }, [on])).toEqual([null])
  expect(await auditFigures(store.db, plan, [])).toEqual([])
})
