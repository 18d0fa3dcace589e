import { where } from '../../check/frame.ts'
import { under } from './ages.ts'
import { filledNoDay, rowsOf } from './cells.ts'
import type { Return903 } from './data.ts'
import { rule } from './rule.ts'

/** The rows of a boy or young man for whom the birth of a child is given, by the code of the year for male. */
const bornOfMale = (r: Return903, male: string): readonly number[] => {
  const { text } = r.now.Header
  const born = text('MC_DOB')
  return rowsOf(text('SEX'), (sex, i) => sex === male && born[i] != null)
}

/** The rows of a girl or young woman who is no mother, and for whom the birth of a child is given. */
const bornOfNoMother = (r: Return903, female: string): readonly number[] => {
  const { text } = r.now.Header
  const born = text('MC_DOB')
  const mother = text('MOTHER')
  return rowsOf(text('SEX'), (sex, i) => sex === female && born[i] != null && mother[i] !== '1')
}

const male = {
  needs: ['Header'],
  fields: ['SEX', 'MC_DOB'],
  says: 'The birth of a mother’s child is given, but the child in care is male.',
  todo: 'Take the date out, or correct the sex. This return does not ask about fathers.',
} as const

const noMother = {
  needs: ['Header'],
  fields: ['SEX', 'MOTHER', 'MC_DOB'],
  says: 'The birth of a first child is given, but she is not recorded as a mother.',
  todo: 'Record that she is a mother, or take the date out.',
} as const

/** Young people who are mothers, and when their first child was born. */
export const motherRules = [
  rule('171', {
    from: 2022,
    needs: ['Header'],
    fields: ['MC_DOB'],
    says: 'The date on which her child was born is no day of the calendar.',
    todo: 'Correct the date of birth of her first child.',
    find: r => ({ Header: filledNoDay(r.now.Header.text('MC_DOB'), r.now.Header.days('MC_DOB')) }),
  }),
  rule('174', { ...male, from: 2022, to: 2023, find: r => ({ Header: bornOfMale(r, '1') }) }),
  rule('174', { ...male, from: 2024, find: r => ({ Header: bornOfMale(r, 'M') }) }),
  rule('611', {
    from: 2022,
    needs: ['Header'],
    fields: ['MOTHER', 'MC_DOB'],
    says: 'She is a mother, but no date of birth is given for her child.',
    todo: 'Record when her first child was born.',
    find: r => {
      const born = r.now.Header.text('MC_DOB')
      return {
        Header: rowsOf(r.now.Header.text('MOTHER'), (mother, i) => mother === '1' && born[i] === null),
      }
    },
  }),
  rule('612', { ...noMother, from: 2022, to: 2023, find: r => ({ Header: bornOfNoMother(r, '2') }) }),
  rule('612', { ...noMother, from: 2024, find: r => ({ Header: bornOfNoMother(r, 'F') }) }),
  rule('620', {
    from: 2022,
    needs: ['Header'],
    fields: ['DOB', 'MOTHER'],
    says: 'She is recorded as a mother, but was not yet 11 when the year began.',
    todo: 'Check her date of birth, and whether she is a mother.',
    find: r => {
      const born = r.now.Header.days('DOB')
      return {
        Header: rowsOf(
          r.now.Header.text('MOTHER'),
          (mother, i) => mother === '1' && under(born[i] ?? Number.NaN, 11, r.start),
        ),
      }
    },
  }),
  rule('621', {
    from: 2022,
    needs: ['Header'],
    fields: ['DOB', 'MC_DOB'],
    says: 'Her child was born before her, or on the same day.',
    todo: 'Check both dates of birth: hers, and her first child’s.',
    find: r => {
      const hers = r.now.Header.days('DOB')
      const child = r.now.Header.days('MC_DOB')
      return { Header: where(r.now.Header, i => (child[i] ?? Number.NaN) <= (hers[i] ?? Number.NaN)) }
    },
  }),
] as const
