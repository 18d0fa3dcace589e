import { england } from '../../../kernel/calendar.ts'
import { dayFromNumber } from '../../../kernel/day.ts'
import { where } from '../../check/frame.ts'
import { at, filledNotOneOf, rowsOf } from '../../ssda903/rules/cells.ts'
import { primaryNeeds, referralSources } from './codes.ts'
import { rule } from './rule.ts'
import { isNo, isYes, pairs } from './together.ts'

const base = { from: 2022, needs: ['CINdetails'] } as const
const REFERRED = 'CINreferralDate'
const NO_ACTION = 'ReferralNFA'
const FORTY_WEEKS = 280
/** 1 April 2013, since when the source of a referral is asked, as a number of days. */
const SOURCE_SINCE = 15_796

/** The last working day before a day. */
function workingDayBefore(day: number): number {
  let before = day - 1
  while (!england.isWorking(dayFromNumber(before))) before -= 1
  return before
}

/** The referral: its day, its source, what the child needs, and whether anything followed. */
export const referralRules = [
  rule('8600', {
    ...base,
    fields: [REFERRED],
    says: 'The day of the referral is missing, or after the census year.',
    todo: 'Write the day of the referral. Leave out referrals of the next year.',
    find: r => {
      const referred = r.tables.CINdetails.days(REFERRED)
      return { CINdetails: where(r.tables.CINdetails, i => !(at(referred, i) <= r.end)) }
    },
  }),
  rule('8606', {
    ...base,
    needs: ['CINdetails', 'ChildIdentifiers'],
    fields: [REFERRED, 'PersonBirthDate', 'ExpectedPersonBirthDate'],
    says: 'The referral is more than 40 weeks before the child was born or is expected.',
    todo: 'Check the day of the referral and the child’s date of birth.',
    find: pairs('ChildIdentifiers', 'CINdetails', 'child', r => {
      const child = r.tables.ChildIdentifiers
      const [born, due] = [child.days('PersonBirthDate'), child.days('ExpectedPersonBirthDate')]
      const referred = r.tables.CINdetails.days(REFERRED)
      return (c, d) =>
        at(referred, d) < at(born, c) - FORTY_WEEKS || at(referred, d) < at(due, c) - FORTY_WEEKS
    }),
  }),
  rule('8568', {
    ...base,
    fields: [NO_ACTION],
    says: 'It is not said, or not with 0, 1, true or false, whether the referral ended with no further action.',
    todo: 'Write 1 where nothing followed the referral, and 0 where something did.',
    find: r => ({
      CINdetails: rowsOf(r.tables.CINdetails.text(NO_ACTION), is => !isYes(is) && !isNo(is)),
    }),
  }),
  rule('8569Q', {
    ...base,
    fields: [NO_ACTION, REFERRED],
    says: 'The referral came before the last working day ahead of the census year and ended with no further action.',
    todo: 'Leave it out: it belongs to the year before. Or correct its day, or whether action followed.',
    find: r => {
      const referred = r.tables.CINdetails.days(REFERRED)
      const noAction = r.tables.CINdetails.text(NO_ACTION)
      const from = workingDayBefore(r.start)
      return { CINdetails: where(r.tables.CINdetails, i => at(referred, i) < from && isYes(noAction[i])) }
    },
  }),
  rule('8610', {
    ...base,
    fields: [NO_ACTION, 'PrimaryNeedCode'],
    says: 'Action followed the referral, and the child’s primary need is missing.',
    todo: 'Write the primary need, N1 to N8; N0 where it was not stated.',
    find: r => {
      const noAction = r.tables.CINdetails.text(NO_ACTION)
      return {
        CINdetails: rowsOf(
          r.tables.CINdetails.text('PrimaryNeedCode'),
          (need, i) => need === null && isNo(noAction[i]),
        ),
      }
    },
  }),
  rule('8650', {
    ...base,
    fields: ['PrimaryNeedCode'],
    says: 'The primary need is none of the codes.',
    todo: 'Write one of N0 to N9.',
    find: r => ({ CINdetails: filledNotOneOf(r.tables.CINdetails.text('PrimaryNeedCode'), primaryNeeds) }),
  }),
  rule('8866', {
    ...base,
    fields: [REFERRED, 'ReferralSource'],
    says: 'The source of the referral is missing, or is none of the codes.',
    todo: 'Write who referred the child, 1A to 10.',
    find: r => {
      const referred = r.tables.CINdetails.days(REFERRED)
      return {
        CINdetails: rowsOf(
          r.tables.CINdetails.text('ReferralSource'),
          (source, i) => at(referred, i) >= SOURCE_SINCE && !referralSources.has(source ?? ''),
        ),
      }
    },
  }),
]
