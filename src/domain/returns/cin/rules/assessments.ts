import { where } from '../../check/frame.ts'
import { longBefore, overlapping } from './periods.ts'
import { rule } from './rule.ts'
import { severalOpen } from './several-open.ts'
import { blocksOf, pairs } from './together.ts'

const base = { from: 2022, needs: ['Assessments'] } as const
const START = 'AssessmentActualStartDate'
const END = 'AssessmentAuthorisationDate'

/** Assessments: their days, and how they stand to each other and to the referral. */
export const assessmentRules = [
  rule('1103', {
    ...base,
    needs: ['Assessments', 'CINdetails'],
    fields: [START, 'CINreferralDate'],
    says: 'The assessment starts before the referral that it follows.',
    todo: 'Check the day of the referral and the day on which the assessment started.',
    find: pairs('Assessments', 'CINdetails', 'CINdetailsID', r => {
      const start = r.tables.Assessments.days(START)
      const referred = r.tables.CINdetails.days('CINreferralDate')
      return (a, d) => (start[a] ?? 0) < (referred[d] ?? 0)
    }),
  }),
  rule('8608', {
    ...base,
    fields: [START, END],
    says: 'The assessment ends before it starts.',
    todo: 'Check the day on which it started and the day on which it was authorised.',
    find: r => {
      const a = r.tables.Assessments
      const [start, end] = [a.days(START), a.days(END)]
      return { Assessments: where(a, i => (start[i] ?? 0) > (end[i] ?? 0)) }
    },
  }),
  rule('8670Q', {
    ...base,
    fields: [START],
    says: 'The assessment is still open, more than 45 working days after it started.',
    todo: 'If it has been authorised, write the day. If it is still going on, say why.',
    find: r => {
      const a = r.tables.Assessments
      const [start, end] = [a.days(START), a.text(END)]
      const long = longBefore(r.end, 45)
      return { Assessments: where(a, i => end[i] === null && (start[i] ?? 0) <= long) }
    },
  }),
  rule('8696', {
    ...base,
    fields: [END, 'ReferenceDate'],
    says: 'The assessment was authorised on a day outside the census year.',
    todo: 'Check the day. Leave out assessments that ended before the year; leave the day blank where it is after it.',
    find: r => {
      const a = r.tables.Assessments
      const end = a.days(END)
      return { Assessments: where(a, i => (end[i] ?? 0) < r.start || (end[i] ?? 0) > r.end) }
    },
  }),
  rule('8736', {
    ...base,
    fields: [END, START],
    says: 'The assessment has no end, and did not start within the census year.',
    todo: 'Write the day on which it was authorised, or check the day on which it started.',
    find: r => {
      const a = r.tables.Assessments
      const [start, end] = [a.days(START), a.text(END)]
      return {
        Assessments: where(a, i => end[i] === null && ((start[i] ?? 0) < r.start || (start[i] ?? 0) > r.end)),
      }
    },
  }),
  rule('8863Q', {
    ...base,
    fields: [START, END],
    says: 'The assessment starts while another one of the same case is going on.',
    todo: 'Check the days of both. If one was begun twice, leave one of them out; if both are right, say why.',
    find: r => {
      const a = r.tables.Assessments
      const groups = blocksOf(r, 'Assessments', 'CINdetailsID')
      return {
        Assessments: overlapping(groups, {
          start: a.days(START),
          end: a.days(END),
          until: r.end,
          touching: false,
        }),
      }
    },
  }),
  rule('8896', {
    ...base,
    fields: [END],
    says: 'Two or more assessments of one case are open.',
    todo: 'Write the day on which each was authorised. Only one can be going on.',
    find: r => {
      const end = r.tables.Assessments.text(END)
      return { Assessments: severalOpen(blocksOf(r, 'Assessments', 'CINdetailsID'), i => end[i] === null) }
    },
  }),
]
