import type { Census } from './data.ts'
import { rule } from './rule.ts'
import { blocksOf, isYes, pairs, together } from './together.ts'

const base = { from: 2022, needs: ['ChildProtectionPlans'] } as const
const CONFERENCE = 'DateOfInitialCPC'

/** A case with plans that began in the census year: the rows of its plans, enquiries and details. */
interface Case {
  readonly began: readonly number[]
  readonly plans: readonly number[]
  readonly enquiries: readonly number[]
  readonly details: readonly number[]
}

function casesWithPlans(r: Census): readonly Case[] {
  const start = r.tables.ChildProtectionPlans.days('CPPstartDate')
  const enquiries = together(r, 'ChildProtectionPlans', 'Section47', 'CINdetailsID')
  const details = together(r, 'ChildProtectionPlans', 'CINdetails', 'CINdetailsID')
  const found: Case[] = []
  for (const plans of blocksOf(r, 'ChildProtectionPlans', 'CINdetailsID')) {
    const began = plans.filter(i => (start[i] ?? 0) >= r.start && (start[i] ?? 0) <= r.end)
    const [one = -1] = began
    if (one >= 0) found.push({ began, plans, enquiries: enquiries[one] ?? [], details: details[one] ?? [] })
  }
  return found
}

/** Initial child protection conferences, beside the plans that they lead to. */
export const conferenceRules = [
  rule('2883', {
    ...base,
    fields: ['CPPstartDate', CONFERENCE],
    says: 'More child protection plans began in the year than initial conferences were held for them in this case.',
    todo: 'Write the day of each conference, or check whether a plan was entered twice.',
    find: r => {
      const held47 = r.tables.Section47.days(CONFERENCE)
      const heldCase = r.tables.CINdetails.days(CONFERENCE)
      const found = { ChildProtectionPlans: [], Section47: [], CINdetails: [] } as Record<string, number[]>
      for (const of of casesWithPlans(r)) {
        const held =
          of.enquiries.filter(i => !Number.isNaN(held47[i])).length +
          of.details.filter(i => !Number.isNaN(heldCase[i])).length
        if (of.began.length <= held) continue
        found.ChildProtectionPlans?.push(...of.began)
        found.Section47?.push(...of.enquiries)
        found.CINdetails?.push(...of.details)
      }
      return found
    },
  }),
  rule('2884', {
    from: 2022,
    needs: ['Section47', 'CINdetails'],
    fields: [CONFERENCE],
    says: 'The same initial child protection conference is recorded twice: with the section 47 enquiry, and with the case.',
    todo: 'Leave it with the enquiry. Only a conference for a child who moved here stands with the case.',
    find: pairs('Section47', 'CINdetails', 'child', r => {
      const with47 = r.tables.Section47.days(CONFERENCE)
      const withCase = r.tables.CINdetails.days(CONFERENCE)
      return (s, d) => with47[s] === withCase[d]
    }),
  }),
  rule('2885', {
    ...base,
    fields: ['CPPstartDate', CONFERENCE],
    says: 'The child protection plan begins on another day than the initial conference that decided on it.',
    todo: 'Check the day of the conference and the day on which the plan began: they are one.',
    find: r => {
      const start = r.tables.ChildProtectionPlans.days('CPPstartDate')
      const held47 = r.tables.Section47.days(CONFERENCE)
      const heldCase = r.tables.CINdetails.days(CONFERENCE)
      const notNeeded = r.tables.Section47.text('ICPCnotRequired')
      const found = { ChildProtectionPlans: [], Section47: [], CINdetails: [] } as Record<string, number[]>
      for (const of of casesWithPlans(r)) {
        const called = of.enquiries.filter(i => !isYes(notNeeded[i]))
        const held = new Set(of.enquiries.map(i => held47[i]))
        // The case's own conference counts only where no enquiry was to lead to one.
        if (called.length === 0) for (const i of of.details) held.add(heldCase[i])
        const unlike = of.began.filter(i => !held.has(start[i]))
        if (unlike.length === 0) continue
        const began = new Set(of.plans.map(i => start[i]))
        found.ChildProtectionPlans?.push(...unlike)
        found.Section47?.push(...called.filter(i => !began.has(held47[i]) || Number.isNaN(held47[i])))
        if (called.length === 0)
          found.CINdetails?.push(
            ...of.details.filter(i => !began.has(heldCase[i]) || Number.isNaN(heldCase[i])),
          )
      }
      return found
    },
  }),
]
