import { where } from '../../check/frame.ts'
import { rule } from './rule.ts'
import { pairs } from './together.ts'

const REVIEW = 'CPPreviewDate'

/** Reviews of child protection plans. */
export const protectionReviewRules = [
  rule('8841', {
    from: 2022,
    needs: ['Reviews', 'ChildProtectionPlans'],
    fields: ['CPPstartDate', REVIEW],
    says: 'The child protection plan was reviewed on or before the day on which it began.',
    todo: 'Check the day of the review. The initial conference is none.',
    find: pairs('Reviews', 'ChildProtectionPlans', 'CPPID', r => {
      const reviewed = r.tables.Reviews.days(REVIEW)
      const start = r.tables.ChildProtectionPlans.days('CPPstartDate')
      return (v, p) => (reviewed[v] ?? 0) <= (start[p] ?? 0)
    }),
  }),
  rule('8842Q', {
    from: 2022,
    needs: ['Reviews'],
    fields: [REVIEW],
    says: 'A review of a child protection plan has no day.',
    todo: 'Write the day of the review, or leave the review out if there was none.',
    find: r => {
      const reviewed = r.tables.Reviews.text(REVIEW)
      return { Reviews: where(r.tables.Reviews, i => reviewed[i] === null) }
    },
  }),
]
