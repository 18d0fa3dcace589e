import { at } from './cells.ts'
import type { Return903 } from './data.ts'
import { rule } from './rule.ts'

/** The rows of this year of whose child's rows, in this year and last, something is true. */
function beside(
  r: Return903,
  is: (row: number, last: readonly number[], now: readonly number[]) => boolean,
): { readonly PlacedAdoption: readonly number[] } {
  const last = r.byChild('last', 'PlacedAdoption')
  const found: number[] = []
  r.byChild('now', 'PlacedAdoption').each((rows, child) => {
    const before = last.of(child)
    for (const i of rows) if (is(i, before, rows)) found.push(i)
  })
  return { PlacedAdoption: found }
}

const needs = ['PlacedAdoption', 'PlacedAdoption_last'] as const

/** What last year's return says of the decision to place a child for adoption, beside this year's. */
export const decisionsLastYearRules = [
  rule('559', {
    from: 2022,
    needs,
    fields: ['DATE_PLACED'],
    says: 'The decision for a placement for adoption was made before this year, but last year’s return has none.',
    todo: 'Check the day of the decision. If it is right, tell the Department that last year’s return left it out.',
    find: r => {
      const decided = r.now.PlacedAdoption.days('DATE_PLACED')
      const before = r.last.PlacedAdoption.text('DATE_PLACED')
      return beside(r, (i, last) => at(decided, i) < r.start && last.every(l => before[l] === null))
    },
  }),
  rule('560', {
    from: 2022,
    needs,
    fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    says: 'The decision for a placement for adoption has another day than in last year’s return, though it stood then.',
    todo: 'Give the same day as last year, or give the day on which last year’s decision was changed.',
    find: r => {
      const decided = r.now.PlacedAdoption.days('DATE_PLACED')
      const before = r.last.PlacedAdoption.days('DATE_PLACED')
      const ceased = r.last.PlacedAdoption.text('DATE_PLACED_CEASED')
      // A second decision of this year is no contradiction where last year's is carried on beside it.
      return beside(
        r,
        (i, last, now) =>
          !Number.isNaN(decided[i]) &&
          last.some(
            l => ceased[l] === null && !Number.isNaN(before[l]) && now.every(n => decided[n] !== before[l]),
          ),
      )
    },
  }),
  rule('561', {
    from: 2022,
    needs,
    fields: ['DATE_PLACED'],
    says: 'The decision for a placement for adoption is the same as last year’s, which had been changed by then.',
    todo: 'Leave it out if the decision still stands changed; give the day of the new decision if there is one.',
    find: r => {
      const decided = r.now.PlacedAdoption.days('DATE_PLACED')
      const before = r.last.PlacedAdoption.days('DATE_PLACED')
      const ceased = r.last.PlacedAdoption.text('DATE_PLACED_CEASED')
      const reason = r.last.PlacedAdoption.text('REASON_PLACED_CEASED')
      return beside(r, (i, last) =>
        last.some(l => at(decided, i) === before[l] && (ceased[l] !== null || reason[l] !== null)),
      )
    },
  }),
  rule('584', {
    from: 2022,
    needs,
    fields: ['DATE_PLACED'],
    says: 'Last year’s decision for a placement for adoption had been changed, and this one is not after it.',
    todo: 'Give the day of the new decision: it comes after the earlier one, and not before that was changed.',
    find: r => {
      const decided = r.now.PlacedAdoption.days('DATE_PLACED')
      const before = r.last.PlacedAdoption.days('DATE_PLACED')
      const ended = r.last.PlacedAdoption.days('DATE_PLACED_CEASED')
      const ceased = r.last.PlacedAdoption.text('DATE_PLACED_CEASED')
      const reason = r.last.PlacedAdoption.text('REASON_PLACED_CEASED')
      return beside(r, (i, last) =>
        last.some(l => {
          if (Number.isNaN(before[l]) || (ceased[l] === null && reason[l] === null)) return false
          return !(at(decided, i) > at(before, l)) || at(decided, i) < at(ended, l)
        }),
      )
    },
  }),
] as const
