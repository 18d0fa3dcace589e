import { where } from '../../check/frame.ts'
import { notOneOf, rowsOf } from '../../ssda903/rules/cells.ts'
import { sexes } from './codes.ts'
import type { Census } from './data.ts'
import { rule } from './rule.ts'
import { wholeReturn } from './whole.ts'

const DUE = 'ExpectedPersonBirthDate'

/** Until 2023/24 a gender was asked, in figures, and 0 said that it was not known; since then a sex, and U says so. */
interface Asked {
  readonly column: 'GenderCurrent' | 'Sex'
  readonly word: string
  readonly unknown: string
}
const gender: Asked = { column: 'GenderCurrent', word: 'gender', unknown: '0' }
const sex: Asked = { column: 'Sex', word: 'sex', unknown: 'U' }

const unborn = ({ column, word, unknown }: Asked) => ({
  needs: ['ChildIdentifiers'] as const,
  fields: [column, 'PersonBirthDate', DUE],
  says: `The child is not yet born, and its ${word} is not ${unknown}.`,
  todo: `Write ${unknown} for an unborn child. If the child has been born, give the date of birth.`,
  find: (r: Census) => {
    const child = r.tables.ChildIdentifiers
    const [born, due, is] = [child.text('PersonBirthDate'), child.text(DUE), child.text(column)]
    return {
      ChildIdentifiers: where(child, i => born[i] === null && due[i] !== null && is[i] !== unknown),
    }
  },
})

/** The share of children whose sex may be unknown, in hundredths. */
const MOST = 2

const manyUnknown = ({ column, word, unknown }: Asked) => ({
  needs: ['ChildIdentifiers'] as const,
  fields: [DUE],
  whole: true as const,
  says: `More than ${MOST}% of the children, unborn children left out, have no ${word} recorded.`,
  todo: `Record the ${word} of those children. Or say why it is not known of so many.`,
  find: (r: Census) => {
    const child = r.tables.ChildIdentifiers
    const [due, is] = [child.text(DUE), child.text(column)]
    const born = where(child, i => due[i] === null)
    const without = born.filter(i => is[i] === null || is[i] === unknown).length
    return without * 100 > born.length * MOST ? wholeReturn(r, 'ChildIdentifiers') : {}
  },
})

/** The child's sex, and before it the gender. */
export const sexRules = [
  rule('4180', {
    from: 2022,
    to: 2023,
    needs: ['ChildIdentifiers'],
    fields: ['GenderCurrent'],
    says: 'The child’s gender is missing.',
    todo: 'Record the gender; 0 where it is not known.',
    find: r => ({
      ChildIdentifiers: rowsOf(r.tables.ChildIdentifiers.text('GenderCurrent'), is => is === null),
    }),
  }),
  rule('4180', {
    from: 2024,
    needs: ['ChildIdentifiers'],
    fields: ['Sex'],
    says: 'The child’s sex is missing, or is none of M, F and U.',
    todo: 'Record the sex; U where it is not known or the child is not yet born.',
    find: r => ({ ChildIdentifiers: notOneOf(r.tables.ChildIdentifiers.text('Sex'), sexes) }),
  }),
  rule('8750', { ...unborn(gender), from: 2022, to: 2023 }),
  rule('8750', { ...unborn(sex), from: 2024 }),
  rule('2886Q', { ...manyUnknown(gender), from: 2022, to: 2023 }),
  rule('2886Q', { ...manyUnknown(sex), from: 2024 }),
]
