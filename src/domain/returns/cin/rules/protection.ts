import { where } from '../../check/frame.ts'
import { rule } from './rule.ts'
import { isYes, pairs } from './together.ts'

const base = { from: 2022, needs: ['ChildProtectionPlans'] } as const
const START = 'CPPstartDate'
const categories: ReadonlySet<string | null | undefined> = new Set(['NEG', 'PHY', 'SAB', 'EMO', 'MUL'])
const CATEGORIES =
  'Use one of NEG (neglect), PHY (physical), SAB (sexual), EMO (emotional abuse) and MUL (several, or none chosen).'

const category = (code: string, field: 'InitialCategoryOfAbuse' | 'LatestCategoryOfAbuse', what: string) =>
  rule(code, {
    ...base,
    fields: [field],
    says: `The child protection plan’s ${what} is missing, or is none that the census knows.`,
    todo: CATEGORIES,
    find: r => {
      const given = r.tables.ChildProtectionPlans.text(field)
      return { ChildProtectionPlans: where(r.tables.ChildProtectionPlans, i => !categories.has(given[i])) }
    },
  })

/** Child protection plans: what each must say, and how it stands to the referral. */
export const protectionRules = [
  rule('1105', {
    ...base,
    needs: ['ChildProtectionPlans', 'CINdetails'],
    fields: [START, 'CINreferralDate'],
    says: 'The child protection plan starts before the referral.',
    todo: 'Check the day of the referral and the day on which the plan began.',
    find: pairs('ChildProtectionPlans', 'CINdetails', 'CINdetailsID', r => {
      const start = r.tables.ChildProtectionPlans.days(START)
      const referred = r.tables.CINdetails.days('CINreferralDate')
      return (p, d) => (start[p] ?? 0) < (referred[d] ?? 0)
    }),
  }),
  rule('8720', {
    ...base,
    fields: [START, 'ReferenceDate'],
    says: 'The start of the child protection plan is missing, or after the census year.',
    todo: 'Write the day on which the plan began. Leave out plans that began after 31 March.',
    find: r => {
      const start = r.tables.ChildProtectionPlans.days(START)
      return { ChildProtectionPlans: where(r.tables.ChildProtectionPlans, i => !((start[i] ?? 0) <= r.end)) }
    },
  }),
  rule('8730', {
    ...base,
    fields: ['NumberOfPreviousCPP'],
    says: 'It is not said how many child protection plans the child had before.',
    todo: 'Write the number; 0 where there was none.',
    find: r => {
      const before = r.tables.ChildProtectionPlans.text('NumberOfPreviousCPP')
      return { ChildProtectionPlans: where(r.tables.ChildProtectionPlans, i => before[i] === null) }
    },
  }),
  rule('8832', {
    ...base,
    needs: ['ChildProtectionPlans', 'CINdetails'],
    fields: ['CINdetailsID', 'ReferralNFA'],
    says: 'There is a child protection plan, and the referral is shown as needing no further action.',
    todo: 'Check whether anything followed the referral. If so, it is not one of no further action.',
    find: pairs('ChildProtectionPlans', 'CINdetails', 'CINdetailsID', r => {
      const nfa = r.tables.CINdetails.text('ReferralNFA')
      return (_, d) => isYes(nfa[d])
    }),
  }),
  category('8905', 'InitialCategoryOfAbuse', 'category of abuse at its start'),
  category('8910', 'LatestCategoryOfAbuse', 'latest category of abuse'),
]
