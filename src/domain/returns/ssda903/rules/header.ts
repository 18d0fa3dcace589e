import { where } from '../../check/frame.ts'
import { birthdayOf } from './ages.ts'
import { notOneOf, rowsOf } from './cells.ts'
import { rule } from './rule.ts'

const SEX_TO_2023 = new Set(['1', '2'])
const SEX = new Set(['M', 'F', 'U'])
const ETHNIC = new Set(
  'WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT'.split(
    ' ',
  ),
)

/** The child: sex, birth and ethnicity. */
export const headerRules = [
  rule('101', {
    from: 2022,
    to: 2023,
    needs: ['Header'],
    fields: ['SEX'],
    says: 'The sex is missing, or is not one of the codes 1 and 2.',
    todo: 'Record the child’s sex.',
    find: r => ({ Header: notOneOf(r.now.Header.text('SEX'), SEX_TO_2023) }),
  }),
  rule('101', {
    from: 2024,
    needs: ['Header'],
    fields: ['SEX'],
    says: 'The sex is missing, or is not one of the codes M, F and U.',
    todo: 'Record the child’s sex; U where it is not known.',
    find: r => ({ Header: notOneOf(r.now.Header.text('SEX'), SEX) }),
  }),
  rule('102', {
    from: 2022,
    needs: ['Header'],
    fields: ['DOB'],
    says: 'The date of birth is missing, or is no day of the calendar.',
    todo: 'Record the child’s date of birth.',
    find: r => {
      const born = r.now.Header.days('DOB')
      return { Header: where(r.now.Header, i => Number.isNaN(born[i])) }
    },
  }),
  rule('103', {
    from: 2022,
    needs: ['Header'],
    fields: ['ETHNIC'],
    says: 'The ethnicity is missing, or is not one of the codes.',
    todo: 'Record the child’s ethnicity: REFU where they would rather not say, NOBT where nobody has asked yet.',
    find: r => ({ Header: notOneOf(r.now.Header.text('ETHNIC'), ETHNIC) }),
  }),
  rule('232', {
    from: 2024,
    severity: 'query',
    needs: ['Header'],
    fields: ['SEX'],
    says: 'The sex is given as unknown.',
    todo: 'Record the child’s sex, or be ready to say why it is not known.',
    find: r => ({ Header: rowsOf(r.now.Header.text('SEX'), sex => sex === 'U' || sex === 'u') }),
  }),
  rule('301', {
    from: 2022,
    needs: ['Header'],
    fields: ['DOB'],
    says: 'The child was born after the year ended.',
    todo: 'Check the date of birth. A child who was not born yet belongs in next year’s return.',
    find: r => {
      const born = r.now.Header.days('DOB')
      return { Header: where(r.now.Header, i => (born[i] ?? Number.NaN) > r.end) }
    },
  }),
  rule('351', {
    from: 2022,
    needs: ['Header'],
    fields: ['DOB'],
    says: 'The child was 25 or older when the year began.',
    todo: 'Check the date of birth. Nobody so old belongs in this return.',
    find: r => {
      const born = r.now.Header.days('DOB')
      return { Header: where(r.now.Header, i => birthdayOf(born[i] ?? Number.NaN, 25) <= r.start) }
    },
  }),
] as const
