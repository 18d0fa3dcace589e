import { where } from '../../check/frame.ts'
import { atLeast, birthdayOf, under } from './ages.ts'
import { inCareAllYear } from './care.ts'
import { at } from './cells.ts'
import type { Return903 } from './data.ts'
import { anyBlank, anyFilled, HEALTH, HEALTH_OF_ALL, textOf } from './filled.ts'
import { rule } from './rule.ts'

const SDQ = ['SDQ_SCORE', 'SDQ_REASON'] as const

/** The rows of children of whom it is known whether they were looked after all year, and who pass a test. */
function ofChildren(
  r: Return903,
  allYear: boolean,
  is: (row: number, dob: number) => boolean,
): readonly number[] {
  const [child, dob] = [r.now.OC2.text('CHILD'), r.now.OC2.days('DOB')]
  const children = inCareAllYear(r)
  return where(r.now.OC2, i => {
    const who = child[i]
    return who != null && children.has(who) === allYear && is(i, at(dob, i))
  })
}

/** Whether a child could answer the questionnaire at any time of the year: 4 when it began, not yet 17 when it ended. */
const askedAllYear = (r: Return903, dob: number): boolean => atLeast(dob, 4, r.start) && under(dob, 17, r.end)

/** Whether a child came of an age in the year: after its first day, on which such a child has that age already. */
const turned = (r: Return903, dob: number, age: number): boolean =>
  birthdayOf(dob, age) > r.start && atLeast(dob, age, r.end)

const both = { from: 2022, needs: ['OC2', 'Episodes'] } as const
const alone = { from: 2022, needs: ['OC2'] } as const
const notAllYear = 'The child was not looked after for the 12 months to 31 March, and'
const notAsked = 'Take it out; or check the episodes, if the child was looked after all year.'

/** Of whom health and outcomes (OC2) are asked: children looked after for 12 months, and of what age. */
export const healthAskedRules = [
  rule('157', {
    ...both,
    fields: ['SDQ_REASON', 'DOB'],
    says: 'No questionnaire was made because of the child’s age, but the child was 4 to 16 all year.',
    todo: 'Give the score, or another reason; or check the date of birth.',
    find: r => {
      const why = r.now.OC2.text('SDQ_REASON')
      return { OC2: ofChildren(r, true, (i, dob) => why[i] === 'SDQ1' && askedAllYear(r, dob)) }
    },
  }),
  rule('185', {
    ...both,
    fields: ['SDQ_SCORE'],
    says: `${notAllYear} has a questionnaire score.`,
    todo: notAsked,
    find: r => {
      const score = r.now.OC2.text('SDQ_SCORE')
      return { OC2: ofChildren(r, false, i => score[i] != null) }
    },
  }),
  rule('186', {
    ...both,
    fields: ['SDQ_SCORE'],
    says: 'The child was looked after for 12 months and was 4 to 16 all year, and has no questionnaire score.',
    todo: 'Give the score, or the reason why there is none.',
    find: r => {
      const sdq = textOf(r.now.OC2, SDQ)
      return { OC2: ofChildren(r, true, (i, dob) => askedAllYear(r, dob) && !anyFilled(sdq, i)) }
    },
  }),
  rule('188', {
    ...alone,
    fields: [...SDQ],
    says: 'The child was not yet 4 when the year ended, and has a questionnaire score or a reason for none.',
    todo: 'Leave both blank; or check the date of birth.',
    find: r => {
      const [sdq, dob] = [textOf(r.now.OC2, SDQ), r.now.OC2.days('DOB')]
      return { OC2: where(r.now.OC2, i => under(at(dob, i), 4, r.end) && anyFilled(sdq, i)) }
    },
  }),
  rule('189', {
    ...alone,
    fields: ['DOB', ...SDQ],
    says: 'The child was 17 or older when the year began, and has a questionnaire score or a reason for none.',
    todo: 'Leave both blank; or check the date of birth.',
    find: r => {
      const [sdq, dob] = [textOf(r.now.OC2, SDQ), r.now.OC2.days('DOB')]
      return { OC2: where(r.now.OC2, i => atLeast(at(dob, i), 17, r.start) && anyFilled(sdq, i)) }
    },
  }),
  rule('190', {
    ...both,
    fields: [...HEALTH],
    says: `${notAllYear} questions about health and outcomes are answered.`,
    todo: notAsked,
    find: r => {
      const health = textOf(r.now.OC2, HEALTH)
      return { OC2: ofChildren(r, false, i => anyFilled(health, i)) }
    },
  }),
  rule('191', {
    ...both,
    fields: [...HEALTH_OF_ALL, 'CHILD'],
    says: 'The child was looked after for 12 months, and immunisations, teeth, health assessment or substance misuse is not answered.',
    todo: 'Answer all four; or check the episodes, if the child was not looked after all year.',
    find: r => {
      const four = textOf(r.now.OC2, HEALTH_OF_ALL)
      const asked = new Set(r.now.OC2.text('CHILD'))
      const [child, children] = [r.now.Episodes.text('CHILD'), inCareAllYear(r)]
      return {
        OC2: ofChildren(r, true, i => anyBlank(four, i)),
        Episodes: where(r.now.Episodes, i => children.has(child[i] ?? '') && !asked.has(child[i] ?? '')),
      }
    },
  }),
  rule('197B', {
    ...both,
    fields: ['SDQ_REASON', 'DOB'],
    says: 'The child was looked after for 12 months and became 4 or 17 in the year, and has neither a questionnaire score nor a reason for none.',
    todo: 'Give the score, or the reason why there is none: SDQ1 where the child was too young or too old when it was due.',
    find: r => {
      const sdq = textOf(r.now.OC2, SDQ)
      const due = (dob: number) => turned(r, dob, 4) || turned(r, dob, 17)
      return { OC2: ofChildren(r, true, (i, dob) => due(dob) && !anyFilled(sdq, i)) }
    },
  }),
  rule('198', {
    ...both,
    fields: ['SDQ_REASON'],
    says: `${notAllYear} has a reason why there is no questionnaire score.`,
    todo: notAsked,
    find: r => {
      const why = r.now.OC2.text('SDQ_REASON')
      return { OC2: ofChildren(r, false, i => why[i] != null) }
    },
  }),
] as const
