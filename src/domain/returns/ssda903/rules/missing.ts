import { where } from '../../check/frame.ts'
import { filledNoDay, filledNotOneOf, rowsOf } from './cells.ts'
import { rule } from './rule.ts'

const KIND = new Set(['M', 'A'])

/** Times of being missing, or away from placement without leave: each by itself, and beside the child's others. */
export const missingRules = [
  rule('1004', {
    from: 2022,
    needs: ['Missing'],
    fields: ['MIS_START'],
    says: 'The day on which the child went missing is no day of the calendar.',
    todo: 'Correct the day on which the child went missing or away.',
    find: r => ({ Missing: filledNoDay(r.now.Missing.text('MIS_START'), r.now.Missing.days('MIS_START')) }),
  }),
  rule('1005', {
    from: 2022,
    needs: ['Missing'],
    fields: ['MIS_END'],
    says: 'The day on which the child came back is no day of the calendar.',
    todo: 'Correct the day on which the child came back.',
    find: r => ({ Missing: filledNoDay(r.now.Missing.text('MIS_END'), r.now.Missing.days('MIS_END')) }),
  }),
  rule('1006', {
    from: 2022,
    needs: ['Missing'],
    fields: ['MISSING'],
    says: 'Whether the child was missing or away is neither M nor A.',
    todo: 'Give M for missing, or A for away from placement without leave.',
    find: r => ({ Missing: filledNotOneOf(r.now.Missing.text('MISSING'), KIND) }),
  }),
  rule('564', {
    from: 2022,
    needs: ['Missing'],
    fields: ['MISSING', 'MIS_START'],
    says: 'The child was missing or away, but it is not given since when.',
    todo: 'Record the day on which the child went missing or away.',
    find: r => {
      const from = r.now.Missing.text('MIS_START')
      return {
        Missing: rowsOf(r.now.Missing.text('MISSING'), (kind, i) => KIND.has(kind ?? '') && from[i] === null),
      }
    },
  }),
  rule('565', {
    from: 2022,
    needs: ['Missing'],
    fields: ['MISSING', 'MIS_START'],
    says: 'There is a day on which it began, but not whether the child was missing or away.',
    todo: 'Give M for missing, or A for away from placement without leave.',
    find: r => {
      const from = r.now.Missing.text('MIS_START')
      return {
        Missing: rowsOf(r.now.Missing.text('MISSING'), (kind, i) => kind === null && from[i] !== null),
      }
    },
  }),
  rule('566', {
    from: 2022,
    needs: ['Missing'],
    fields: ['MISSING', 'MIS_END'],
    says: 'There is a day on which it ended, but not whether the child was missing or away.',
    todo: 'Give M for missing, or A for away from placement without leave.',
    find: r => {
      const to = r.now.Missing.text('MIS_END')
      return { Missing: rowsOf(r.now.Missing.text('MISSING'), (kind, i) => kind === null && to[i] !== null) }
    },
  }),
  rule('567', {
    from: 2022,
    needs: ['Missing'],
    fields: ['MIS_START', 'MIS_END'],
    says: 'The child came back before the day on which they went.',
    todo: 'Check both days.',
    find: r => {
      const from = r.now.Missing.days('MIS_START')
      const to = r.now.Missing.days('MIS_END')
      return { Missing: where(r.now.Missing, i => (to[i] ?? Number.NaN) < (from[i] ?? Number.NaN)) }
    },
  }),
  rule('570', {
    from: 2022,
    needs: ['Missing'],
    fields: ['MIS_START'],
    says: 'The child went missing or away after the year ended.',
    todo: 'Check the day. What came after 31 March belongs in next year’s return.',
    find: r => {
      const from = r.now.Missing.days('MIS_START')
      return { Missing: where(r.now.Missing, i => (from[i] ?? Number.NaN) > r.end) }
    },
  }),
  rule('571', {
    from: 2022,
    needs: ['Missing'],
    fields: ['MIS_END'],
    says: 'The child came back before the year began, or after it ended.',
    todo: 'Check the day. A child still missing on 31 March has no end in this return.',
    find: r => {
      const to = r.now.Missing.days('MIS_END')
      return {
        Missing: where(r.now.Missing, i => (to[i] ?? Number.NaN) < r.start || (to[i] ?? Number.NaN) > r.end),
      }
    },
  }),
  rule('574', {
    from: 2022,
    needs: ['Missing'],
    fields: ['MIS_START', 'MIS_END'],
    says: 'This time of being missing or away began before an earlier one had ended.',
    todo: 'Check the days of both, and give the earlier one its end.',
    find: r => {
      const from = r.now.Missing.days('MIS_START')
      const to = r.now.Missing.days('MIS_END')
      const found: number[] = []
      r.byChild('now', 'Missing', 'MIS_START', 'MIS_END').each(rows => {
        let until = Number.NEGATIVE_INFINITY
        for (const i of rows) {
          const start = from[i] ?? Number.NaN
          if (Number.isNaN(start)) continue
          if (start < until) found.push(i)
          const end = to[i] ?? Number.NaN
          until = Math.max(until, Number.isNaN(end) ? Number.POSITIVE_INFINITY : end)
        }
      })
      return { Missing: found }
    },
  }),
  rule('586', {
    from: 2022,
    needs: ['Missing'],
    fields: ['MIS_START'],
    says: 'The child went missing or away before they were born.',
    todo: 'Check the day, and the date of birth.',
    find: r => {
      const from = r.now.Missing.days('MIS_START')
      const born = r.now.Missing.days('DOB')
      return { Missing: where(r.now.Missing, i => (from[i] ?? Number.NaN) < (born[i] ?? Number.NaN)) }
    },
  }),
] as const
