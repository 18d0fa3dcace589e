import { day, dayNumber } from '../../../kernel/day.ts'
import { filledNotOneOf, rowsOf } from './cells.ts'
import type { Return903 } from './data.ts'
import { laCodes } from './la-codes.ts'
import { earliestOrder } from './order-date.ts'
import { rule } from './rule.ts'

const OPTION = new Set(['P1', 'P2', 'P3', 'P4', 'Z1'])
/** Whoever came into care from this day on is asked about earlier permanence. */
const SINCE = dayNumber(day('2016-04-01'))

/** The episodes with which a child's present care began: the latest start, or the first episode where none is a start. */
function startsOf(r: Return903, child: string): readonly number[] {
  const began = r.now.Episodes.days('DECOM')
  const why = r.now.Episodes.text('RNE')
  const rows = r
    .byChild('now', 'Episodes', 'DECOM')
    .of(child)
    .filter(i => !Number.isNaN(began[i]))
  const first = rows.findLast(i => why[i] === 'S') ?? rows[0]
  return first === undefined ? [] : rows.filter(i => began[i] === began[first])
}

/** What the return says of permanence before this time in care: adoption, guardianship and the like. */
export const previousRules = [
  rule('630', {
    from: 2022,
    needs: ['Episodes', 'PrevPerm'],
    fields: ['RNE'],
    says: 'The child came into care this year, and what is asked of earlier permanence is missing or not complete.',
    todo: 'Record the earlier option with its date and authority, or Z1 where there was none.',
    find: r => {
      const { text } = r.now.PrevPerm
      const option = text('PREV_PERM')
      const authority = text('LA_PERM')
      const date = text('DATE_PERM')
      const began = r.now.Episodes.days('DECOM')
      const children = r.now.Episodes.text('CHILD')
      const rows = r.byChild('now', 'PrevPerm')
      const whole = (i: number): boolean =>
        option[i] === 'Z1' || (option[i] != null && authority[i] != null && date[i] != null)
      return {
        Episodes: rowsOf(
          r.now.Episodes.text('RNE'),
          (why, i) => why === 'S' && (began[i] ?? Number.NaN) >= r.start && !rows.of(children[i]).some(whole),
        ),
      }
    },
  }),
  rule('631', {
    from: 2022,
    needs: ['PrevPerm'],
    fields: ['PREV_PERM'],
    says: 'The earlier permanence option is none of the codes P1 to P4 and Z1.',
    todo: 'Give the code of the option, or Z1 where there was none.',
    find: r => ({ PrevPerm: filledNotOneOf(r.now.PrevPerm.text('PREV_PERM'), OPTION) }),
  }),
  rule('632', {
    from: 2022,
    needs: ['Episodes', 'PrevPerm'],
    fields: ['DATE_PERM', 'DECOM'],
    says: 'The date of the earlier order is no date, or does not lie before the day on which the child came into care.',
    todo: 'Correct the date. Write zz for a day or a month that is not known.',
    find: r => {
      const dates = r.now.PrevPerm.text('DATE_PERM')
      const children = r.now.PrevPerm.text('CHILD')
      const began = r.now.Episodes.days('DECOM')
      const found: number[] = []
      const starts: number[] = []
      for (let i = 0; i < dates.length; i += 1) {
        const date = dates[i]
        if (date == null) continue
        const earliest = earliestOrder(date)
        const rows = startsOf(r, children[i] ?? '')
        const start = began[rows[0] ?? -1] ?? Number.NaN
        if (!Number.isNaN(earliest) && !(earliest >= start)) continue
        found.push(i)
        starts.push(...rows)
      }
      return { PrevPerm: found, Episodes: starts }
    },
  }),
  rule('633', {
    from: 2022,
    needs: ['PrevPerm'],
    fields: ['LA_PERM'],
    says: 'The authority that arranged the earlier option is none that the Department has a code for.',
    todo: 'Give the three figures of the authority, or WAL, SCO, NIR or NUK for one outside England.',
    find: r => ({ PrevPerm: filledNotOneOf(r.now.PrevPerm.text('LA_PERM'), laCodes) }),
  }),
  rule('634', {
    from: 2022,
    needs: ['Episodes', 'PrevPerm'],
    fields: ['LA_PERM', 'PREV_PERM', 'DATE_PERM', 'DECOM'],
    says: 'Earlier permanence is given for a child who has not come into care since 1 April 2016.',
    todo: 'Take it out, or correct the day on which the child came into care.',
    find: r => {
      const { text } = r.now.PrevPerm
      const columns = [text('PREV_PERM'), text('LA_PERM'), text('DATE_PERM')]
      const began = r.now.Episodes.days('DECOM')
      const children = r.now.Episodes.text('CHILD')
      const episodes = r.byChild('now', 'Episodes')
      const options = r.byChild('now', 'PrevPerm')
      const before = (e: number): boolean => (began[e] ?? SINCE) < SINCE
      const found: number[] = []
      const early: number[] = []
      for (let e = 0; e < children.length; e += 1) {
        if (!before(e) || !episodes.of(children[e]).every(before)) continue
        const entries = options.of(children[e]).filter(i => columns.some(c => c[i] != null))
        if (entries.length === 0) continue
        found.push(...entries)
        early.push(e)
      }
      return { PrevPerm: found, Episodes: early }
    },
  }),
  rule('635', {
    from: 2022,
    needs: ['PrevPerm'],
    fields: ['LA_PERM', 'DATE_PERM', 'PREV_PERM'],
    says: 'A date or an authority of an earlier option is given, but no option; or both are, and the option is Z1, none.',
    todo: 'Give the option’s code, or take the date and the authority out.',
    find: r => {
      const authority = r.now.PrevPerm.text('LA_PERM')
      const date = r.now.PrevPerm.text('DATE_PERM')
      return {
        PrevPerm: rowsOf(r.now.PrevPerm.text('PREV_PERM'), (option, i) => {
          if (option === null) return authority[i] != null || date[i] != null
          return option === 'Z1' && authority[i] != null && date[i] != null
        }),
      }
    },
  }),
] as const
