import { where } from '../../check/frame.ts'
import { birthdayOf } from './ages.ts'
import { notOneOf } from './cells.ts'
import { rule } from './rule.ts'

const SEX_TO_2023 = new Set(['1', '2'])
const SEX = new Set(['M', 'F', 'U'])

/** The child: sex, birth, ethnicity, pupil number, motherhood. */
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
