import type { Frame } from '../../check/frame.ts'
import type { CinTable } from './data.ts'
import { rule } from './rule.ts'
import { together } from './together.ts'

/** What happens in a case, and the days by which each says so. */
const activity: readonly (readonly [CinTable, readonly string[]])[] = [
  ['Assessments', ['AssessmentActualStartDate', 'AssessmentAuthorisationDate']],
  ['Section47', ['S47ActualStartDate', 'DateOfInitialCPC']],
  ['CINplanDates', ['CINPlanStartDate', 'CINPlanEndDate']],
  ['ChildProtectionPlans', ['CPPstartDate', 'CPPendDate']],
  ['Reviews', ['CPPreviewDate']],
]

/** What happened in a case after it was closed. */
export const afterClosureRules = [
  rule('8565', {
    from: 2022,
    needs: ['CINdetails'],
    fields: [
      'CINclosureDate',
      'DateOfInitialCPC',
      'AssessmentActualStartDate',
      'AssessmentAuthorisationDate',
      'S47ActualStartDate',
      'CPPendDate',
      'CINPlanStartDate',
      'CINPlanEndDate',
    ],
    says: 'Something is recorded as having happened after the case was closed.',
    todo: 'Check the day of closure, and the days of what is shown after it.',
    find: r => {
      const closed = r.tables.CINdetails.days('CINclosureDate')
      const conference = r.tables.CINdetails.days('DateOfInitialCPC')
      const cases: number[] = []
      for (let d = 0; d < closed.length; d += 1) if ((conference[d] ?? 0) > (closed[d] ?? 0)) cases.push(d)
      const found: { [table in CinTable]?: readonly number[] } = { CINdetails: cases }
      for (const [table, names] of activity) {
        const frame: Frame = r.tables[table]
        const days = names.map(name => frame.days(name))
        const details = together(r, table, 'CINdetails', 'CINdetailsID')
        const late: number[] = []
        for (let i = 0; i < frame.rows; i += 1) {
          // A day that is blank is NaN, and later than nothing.
          let last = Number.NEGATIVE_INFINITY
          for (const on of days) if ((on[i] ?? 0) > last) last = on[i] ?? last
          for (const d of details[i] ?? [])
            if (last > (closed[d] ?? 0)) {
              late.push(i)
              cases.push(d)
            }
        }
        found[table] = late
      }
      return found
    },
  }),
]
