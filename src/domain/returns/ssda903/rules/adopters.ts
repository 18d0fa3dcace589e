import { where } from '../../check/frame.ts'
import { filledNoDay, filledNotOneOf } from './cells.ts'
import type { ColumnOf, Return903 } from './data.ts'
import { rule } from './rule.ts'

/** What a return asks of a child who was adopted. */
export const adoptionItems = [
  'DATE_INT',
  'DATE_MATCH',
  'FOSTER_CARE',
  'NB_ADOPTR',
  'SEX_ADOPTR',
  'LS_ADOPTR',
] as const satisfies readonly ColumnOf<'AD1'>[]

const FORMER_CARER = new Set(['0', '1'])
const HOW_MANY = new Set(['1', '2'])
const SEXES = new Set(['M1', 'F1', 'MM', 'FF', 'MF'])
const STATUS = new Set(['L0', 'L11', 'L12', 'L2', 'L3', 'L4'])

const noDay = (r: Return903, column: 'DATE_INT' | 'DATE_MATCH') => ({
  AD1: filledNoDay(r.now.AD1.text(column), r.now.AD1.days(column)),
})

/** The adopters and the days before the adoption, each item by itself. */
export const adoptersRules = [
  rule('112', {
    from: 2022,
    needs: ['AD1'],
    fields: ['DATE_INT'],
    says: 'The day of the decision that adoption is in the child’s best interests is no day of the calendar.',
    todo: 'Correct the day of the decision, as 27/03/2026.',
    find: r => noDay(r, 'DATE_INT'),
  }),
  rule('113', {
    from: 2022,
    needs: ['AD1'],
    fields: ['DATE_MATCH'],
    says: 'The day on which the child was matched with adopters is no day of the calendar.',
    todo: 'Correct the day of the match, as 27/03/2026.',
    find: r => noDay(r, 'DATE_MATCH'),
  }),
  rule('114', {
    from: 2022,
    needs: ['AD1'],
    fields: ['FOSTER_CARE'],
    says: 'Whether the adopters were the child’s foster carers is neither 0 nor 1.',
    todo: 'Give 1 where the child was adopted by their foster carers, or else 0.',
    find: r => ({ AD1: filledNotOneOf(r.now.AD1.text('FOSTER_CARE'), FORMER_CARER) }),
  }),
  rule('175', {
    from: 2022,
    needs: ['AD1'],
    fields: ['NB_ADOPTR'],
    says: 'The number of adopters is neither 1 nor 2.',
    todo: 'Give the number of people who adopted the child: 1 or 2.',
    find: r => ({ AD1: filledNotOneOf(r.now.AD1.text('NB_ADOPTR'), HOW_MANY) }),
  }),
  rule('176', {
    from: 2022,
    needs: ['AD1'],
    fields: ['SEX_ADOPTR'],
    says: 'The gender of the adopters is none of the codes M1, F1, MM, FF and MF.',
    todo: 'Give M1 or F1 for one adopter, or MM, FF or MF for two.',
    find: r => ({ AD1: filledNotOneOf(r.now.AD1.text('SEX_ADOPTR'), SEXES) }),
  }),
  rule('177', {
    from: 2022,
    needs: ['AD1'],
    fields: ['LS_ADOPTR'],
    says: 'The legal status of the adopters is none of the codes L0, L11, L12, L2, L3 and L4.',
    todo: 'Give the legal status that the adopters had when the child was adopted.',
    find: r => ({ AD1: filledNotOneOf(r.now.AD1.text('LS_ADOPTR'), STATUS) }),
  }),
  rule('151', {
    from: 2022,
    needs: ['AD1'],
    fields: adoptionItems,
    says: 'Some of what is asked about an adoption is filled in, and some is blank.',
    todo: 'Fill in all of it where the child was adopted; leave all of it blank where not.',
    find: r => {
      const items = adoptionItems.map(item => r.now.AD1.text(item))
      return {
        AD1: where(r.now.AD1, i => items.some(c => c[i] === null) && items.some(c => c[i] !== null)),
      }
    },
  }),
  rule('333', {
    from: 2022,
    needs: ['AD1'],
    fields: ['DATE_INT', 'DATE_MATCH'],
    says: 'The child was matched with adopters, but the decision for adoption is dated later, or has no day.',
    todo: 'Check both days: the decision comes first, or on the same day.',
    find: r => {
      const decided = r.now.AD1.days('DATE_INT')
      const matched = r.now.AD1.days('DATE_MATCH')
      // A match without a decision fails as well: no day is on or before it.
      return {
        AD1: where(
          r.now.AD1,
          i => !Number.isNaN(matched[i]) && !((decided[i] ?? Number.NaN) <= (matched[i] ?? 0)),
        ),
      }
    },
  }),
] as const
