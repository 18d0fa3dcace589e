import type { Numbers } from '../../check/column.ts'
import { rule } from './rule.ts'
import { pairs, together } from './together.ts'

const base = { from: 2022, needs: ['CINplanDates', 'ChildProtectionPlans'] } as const
const ADVICE =
  'Check the days of both plans. A child in need plan ends when a child protection plan begins, and begins again when that ends.'

/** Whether a plan is running on a day. The day on which it ends is no longer one of its own. */
const runningOn =
  (start: Numbers, end: Numbers, until: number) =>
  (plan: number, on: number): boolean => {
    const last = end[plan] ?? Number.NaN
    if (!((start[plan] ?? 0) <= on)) return false
    return Number.isNaN(last) ? on <= until : on < last
  }

/** A child has one plan at a time: as a child in need, or for protection. */
export const plansAtOnceRules = [
  rule('4001', {
    ...base,
    fields: ['CINPlanEndDate', 'CPPendDate'],
    says: 'A child in need plan and a child protection plan of one case are both open.',
    todo: ADVICE,
    find: pairs('CINplanDates', 'ChildProtectionPlans', 'CINdetailsID', r => {
      const plan = r.tables.CINplanDates
      const [start, end] = [plan.text('CINPlanStartDate'), plan.text('CINPlanEndDate')]
      const protectedTo = r.tables.ChildProtectionPlans.text('CPPendDate')
      return (p, c) => start[p] !== null && end[p] === null && protectedTo[c] === null
    }),
  }),
  rule('4003', {
    from: 2022,
    needs: ['Reviews', 'CINplanDates', 'ChildProtectionPlans'],
    fields: ['CINPlanStartDate', 'CINPlanEndDate', 'CPPreviewDate'],
    says: 'A child protection plan was reviewed while the child was on a child in need plan.',
    todo: ADVICE,
    find: r => {
      const plan = r.tables.CINplanDates
      const runs = runningOn(plan.days('CINPlanStartDate'), plan.days('CINPlanEndDate'), r.end)
      const [reviewed, ended] = [
        r.tables.Reviews.days('CPPreviewDate'),
        r.tables.ChildProtectionPlans.days('CPPendDate'),
      ]
      const plans = together(r, 'Reviews', 'CINplanDates', 'child')
      const reviewedPlans = together(r, 'Reviews', 'ChildProtectionPlans', 'CPPID')
      const found = { Reviews: [], CINplanDates: [], ChildProtectionPlans: [] } as Record<string, number[]>
      for (let i = 0; i < reviewed.length; i += 1) {
        const on = reviewed[i] ?? Number.NaN
        // The last review ends the plan that it reviews, and a child in need plan may begin that day.
        if (reviewedPlans[i]?.some(c => ended[c] === on)) continue
        const at = (plans[i] ?? []).filter(p => runs(p, on))
        if (at.length === 0) continue
        found.Reviews?.push(i)
        found.CINplanDates?.push(...at)
        found.ChildProtectionPlans?.push(...(reviewedPlans[i] ?? []))
      }
      return found
    },
  }),
  rule('4016', {
    ...base,
    fields: ['CINPlanStartDate', 'CPPstartDate', 'CPPendDate'],
    says: 'The child in need plan starts while the child is on a child protection plan.',
    todo: ADVICE,
    find: pairs('CINplanDates', 'ChildProtectionPlans', 'child', r => {
      const protection = r.tables.ChildProtectionPlans
      const runs = runningOn(protection.days('CPPstartDate'), protection.days('CPPendDate'), r.end)
      const start = r.tables.CINplanDates.days('CINPlanStartDate')
      return (p, c) => runs(c, start[p] ?? Number.NaN)
    }),
  }),
  rule('4017', {
    ...base,
    fields: ['CINPlanStartDate', 'CINPlanEndDate', 'CPPstartDate'],
    says: 'The child protection plan starts while the child is on a child in need plan.',
    todo: ADVICE,
    find: pairs('CINplanDates', 'ChildProtectionPlans', 'child', r => {
      const plan = r.tables.CINplanDates
      const runs = runningOn(plan.days('CINPlanStartDate'), plan.days('CINPlanEndDate'), r.end)
      const start = r.tables.ChildProtectionPlans.days('CPPstartDate')
      return (p, c) => runs(p, start[c] ?? Number.NaN)
    }),
  }),
]
