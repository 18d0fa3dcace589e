import { dayNumber, dayOf } from '../../../kernel/day.ts'
import { where } from '../../check/frame.ts'
import { birthdayOf } from '../../ssda903/rules/ages.ts'
import { at } from '../../ssda903/rules/cells.ts'
import type { Census } from './data.ts'
import { rule } from './rule.ts'
import { pairs } from './together.ts'

const base = { from: 2022, needs: ['ChildIdentifiers'] } as const
const BORN = 'PersonBirthDate'
const DUE = 'ExpectedPersonBirthDate'
const DIED = 'PersonDeathDate'

/** A day of the calendar year in which the census year ends. */
function dayOfLastYear(r: Census, month: number, date: number): number {
  const found = dayOf(r.year + 1, month, date)
  return found ? dayNumber(found) : Number.NaN
}

/** The child's days of birth and of death. */
export const bornAndDiedRules = [
  rule('8520', {
    ...base,
    fields: [BORN, 'ReferenceDate'],
    says: 'The child was born after the census year.',
    todo: 'Check the date of birth. For an unborn child give the expected date of birth instead.',
    find: r => {
      const born = r.tables.ChildIdentifiers.days(BORN)
      return { ChildIdentifiers: where(r.tables.ChildIdentifiers, i => at(born, i) > r.end) }
    },
  }),
  rule('8525Q', {
    ...base,
    fields: [BORN, DUE],
    says: 'The child has neither a date of birth nor an expected one, or has both.',
    todo: 'Give the date of birth; for an unborn child only, the expected date.',
    find: r => {
      const born = r.tables.ChildIdentifiers.text(BORN)
      const due = r.tables.ChildIdentifiers.text(DUE)
      return {
        ChildIdentifiers: where(r.tables.ChildIdentifiers, i => (born[i] === null) === (due[i] === null)),
      }
    },
  }),
  rule('8530Q', {
    ...base,
    fields: [DUE],
    says: 'The expected date of birth is not between March and December of the year in which the census ends.',
    todo: 'Check the expected date. If the child has been born, give the date of birth instead.',
    find: r => {
      const due = r.tables.ChildIdentifiers.days(DUE)
      const from = dayOfLastYear(r, 3, 1)
      const to = dayOfLastYear(r, 12, 31)
      return {
        ChildIdentifiers: where(r.tables.ChildIdentifiers, i => at(due, i) < from || at(due, i) > to),
      }
    },
  }),
  rule('8535Q', {
    ...base,
    fields: [DIED, BORN],
    says: 'The date of death is before the date of birth, or there is no date of birth.',
    todo: 'Check both dates.',
    find: r => {
      const [born, died] = [r.tables.ChildIdentifiers.days(BORN), r.tables.ChildIdentifiers.days(DIED)]
      const written = r.tables.ChildIdentifiers.text(BORN)
      return {
        ChildIdentifiers: where(
          r.tables.ChildIdentifiers,
          i => at(died, i) < at(born, i) || (!Number.isNaN(at(died, i)) && written[i] === null),
        ),
      }
    },
  }),
  rule('8545Q', {
    ...base,
    fields: [DIED],
    says: 'The date of death is outside the census year.',
    todo: 'Check the date of death. A child who died before the year is not returned.',
    find: r => {
      const died = r.tables.ChildIdentifiers.days(DIED)
      return {
        ChildIdentifiers: where(r.tables.ChildIdentifiers, i => at(died, i) < r.start || at(died, i) > r.end),
      }
    },
  }),
  rule('8775Q', {
    ...base,
    needs: ['ChildIdentifiers', 'CINdetails'],
    fields: [BORN, 'CINclosureDate'],
    says: 'By the day on which the case closed, or the end of the census year, the child was over 25.',
    todo: 'Check the date of birth and whether the case should have closed. Or say why it is still open.',
    find: pairs('ChildIdentifiers', 'CINdetails', 'child', r => {
      const born = r.tables.ChildIdentifiers.days(BORN)
      const closed = r.tables.CINdetails.days('CINclosureDate')
      const written = r.tables.CINdetails.text('CINclosureDate')
      return (c, d) => (written[d] === null ? r.end : at(closed, d)) > birthdayOf(at(born, c), 25)
    }),
  }),
]
