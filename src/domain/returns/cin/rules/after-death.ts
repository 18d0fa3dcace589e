import { at } from '../../ssda903/rules/cells.ts'
import { DIED } from './codes.ts'
import type { Census } from './data.ts'
import { rule } from './rule.ts'
import { pairs } from './together.ts'

const DEATH = 'PersonDeathDate'
const ADVICE = 'Check the date of death and the other date.'

const deaths = (r: Census) => r.tables.ChildIdentifiers.days(DEATH)

/** What can't be after a child's death, or must go with it. */
export const afterDeathRules = [
  rule('4008', {
    from: 2022,
    needs: ['ChildIdentifiers', 'CINplanDates'],
    fields: [DEATH, 'CINPlanStartDate'],
    says: 'The child in need plan starts after the child’s death.',
    todo: ADVICE,
    find: pairs('ChildIdentifiers', 'CINplanDates', 'child', r => {
      const died = deaths(r)
      const start = r.tables.CINplanDates.days('CINPlanStartDate')
      return (c, p) => at(start, p) > at(died, c)
    }),
  }),
  rule('4009Q', {
    from: 2022,
    needs: ['ChildIdentifiers', 'CINplanDates'],
    fields: [DEATH, 'CINPlanEndDate'],
    says: 'The child in need plan ends after the child’s death.',
    todo: ADVICE,
    find: pairs('ChildIdentifiers', 'CINplanDates', 'child', r => {
      const died = deaths(r)
      const end = r.tables.CINplanDates.days('CINPlanEndDate')
      return (c, p) => at(end, p) > at(died, c)
    }),
  }),
  rule('8555Q', {
    from: 2022,
    needs: ['ChildIdentifiers', 'CINdetails'],
    fields: [DEATH, 'CINreferralDate'],
    says: 'The referral is after the child’s death.',
    todo: ADVICE,
    find: pairs('ChildIdentifiers', 'CINdetails', 'child', r => {
      const died = deaths(r)
      const referred = r.tables.CINdetails.days('CINreferralDate')
      return (c, d) => at(referred, d) > at(died, c)
    }),
  }),
  rule('8585Q', {
    from: 2022,
    needs: ['ChildIdentifiers', 'CINdetails'],
    fields: ['ReasonForClosure', DEATH],
    says: 'The case was closed because the child died, and there is no date of death.',
    todo: 'Write the date of death. If the child lives, correct the reason for closing the case.',
    find: pairs('ChildIdentifiers', 'CINdetails', 'child', r => {
      const died = r.tables.ChildIdentifiers.text(DEATH)
      const reason = r.tables.CINdetails.text('ReasonForClosure')
      return (c, d) => reason[d] === DIED && died[c] === null
    }),
  }),
]
