import { at } from './cells.ts'
import { rule } from './rule.ts'

/** Several decisions that one child should be placed for adoption. */
export const placedAgainRules = [
  rule('579', {
    from: 2022,
    needs: ['PlacedAdoption'],
    fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    says: 'The child should be placed for adoption again, before an earlier decision had come to its end.',
    todo: 'Give the day on which the earlier decision was changed, or correct the day of the new one.',
    find: r => {
      const decided = r.now.PlacedAdoption.days('DATE_PLACED')
      const ceased = r.now.PlacedAdoption.days('DATE_PLACED_CEASED')
      const written = r.now.PlacedAdoption.text('DATE_PLACED_CEASED')
      const found: number[] = []
      r.byChild('now', 'PlacedAdoption', 'DATE_PLACED', 'DATE_PLACED_CEASED').each(rows => {
        let until = Number.NEGATIVE_INFINITY
        for (const i of rows) {
          const day = at(decided, i)
          if (Number.isNaN(day)) continue
          if (day < until) found.push(i)
          const end = written[i] === null ? Number.POSITIVE_INFINITY : at(ceased, i)
          if (end > until) until = end
        }
      })
      return { PlacedAdoption: found }
    },
  }),
  rule('583', {
    from: 2022,
    severity: 'query',
    needs: ['PlacedAdoption'],
    fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    says: 'A later decision for a placement for adoption is there as well, and this one has not been ended.',
    todo: 'Give the day on which this decision was changed, be it in an earlier year, or take out the one that is not needed.',
    find: r => {
      const decided = r.now.PlacedAdoption.days('DATE_PLACED')
      const ceased = r.now.PlacedAdoption.text('DATE_PLACED_CEASED')
      const found: number[] = []
      r.byChild('now', 'PlacedAdoption', 'DATE_PLACED').each(rows => {
        if (rows.length < 2) return
        const latest = at(
          decided,
          rows.findLast(i => !Number.isNaN(decided[i])),
        )
        for (const i of rows) if (ceased[i] === null && at(decided, i) < latest) found.push(i)
      })
      return { PlacedAdoption: found }
    },
  }),
] as const
