import { where } from '../../check/frame.ts'
import { rule } from './rule.ts'

/** The return as a whole: its day. */
export const headerRules = [
  rule('100', {
    from: 2022,
    needs: ['Header'],
    fields: ['ReferenceDate'],
    says: 'The reference date is missing, or is not the last day of the census year, 31 March.',
    todo: 'Write the reference date of the census: 31 March of the year in which the census year ends.',
    find: r => {
      const header = r.tables.Header
      const day = header.days('ReferenceDate')
      return { Header: where(header, i => day[i] !== r.end) }
    },
  }),
]
