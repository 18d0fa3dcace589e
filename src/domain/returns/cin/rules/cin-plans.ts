import { where } from '../../check/frame.ts'
import { overlapping } from './periods.ts'
import { rule } from './rule.ts'
import { severalOpen } from './several-open.ts'
import { blocksOf, isYes, pairs } from './together.ts'

const base = { from: 2022, needs: ['CINplanDates'] } as const
const START = 'CINPlanStartDate'
const END = 'CINPlanEndDate'

/** Child in need plans: their days. */
export const cinPlanRules = [
  rule('4000', {
    ...base,
    needs: ['CINplanDates', 'CINdetails'],
    fields: ['ReferralNFA'],
    says: 'There is a child in need plan, and the referral is shown as needing no further action.',
    todo: 'Check whether anything followed the referral. If so, it is not one of no further action.',
    find: pairs('CINplanDates', 'CINdetails', 'CINdetailsID', r => {
      const nfa = r.tables.CINdetails.text('ReferralNFA')
      return (_, d) => isYes(nfa[d])
    }),
  }),
  rule('4004', {
    ...base,
    fields: [END],
    says: 'Two or more child in need plans of one case are open.',
    todo: 'Write the day on which each ended. Only one can be going on.',
    find: r => {
      const end = r.tables.CINplanDates.text(END)
      return { CINplanDates: severalOpen(blocksOf(r, 'CINplanDates', 'CINdetailsID'), i => end[i] === null) }
    },
  }),
  rule('4010', {
    ...base,
    fields: [START],
    says: 'The start of the child in need plan is missing, or after the census year.',
    todo: 'Write the day on which the plan began. Leave out plans that began after 31 March.',
    find: r => {
      const start = r.tables.CINplanDates.days(START)
      return { CINplanDates: where(r.tables.CINplanDates, i => !((start[i] ?? 0) <= r.end)) }
    },
  }),
  rule('4011', {
    ...base,
    fields: [END, START],
    says: 'The child in need plan ends before it starts.',
    todo: 'Check both days.',
    find: r => {
      const p = r.tables.CINplanDates
      const [start, end] = [p.days(START), p.days(END)]
      return { CINplanDates: where(p, i => (end[i] ?? 0) < (start[i] ?? 0)) }
    },
  }),
  rule('4012Q', {
    ...base,
    fields: [START, END],
    says: 'The child in need plan starts and ends on one day.',
    todo: 'Check both days. If there was a plan for one day only, say why.',
    find: r => {
      const p = r.tables.CINplanDates
      const [start, end] = [p.days(START), p.days(END)]
      return { CINplanDates: where(p, i => start[i] === end[i]) }
    },
  }),
  rule('4013', {
    ...base,
    fields: [END, 'ReferenceDate'],
    says: 'The child in need plan ended on a day outside the census year.',
    todo: 'Check the day. Leave out plans that ended before the year; leave the end blank where it is after it.',
    find: r => {
      const end = r.tables.CINplanDates.days(END)
      return {
        CINplanDates: where(r.tables.CINplanDates, i => (end[i] ?? 0) < r.start || (end[i] ?? 0) > r.end),
      }
    },
  }),
  rule('4014', {
    ...base,
    fields: [START, END],
    says: 'The child in need plan starts while another one of the child is still going on.',
    todo: 'Check the days of both. One must end before the next begins.',
    find: r => {
      const p = r.tables.CINplanDates
      return {
        CINplanDates: overlapping(blocksOf(r, 'CINplanDates', 'child'), {
          start: p.days(START),
          end: p.days(END),
          until: r.end,
          touching: true,
        }),
      }
    },
  }),
  rule('4015', {
    ...base,
    needs: ['CINplanDates', 'CINdetails'],
    fields: [START, 'CINreferralDate'],
    says: 'The child in need plan starts before the referral.',
    todo: 'Check the day of the referral and the day on which the plan began.',
    find: pairs('CINplanDates', 'CINdetails', 'CINdetailsID', r => {
      const start = r.tables.CINplanDates.days(START)
      const referred = r.tables.CINdetails.days('CINreferralDate')
      return (p, d) => (start[p] ?? 0) < (referred[d] ?? 0)
    }),
  }),
]
