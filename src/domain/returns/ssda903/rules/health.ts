import { where } from '../../check/frame.ts'
import { filledNotOneOf, rowsOf } from './cells.ts'
import { anyBlank, anyFilled, HEALTH, HEALTH_OF_ALL, textOf } from './filled.ts'
import { rule } from './rule.ts'

const base = { from: 2022, needs: ['OC2'] } as const
const REASONS = new Set(['SDQ1', 'SDQ2', 'SDQ3', 'SDQ4', 'SDQ5'])
const YES_NO = new Set(['0', '1'])

/** Health and outcomes (OC2): what an answer may be, and what goes with what in one row. */
export const healthRules = [
  rule('158', {
    ...base,
    fields: ['INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
    says: 'Help with substance misuse was received, and whether it was offered is answered too.',
    todo: 'Leave “offered” blank: it is asked only where no help was received.',
    find: r => {
      const offered = r.now.OC2.text('INTERVENTION_OFFERED')
      return {
        OC2: rowsOf(r.now.OC2.text('INTERVENTION_RECEIVED'), (had, i) => had === '1' && offered[i] != null),
      }
    },
  }),
  rule('159', {
    ...base,
    fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
    says: 'No help with substance misuse was received, and it is not said whether it was offered.',
    todo: 'Record whether help was offered.',
    find: r => {
      const misuse = r.now.OC2.text('SUBSTANCE_MISUSE')
      const offered = r.now.OC2.text('INTERVENTION_OFFERED')
      return {
        OC2: rowsOf(
          r.now.OC2.text('INTERVENTION_RECEIVED'),
          (had, i) => had === '0' && misuse[i] === '1' && offered[i] == null,
        ),
      }
    },
  }),
  rule('180', {
    ...base,
    fields: ['SDQ_SCORE'],
    says: 'The score of the strengths and difficulties questionnaire is no whole number from 0 to 40.',
    todo: 'Correct the score, or leave it blank and give the reason why there is none.',
    find: r => {
      const score = r.now.OC2.numbers('SDQ_SCORE')
      const fits = (n = Number.NaN) => Number.isInteger(n) && n >= 0 && n <= 40
      return { OC2: rowsOf(r.now.OC2.text('SDQ_SCORE'), (text, i) => text !== null && !fits(score[i])) }
    },
  }),
  rule('181', {
    ...base,
    fields: [...HEALTH],
    says: 'An answer about health, convictions or substance misuse is neither 0 nor 1.',
    todo: 'Correct the answer to 1 (yes) or 0 (no).',
    find: r => ({ OC2: HEALTH.flatMap(name => filledNotOneOf(r.now.OC2.text(name), YES_NO)) }),
  }),
  rule('182', {
    ...base,
    fields: [...HEALTH],
    says: 'Some of what is asked about the child’s health is answered, and immunisations, teeth, health assessment or substance misuse is not.',
    todo: 'Answer all four; or leave everything blank, where the child was not looked after for 12 months.',
    find: r => {
      const [all, four] = [textOf(r.now.OC2, HEALTH), textOf(r.now.OC2, HEALTH_OF_ALL)]
      return { OC2: where(r.now.OC2, i => anyBlank(four, i) && anyFilled(all, i)) }
    },
  }),
  rule('192', {
    ...base,
    fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED'],
    says: 'The child has a substance misuse problem, and it is not said whether help was received.',
    todo: 'Record whether the child received help.',
    find: r => {
      const had = r.now.OC2.text('INTERVENTION_RECEIVED')
      return { OC2: rowsOf(r.now.OC2.text('SUBSTANCE_MISUSE'), (is, i) => is === '1' && had[i] == null) }
    },
  }),
  rule('193', {
    ...base,
    fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
    says: 'No substance misuse problem is recorded, and help with one is.',
    todo: 'Record that the child has a problem, or leave both answers about help blank.',
    find: r => {
      const help = textOf(r.now.OC2, ['INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'])
      return { OC2: rowsOf(r.now.OC2.text('SUBSTANCE_MISUSE'), (is, i) => is !== '1' && anyFilled(help, i)) }
    },
  }),
  rule('196', {
    ...base,
    fields: ['SDQ_REASON'],
    says: 'The reason why there is no questionnaire score is none of SDQ1 to SDQ5.',
    todo: 'Choose one of the five reasons.',
    find: r => ({ OC2: filledNotOneOf(r.now.OC2.text('SDQ_REASON'), REASONS) }),
  }),
  rule('197a', {
    ...base,
    fields: ['SDQ_SCORE', 'SDQ_REASON'],
    says: 'There is a questionnaire score, and a reason why there is none.',
    todo: 'Leave the reason blank; or take the score out, if there is none.',
    find: r => {
      const score = r.now.OC2.text('SDQ_SCORE')
      return { OC2: rowsOf(r.now.OC2.text('SDQ_REASON'), (why, i) => why !== null && score[i] != null) }
    },
  }),
  rule('544', {
    ...base,
    fields: ['CONVICTED', ...HEALTH_OF_ALL],
    says: 'Convictions are answered, and immunisations, teeth, health assessment or substance misuse is not.',
    todo: 'Answer those four too.',
    find: r => {
      const four = textOf(r.now.OC2, HEALTH_OF_ALL)
      return { OC2: rowsOf(r.now.OC2.text('CONVICTED'), (is, i) => is !== null && anyBlank(four, i)) }
    },
  }),
  rule('547', {
    ...base,
    fields: ['HEALTH_CHECK', ...HEALTH_OF_ALL],
    says: 'Health checks are answered, and immunisations, teeth, health assessment or substance misuse is not.',
    todo: 'Answer those four too.',
    find: r => {
      const four = textOf(r.now.OC2, HEALTH_OF_ALL)
      return { OC2: rowsOf(r.now.OC2.text('HEALTH_CHECK'), (is, i) => is !== null && anyBlank(four, i)) }
    },
  }),
] as const
