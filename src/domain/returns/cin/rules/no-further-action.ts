import { where } from '../../check/frame.ts'
import { closedAfterAssessment } from './codes.ts'
import type { Census } from './data.ts'
import { rule } from './rule.ts'
import { isYes, together } from './together.ts'

/** What may stand in a case and speak of work with the child. */
type Work = 'Assessments' | 'Section47' | 'CINplanDates' | 'ChildProtectionPlans'
/** Whether a row is meant. */
type Is = (row: number) => boolean

/** The rows of a table that stand in some of the cases, and those cases. */
function inCases(r: Census, cases: readonly number[], table: Work, is: Is) {
  const rows = together(r, 'CINdetails', table, 'CINdetailsID')
  const found = cases.flatMap(i => (rows[i] ?? []).filter(is))
  return { found, cases: cases.filter(i => rows[i]?.some(is)) }
}

const any: Is = () => true

/** Cases in which there can't have been work with the child, and work that is shown in them. */
export const noFurtherActionRules = [
  rule('2990', {
    from: 2022,
    needs: ['CINdetails'],
    fields: ['ReasonForClosure'],
    says: 'The case closed after its assessment (RC8 or RC9), and has an enquiry, a conference or a plan.',
    todo: 'Correct the reason for closing the case, or take the rest out.',
    find: r => {
      const reason = r.tables.CINdetails.text('ReasonForClosure')
      const conference = r.tables.CINdetails.text('DateOfInitialCPC')
      const meant = where(r.tables.CINdetails, i => closedAfterAssessment.has(reason[i] ?? ''))
      const enquiries = inCases(r, meant, 'Section47', any)
      const plans = inCases(r, meant, 'CINplanDates', any)
      const protection = inCases(r, meant, 'ChildProtectionPlans', any)
      return {
        CINdetails: [
          ...meant.filter(i => conference[i] !== null),
          ...[...enquiries.cases, ...plans.cases, ...protection.cases],
        ],
        Section47: enquiries.found,
        CINplanDates: plans.found,
        ChildProtectionPlans: protection.found,
      }
    },
  }),
  rule('8831', {
    from: 2022,
    needs: ['CINdetails'],
    fields: [
      ...[
        'AssessmentActualStartDate',
        'AssessmentAuthorisationDate',
        'S47ActualStartDate',
        'DateOfInitialCPC',
      ],
    ],
    says: 'The referral ended with no further action, and the case has an assessment, an enquiry or a conference.',
    todo: 'Correct whether action followed the referral, or take the rest out.',
    find: r => {
      const { CINdetails, Assessments, Section47 } = r.tables
      const noAction = CINdetails.text('ReferralNFA')
      const conference = CINdetails.text('DateOfInitialCPC')
      const meant = where(CINdetails, i => isYes(noAction[i]))
      const [begun, done] = [
        Assessments.text('AssessmentActualStartDate'),
        Assessments.text('AssessmentAuthorisationDate'),
      ]
      const [asked, held] = [Section47.text('S47ActualStartDate'), Section47.text('DateOfInitialCPC')]
      const assessed = inCases(r, meant, 'Assessments', i => begun[i] !== null || done[i] !== null)
      const enquired = inCases(r, meant, 'Section47', i => asked[i] !== null || held[i] !== null)
      return {
        CINdetails: [...meant.filter(i => conference[i] !== null), ...[...assessed.cases, ...enquired.cases]],
        Assessments: assessed.found,
        Section47: enquired.found,
      }
    },
  }),
  rule('2991Q', {
    from: 2022,
    needs: ['Section47', 'Assessments'],
    fields: ['CINdetailsID'],
    says: 'The case has a section 47 enquiry and no assessment.',
    todo: 'Add the assessment of which the enquiry is part. Or say why there is none.',
    find: r => {
      const assessments = together(r, 'Section47', 'Assessments', 'CINdetailsID')
      return { Section47: where(r.tables.Section47, i => assessments[i]?.length === 0) }
    },
  }),
]
