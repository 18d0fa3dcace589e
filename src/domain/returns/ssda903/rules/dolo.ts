import { where } from '../../check/frame.ts'
import { at, filledNoDay, rowsOf } from './cells.ts'
import { rule } from './rule.ts'

/** Orders that deprive a child of liberty: each by itself, and beside the child's others. */
export const doloRules = [
  rule('700', {
    from: 2026,
    needs: ['DoLo'],
    fields: ['DOLO_START'],
    says: 'The day on which the order began is blank, or no day of the calendar.',
    todo: 'Give the day on which the order began, as 27/03/2027.',
    find: r => {
      const from = r.now.DoLo.days('DOLO_START')
      return { DoLo: rowsOf(r.now.DoLo.text('DOLO_START'), (_, i) => Number.isNaN(at(from, i))) }
    },
  }),
  rule('701', {
    from: 2026,
    needs: ['DoLo'],
    fields: ['DOLO_END'],
    says: 'The day on which the order ended is no day of the calendar.',
    todo: 'Correct the day on which the order ended, as 27/03/2027; leave it blank while the order stands.',
    find: r => ({ DoLo: filledNoDay(r.now.DoLo.text('DOLO_END'), r.now.DoLo.days('DOLO_END')) }),
  }),
  rule('702', {
    from: 2026,
    needs: ['DoLo'],
    fields: ['DOLO_START', 'DOLO_END'],
    says: 'The order ended before the day on which it began.',
    todo: 'Check both days.',
    find: r => {
      const from = r.now.DoLo.days('DOLO_START')
      const to = r.now.DoLo.days('DOLO_END')
      return { DoLo: where(r.now.DoLo, i => at(to, i) < at(from, i)) }
    },
  }),
  rule('703', {
    from: 2026,
    needs: ['DoLo'],
    fields: ['DOLO_START'],
    says: 'The order began after the end of the year of this return.',
    todo: 'Check the day on which the order began. An order of next year belongs in next year’s return.',
    find: r => {
      const from = r.now.DoLo.days('DOLO_START')
      return { DoLo: where(r.now.DoLo, i => at(from, i) > r.end) }
    },
  }),
  rule('704', {
    from: 2026,
    needs: ['DoLo'],
    fields: ['DOLO_END'],
    says: 'The order ended before the year of this return began, or after it was over.',
    todo: 'Check the day on which the order ended; leave it blank for an order that stood when the year was over.',
    find: r => {
      const to = r.now.DoLo.days('DOLO_END')
      return { DoLo: where(r.now.DoLo, i => at(to, i) < r.start || at(to, i) > r.end) }
    },
  }),
  rule('705', {
    from: 2026,
    needs: ['DoLo'],
    fields: ['DOLO_START', 'DOLO_END'],
    says: 'The order began while an earlier one of the same child still stood.',
    todo: 'Give the day on which the earlier order ended, or correct the day on which this one began.',
    find: r => {
      const from = r.now.DoLo.days('DOLO_START')
      const to = r.now.DoLo.days('DOLO_END')
      const written = r.now.DoLo.text('DOLO_END')
      const found: number[] = []
      r.byChild('now', 'DoLo', 'DOLO_START', 'DOLO_END').each(rows => {
        let until = Number.NEGATIVE_INFINITY
        for (const i of rows) {
          if (Number.isNaN(at(from, i))) continue
          // On the day on which one ends, the next may begin.
          if (at(from, i) < until) found.push(i)
          const end = written[i] === null ? Number.POSITIVE_INFINITY : at(to, i)
          if (end > until) until = end
        }
      })
      return { DoLo: found }
    },
  }),
  rule('706', {
    from: 2026,
    needs: ['DoLo', 'DoLo_last'],
    fields: ['DOLO_START'],
    says: 'An order stood at the end of last year’s return, and this year’s does not go on from there.',
    todo: 'Record that order again with the day on which it began, and its end if it has ended.',
    find: r => {
      const from = r.now.DoLo.days('DOLO_START')
      const before = r.last.DoLo.days('DOLO_START')
      const end = r.last.DoLo.text('DOLO_END')
      const child = r.last.DoLo.text('CHILD')
      const orders = r.byChild('now', 'DoLo', 'DOLO_START')
      const found: number[] = []
      const lost: number[] = []
      for (let i = 0; i < child.length; i += 1) {
        if (end[i] !== null || child[i] === null) continue
        const now = orders.of(child[i])
        if (now.some(n => from[n] === before[i])) continue
        // With no order this year to point to, last year's is the only one that shows what is missed.
        const latest = now.at(-1)
        if (latest === undefined) lost.push(i)
        else found.push(latest)
      }
      return { DoLo: found, DoLo_last: lost }
    },
  }),
  rule('708', {
    from: 2026,
    needs: ['DoLo'],
    fields: ['DOLO_START'],
    says: 'The order began before the child was born, or on the day of birth.',
    todo: 'Check the day on which the order began, and the date of birth.',
    find: r => {
      const from = r.now.DoLo.days('DOLO_START')
      const born = r.now.DoLo.days('DOB')
      return { DoLo: where(r.now.DoLo, i => at(from, i) <= at(born, i)) }
    },
  }),
] as const
