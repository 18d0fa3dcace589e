import type { Cells } from '../../check/column.ts'
import { bothYears, sameDay } from './both-years.ts'
import type { ColumnOf, Return903 } from './data.ts'
import { rule } from './rule.ts'
import { isReasonWithout } from './upn.ts'

/** A column as both years have it. */
const both = (r: Return903, name: ColumnOf<'Header'>): { readonly now: Cells; readonly last: Cells } => ({
  now: r.now.Header.text(name),
  last: r.last.Header.text(name),
})

/** Whether two rows of this year and last have different days in a column. */
function otherDay(r: Return903, name: ColumnOf<'Header'>): (i: number, j: number) => boolean {
  const { now, last } = both(r, name)
  const nowDays = r.now.Header.days(name)
  const lastDays = r.last.Header.days(name)
  return (i, j) => !sameDay(now[i], last[j], nowDays[i], lastDays[j])
}

const upper = (text: string | null | undefined): string | null => text?.toUpperCase() ?? null

/** The codes that were used until 2023-24, by those used since. */
const sexOf = (text: string | null | undefined): string | null =>
  text === '1' ? 'M' : text === '2' ? 'F' : upper(text)

/**
 * Whether a pupil number may follow on what was given last year: the same; a number where there was none; or a better
 * reason for there being none than that the child is too young, or than nothing at all.
 */
function mayFollow(now: string | null, last: string | null): boolean {
  if (now === last) return true
  if (now === null) return false
  if (isReasonWithout(now)) return now !== 'UN1' && (last === null || last === 'UN1')
  return last === null || isReasonWithout(last)
}

/** What this year's return says of a child, beside what last year's said. */
export const lastHeaderRules = [
  rule('202', {
    from: 2022,
    needs: ['Header', 'Header_last'],
    fields: ['SEX'],
    says: 'The sex is not the one that last year’s return gave.',
    todo: 'Check which is right. If this year’s is, say so to the Department.',
    find: r => {
      const { now, last } = both(r, 'SEX')
      return { Header: bothYears(r, (i, j) => sexOf(now[i]) !== sexOf(last[j])) }
    },
  }),
  rule('203', {
    from: 2022,
    needs: ['Header', 'Header_last'],
    fields: ['DOB'],
    says: 'The date of birth is not the one that last year’s return gave.',
    todo: 'Check the date against the birth certificate or passport.',
    find: r => ({ Header: bothYears(r, otherDay(r, 'DOB')) }),
  }),
  rule('204', {
    from: 2022,
    needs: ['Header', 'Header_last'],
    fields: ['ETHNIC'],
    says: 'The ethnicity is not the one that last year’s return gave.',
    todo: 'Check with the child or the family which is right.',
    find: r => {
      const { now, last } = both(r, 'ETHNIC')
      return { Header: bothYears(r, (i, j) => upper(now[i]) !== upper(last[j])) }
    },
  }),
  rule('207', {
    from: 2022,
    needs: ['Episodes', 'Header', 'Header_last'],
    fields: ['MOTHER'],
    says: 'She was a mother in last year’s return, and is none in this.',
    todo: 'Record that she is a mother. If last year’s return was wrong, say so to the Department.',
    find: r => {
      const { now, last } = both(r, 'MOTHER')
      const children = r.now.Header.text('CHILD')
      const episodes = r.byChild('now', 'Episodes')
      return {
        Header: bothYears(
          r,
          (i, j) => last[j] === '1' && now[i] !== '1' && episodes.of(children[i]).length > 0,
        ),
      }
    },
  }),
  rule('208', {
    from: 2022,
    needs: ['Header', 'Header_last'],
    fields: ['UPN'],
    says: 'The unique pupil number is not the one that last year’s return gave.',
    todo: 'Ask the school which number is right: a child keeps one number all through school.',
    find: r => {
      const { now, last } = both(r, 'UPN')
      return { Header: bothYears(r, (i, j) => !mayFollow(upper(now[i]), upper(last[j]))) }
    },
  }),
  rule('624', {
    from: 2022,
    needs: ['Header', 'Header_last'],
    fields: ['MC_DOB'],
    says: 'Her first child’s date of birth is not the one that last year’s return gave.',
    todo: 'Check when her first child was born. A second child’s birth does not belong here.',
    find: r => {
      const before = r.last.Header.text('MC_DOB')
      const other = otherDay(r, 'MC_DOB')
      return { Header: bothYears(r, (i, j) => before[j] != null && other(i, j)) }
    },
  }),
  rule('626', {
    from: 2022,
    needs: ['Header', 'Header_last'],
    fields: ['MOTHER', 'MC_DOB'],
    says: 'Her first child was born before the year began, but last year’s return did not have her as a mother.',
    todo: 'Check when her first child was born. If last year’s return was wrong, say so to the Department.',
    find: r => {
      const { now, last } = both(r, 'MOTHER')
      const born = r.now.Header.days('MC_DOB')
      return {
        Header: bothYears(
          r,
          (i, j) => now[i] === '1' && (born[i] ?? Number.NaN) < r.start && last[j] !== '1',
        ),
      }
    },
  }),
] as const
