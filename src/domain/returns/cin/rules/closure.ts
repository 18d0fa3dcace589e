import { where } from '../../check/frame.ts'
import { at, filledNotOneOf } from '../../ssda903/rules/cells.ts'
import { closedAfterAssessment, closureReasons } from './codes.ts'
import { rule } from './rule.ts'
import { isYes, pairs, together } from './together.ts'

const base = { from: 2022, needs: ['CINdetails'] } as const
const CLOSED = 'CINclosureDate'
const REASON = 'ReasonForClosure'

/** The end of a case: its day, its reason, and what must be done by then. */
export const closureRules = [
  rule('8620', {
    ...base,
    fields: [CLOSED],
    says: 'The case closed outside the census year.',
    todo: 'Check the day. Leave out cases that closed before the year; a case that closed after it is still open here.',
    find: r => {
      const closed = r.tables.CINdetails.days(CLOSED)
      return { CINdetails: where(r.tables.CINdetails, i => at(closed, i) < r.start || at(closed, i) > r.end) }
    },
  }),
  rule('8630', {
    ...base,
    fields: ['CINreferralDate', CLOSED],
    says: 'The case closed before its referral.',
    todo: 'Check both days.',
    find: r => {
      const [referred, closed] = [
        r.tables.CINdetails.days('CINreferralDate'),
        r.tables.CINdetails.days(CLOSED),
      ]
      return { CINdetails: where(r.tables.CINdetails, i => at(closed, i) < at(referred, i)) }
    },
  }),
  rule('8640', {
    ...base,
    fields: [REASON],
    says: 'The reason for closing the case is none of the codes.',
    todo: 'Write one of RC1 to RC9.',
    find: r => ({ CINdetails: filledNotOneOf(r.tables.CINdetails.text(REASON), closureReasons) }),
  }),
  rule('8805', {
    ...base,
    fields: [CLOSED, REASON],
    says: 'The case has closed, and there is no reason for closing it.',
    todo: 'Write why it closed, RC1 to RC9.',
    find: r => {
      const [closed, reason] = [r.tables.CINdetails.text(CLOSED), r.tables.CINdetails.text(REASON)]
      return { CINdetails: where(r.tables.CINdetails, i => closed[i] !== null && reason[i] === null) }
    },
  }),
  rule('8810', {
    ...base,
    fields: [REASON, CLOSED],
    says: 'There is a reason for closing the case, and no day on which it closed.',
    todo: 'Write the day. If the case is open, take the reason away.',
    find: r => {
      const [closed, reason] = [r.tables.CINdetails.text(CLOSED), r.tables.CINdetails.text(REASON)]
      return { CINdetails: where(r.tables.CINdetails, i => closed[i] === null && reason[i] !== null) }
    },
  }),
  rule('8825Q', {
    ...base,
    needs: ['CINdetails', 'Assessments'],
    fields: [REASON],
    says: 'The case was closed after an assessment (RC8 or RC9), and has none.',
    todo: 'Add the assessment, or correct the reason. Or say why there is none.',
    find: r => {
      const reason = r.tables.CINdetails.text(REASON)
      const assessments = together(r, 'CINdetails', 'Assessments', 'CINdetailsID')
      return {
        CINdetails: where(
          r.tables.CINdetails,
          i => closedAfterAssessment.has(reason[i] ?? '') && assessments[i]?.length === 0,
        ),
      }
    },
  }),
  rule('8867', {
    ...base,
    needs: ['CINdetails', 'Assessments'],
    fields: [CLOSED, 'AssessmentAuthorisationDate'],
    says: 'The case has closed, and an assessment in it was not completed.',
    todo: 'Write the day on which the assessment was authorised, or open the case again.',
    find: pairs('CINdetails', 'Assessments', 'CINdetailsID', r => {
      const closed = r.tables.CINdetails.text(CLOSED)
      const done = r.tables.Assessments.text('AssessmentAuthorisationDate')
      return (d, a) => closed[d] !== null && done[a] === null
    }),
  }),
  rule('8868', {
    ...base,
    needs: ['CINdetails', 'Section47'],
    fields: ['ICPCnotRequired', CLOSED, 'DateOfInitialCPC'],
    says: 'The case has closed, and a section 47 enquiry in it has neither a conference nor the mark that none was needed, or has both.',
    todo: 'Write the day of the conference, or that none was needed: one of the two.',
    find: pairs('CINdetails', 'Section47', 'CINdetailsID', r => {
      const closed = r.tables.CINdetails.text(CLOSED)
      const held = r.tables.Section47.text('DateOfInitialCPC')
      const notNeeded = r.tables.Section47.text('ICPCnotRequired')
      return (d, s) => closed[d] !== null && (held[s] !== null) === isYes(notNeeded[s])
    }),
  }),
]
