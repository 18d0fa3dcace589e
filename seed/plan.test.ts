import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Role } from '../src/domain/access/roles.ts'
import { openBarriers, unanswered } from '../src/domain/improvement/action-parts.ts'
import { foldPlan } from '../src/domain/improvement/fold-plan.ts'
import { dueNow, isRetestDue, markOn } from '../src/domain/improvement/plan.ts'
import { day } from '../src/domain/kernel/day.ts'
import { knownRecordType, recordTypes } from '../src/domain/records/registry.ts'
import { planEntries, planIndicators } from './plan.ts'

const report = readFileSync(new URL('./eastmere-report.txt', import.meta.url), 'utf8')
const roles: readonly Role[] = ['team-manager', 'reviewing-officer', 'performance-analyst', 'director']
const setting = {
  staff: roles.map((role, i) => ({
    id: `0000000${i}-0000-7000-8000-000000000000`,
    name: `Person ${i}`,
    role,
  })),
  authority: '00000009-0000-7000-8000-000000000000',
  baselines: Object.fromEntries(planIndicators.map(code => [code, 70])),
}
const today = day('2026-11-21')
const made = planEntries(setting, today, report)
const plan = foldPlan(made.entries.map(({ amends: _, ...e }) => e))

describe('the invented plan', () => {
  it('is the same every time', () => {
    expect(planEntries(setting, today, report)).toEqual(made)
  })

  it('folds without a fault: every area of the report checked, ten of them in an action', () => {
    expect(plan.faults).toEqual([])
    expect(plan.inspections[0]?.findings.filter(f => f.confirmed)).toHaveLength(12)
    expect(plan.actions).toHaveLength(10)
    expect(plan.inspections.map(i => i.kind)).toEqual([
      'inspection',
      'peer-review',
      'case-review',
      'audit-theme',
    ])
    const kinds = plan.actions.flatMap(a => a.measures.map(m => m.kind))
    const count = (kind: string) => kinds.filter(k => k === kind).length
    expect(['indicator', 'audit', 'survey', 'visit'].map(count)).toEqual([6, 1, 1, 2])
  })

  it('has an action claimed complete, one due later than first planned, and one off track', () => {
    expect(plan.actions.filter(a => a.claimedComplete && a.state === 'open')).toHaveLength(2)
    expect(plan.actions.filter(a => dueNow(a) > a.due)).toHaveLength(1)
    expect(plan.actions.filter(a => markOn(a.deliveries, today)?.brag === 'red')).toHaveLength(1)
  })

  it('has an example of everything that is written on an action', () => {
    const written = new Set(made.entries.map(e => e.type))
    const never = [
      'due-date-revised',
      'retest-done',
      'plan-entry-withdrawn',
      'finding-added',
      'finding-set-aside',
    ]
    const ofPlan = recordTypes.filter(t => t.subject === 'action' && !never.includes(t.code))
    expect(ofPlan.filter(t => !written.has(t.code)).map(t => t.code)).toEqual([])
    expect(plan.actions.filter(a => isRetestDue(a, today))).toHaveLength(1)
    expect(plan.actions.filter(a => a.state === 'proposed')).toHaveLength(1)
    expect(plan.actions.filter(a => a.also.length > 0)).toHaveLength(2)
    expect(plan.actions.some(a => unanswered(a.challenges).length > 0)).toBe(true)
    expect(plan.actions.some(a => openBarriers(a.barriers).length > 0)).toBe(true)
  })

  it('writes what the record types would have taken', () => {
    for (const e of made.entries) {
      const type = knownRecordType(e.type)
      expect(type.faults(e.answers), e.type).toEqual({})
      for (const [name, field] of Object.entries(type.fields)) {
        const value = e.answers[name]
        if (value === undefined || value === null)
          expect(field.required && !field.options.when, `${e.type} ${name}`).toBe(false)
        else
          expect(field.kind.parse(field.kind.raw(value), { today, born: null, unborn: false }).ok).toBe(true)
      }
    }
  })

  it('writes nothing after today, nothing at all before the report, and keeps each file in order', () => {
    const early = planEntries(setting, day('2026-06-15'), report)
    expect(early.subjects.map(s => s.kind)).toEqual(['inspection'])
    expect(early.entries.every(e => e.recorded < '2026-06-16')).toBe(true)
    expect(planEntries(setting, day('2026-06-11'), report).entries).toEqual([])
    for (const s of made.subjects) {
      const times = made.entries.filter(e => e.subject === s.id).map(e => e.recorded)
      expect(times).toEqual(times.toSorted())
    }
  })
})
