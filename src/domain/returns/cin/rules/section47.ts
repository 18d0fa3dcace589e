import { where } from '../../check/frame.ts'
import type { Census } from './data.ts'
import { atWeekend, longBefore } from './periods.ts'
import { rule } from './rule.ts'
import { severalOpen } from './several-open.ts'
import { blocksOf, isYes, pairs } from './together.ts'

const base = { from: 2022, needs: ['Section47'] } as const
const START = 'S47ActualStartDate'
const CONFERENCE = 'DateOfInitialCPC'
const NOT_NEEDED = 'ICPCnotRequired'

/** Whether an enquiry is still to come to a conference: it has had none, and nobody says that none is needed. */
function awaitsConference(r: Census): (row: number) => boolean {
  const conference = r.tables.Section47.text(CONFERENCE)
  const notNeeded = r.tables.Section47.text(NOT_NEEDED)
  return i => conference[i] === null && !isYes(notNeeded[i])
}

const TODO_AWAITS =
  'Write the day of the conference. Where none is needed, say so with ICPCnotRequired. Otherwise say why it has not been held.'

/** Enquiries under section 47 and the conferences that they lead to. */
export const section47Rules = [
  rule('1104', {
    ...base,
    needs: ['Section47', 'CINdetails'],
    fields: ['CINreferralDate', CONFERENCE],
    says: 'The initial child protection conference was held before the referral.',
    todo: 'Check the day of the referral and the day of the conference.',
    find: pairs('Section47', 'CINdetails', 'CINdetailsID', r => {
      const held = r.tables.Section47.days(CONFERENCE)
      const referred = r.tables.CINdetails.days('CINreferralDate')
      return (s, d) => (held[s] ?? 0) < (referred[d] ?? 0)
    }),
  }),
  rule('2889', {
    ...base,
    needs: ['Section47', 'CINdetails'],
    fields: [START, 'CINreferralDate'],
    says: 'The section 47 enquiry starts before the referral.',
    todo: 'Check the day of the referral and the day on which the enquiry started.',
    find: pairs('Section47', 'CINdetails', 'CINdetailsID', r => {
      const start = r.tables.Section47.days(START)
      const referred = r.tables.CINdetails.days('CINreferralDate')
      return (s, d) => (start[s] ?? 0) < (referred[d] ?? 0)
    }),
  }),
  rule('8615', {
    ...base,
    fields: [START, CONFERENCE],
    says: 'The section 47 enquiry led to a conference, and its start is missing or after that conference.',
    todo: 'Write the day on which the enquiry started, or check the day of the conference.',
    find: r => {
      const s = r.tables.Section47
      const [start, held, written] = [s.days(START), s.days(CONFERENCE), s.text(START)]
      return {
        Section47: where(
          s,
          i =>
            !Number.isNaN(held[i] ?? Number.NaN) && (written[i] === null || (start[i] ?? 0) > (held[i] ?? 0)),
        ),
      }
    },
  }),
  rule('8675Q', {
    ...base,
    fields: [CONFERENCE, START, NOT_NEEDED],
    says: 'More than 15 working days after the section 47 enquiry started there has been no initial child protection conference.',
    todo: TODO_AWAITS,
    find: r => {
      const awaits = awaitsConference(r)
      const start = r.tables.Section47.days(START)
      const long = longBefore(r.end, 15)
      return { Section47: where(r.tables.Section47, i => (start[i] ?? 0) <= long && awaits(i)) }
    },
  }),
  rule('8715', {
    ...base,
    fields: [CONFERENCE, 'ReferenceDate'],
    says: 'The initial child protection conference was held outside the census year.',
    todo: 'Check the day of the conference. Leave out enquiries whose conference was before the year.',
    find: r => {
      const held = r.tables.Section47.days(CONFERENCE)
      return {
        Section47: where(r.tables.Section47, i => (held[i] ?? 0) < r.start || (held[i] ?? 0) > r.end),
      }
    },
  }),
  rule('8740', {
    ...base,
    fields: [START, CONFERENCE, NOT_NEEDED],
    says: 'The section 47 enquiry has come to no conference, and did not start within the census year.',
    todo: TODO_AWAITS,
    find: r => {
      const awaits = awaitsConference(r)
      const start = r.tables.Section47.days(START)
      return {
        Section47: where(
          r.tables.Section47,
          i => ((start[i] ?? 0) < r.start || (start[i] ?? 0) > r.end) && awaits(i),
        ),
      }
    },
  }),
  rule('8839', {
    ...base,
    fields: [CONFERENCE],
    says: 'Two or more section 47 enquiries of one case are open.',
    todo: 'Write the day of the conference that each led to, or that none is needed.',
    find: r => ({ Section47: severalOpen(blocksOf(r, 'Section47', 'CINdetailsID'), awaitsConference(r)) }),
  }),
  rule('8870Q', {
    ...base,
    fields: ['InitialCPCtarget'],
    says: 'The day by which the initial child protection conference is due is a Saturday or Sunday.',
    todo: 'Count 15 working days from the strategy discussion.',
    find: r => {
      const due = r.tables.Section47.days('InitialCPCtarget')
      return { Section47: where(r.tables.Section47, i => atWeekend(due[i] ?? Number.NaN)) }
    },
  }),
  rule('8875', {
    ...base,
    fields: [CONFERENCE],
    says: 'The initial child protection conference is shown as held on a Saturday or Sunday.',
    todo: 'Check the day of the conference.',
    find: r => {
      const held = r.tables.Section47.days(CONFERENCE)
      return { Section47: where(r.tables.Section47, i => atWeekend(held[i] ?? Number.NaN)) }
    },
  }),
]
