import { where } from '../../check/frame.ts'
import { at, filledNoDay, filledNotOneOf } from './cells.ts'
import { rule } from './rule.ts'

const REASONS = new Set(['RD1', 'RD2', 'RD3', 'RD4'])

/** The decision that a child should be placed for adoption, and its end, each by itself. */
export const placedAdoptionRules = [
  rule('115', {
    from: 2022,
    needs: ['PlacedAdoption'],
    fields: ['DATE_PLACED'],
    says: 'The day of the decision that the child should be placed for adoption is no day of the calendar.',
    todo: 'Correct the day of the decision, as 27/03/2026.',
    find: r => {
      const t = r.now.PlacedAdoption
      return { PlacedAdoption: filledNoDay(t.text('DATE_PLACED'), t.days('DATE_PLACED')) }
    },
  }),
  rule('116', {
    from: 2022,
    needs: ['PlacedAdoption'],
    fields: ['DATE_PLACED_CEASED'],
    says: 'The day of the decision that the child should no longer be placed for adoption is no day of the calendar.',
    todo: 'Correct the day on which the decision was changed, as 27/03/2026.',
    find: r => {
      const t = r.now.PlacedAdoption
      return { PlacedAdoption: filledNoDay(t.text('DATE_PLACED_CEASED'), t.days('DATE_PLACED_CEASED')) }
    },
  }),
  rule('119', {
    from: 2022,
    needs: ['PlacedAdoption'],
    fields: ['REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'],
    says: 'The child should no longer be placed for adoption, but the day of that decision or its reason is blank.',
    todo: 'Give both the day and the reason, or neither.',
    find: r => {
      const ceased = r.now.PlacedAdoption.text('DATE_PLACED_CEASED')
      const reason = r.now.PlacedAdoption.text('REASON_PLACED_CEASED')
      return {
        PlacedAdoption: where(r.now.PlacedAdoption, i => (ceased[i] === null) !== (reason[i] === null)),
      }
    },
  }),
  rule('120', {
    from: 2022,
    needs: ['PlacedAdoption'],
    fields: ['REASON_PLACED_CEASED'],
    says: 'The reason why the child should no longer be placed for adoption is none of the codes RD1 to RD4.',
    todo: 'Give the reason as RD1, RD2, RD3 or RD4.',
    find: r => ({
      PlacedAdoption: filledNotOneOf(r.now.PlacedAdoption.text('REASON_PLACED_CEASED'), REASONS),
    }),
  }),
  rule('184', {
    from: 2022,
    needs: ['Header', 'PlacedAdoption'],
    fields: ['DATE_PLACED', 'DOB'],
    says: 'The decision that the child should be placed for adoption is dated before the child was born.',
    todo: 'Check the day of the decision, and the date of birth.',
    find: r => {
      const born = r.now.Header.days('DOB')
      const decided = r.now.PlacedAdoption.days('DATE_PLACED')
      const child = r.now.PlacedAdoption.text('CHILD')
      const headers = r.byChild('now', 'Header')
      const found: number[] = []
      const before: number[] = []
      for (let i = 0; i < child.length; i += 1)
        for (const h of headers.of(child[i]))
          if (at(decided, i) < at(born, h)) {
            found.push(i)
            before.push(h)
          }
      return { PlacedAdoption: found, Header: before }
    },
  }),
  rule('522', {
    from: 2022,
    needs: ['PlacedAdoption'],
    fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    says: 'The decision for a placement for adoption was changed before the day on which it was made.',
    todo: 'Check both days.',
    find: r => {
      const decided = r.now.PlacedAdoption.days('DATE_PLACED')
      const ceased = r.now.PlacedAdoption.days('DATE_PLACED_CEASED')
      return { PlacedAdoption: where(r.now.PlacedAdoption, i => at(ceased, i) < at(decided, i)) }
    },
  }),
  rule('563', {
    from: 2022,
    needs: ['PlacedAdoption'],
    fields: ['DATE_PLACED', 'REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'],
    says: 'The child should no longer be placed for adoption, but it is not given when it was decided that they should.',
    todo: 'Give the day of the first decision as well.',
    find: r => {
      const decided = r.now.PlacedAdoption.text('DATE_PLACED')
      const ceased = r.now.PlacedAdoption.text('DATE_PLACED_CEASED')
      const reason = r.now.PlacedAdoption.text('REASON_PLACED_CEASED')
      return {
        PlacedAdoption: where(
          r.now.PlacedAdoption,
          i => decided[i] === null && (ceased[i] !== null || reason[i] !== null),
        ),
      }
    },
  }),
] as const
