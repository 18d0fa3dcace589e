import { type Day, dayNumber } from '../../../kernel/day.ts'
import { where } from '../../check/frame.ts'
import { at, filledNoDay, rowsOf } from './cells.ts'
import { type Rule903, rule } from './rule.ts'

/** The Children Act 1989 came into force. */
const ACT = dayNumber('1991-10-14' as Day)

const real = (code: string, column: 'DECOM' | 'DEC', says: string): Rule903 =>
  rule(code, {
    from: 2022,
    needs: ['Episodes'],
    fields: [column],
    says,
    todo: 'Write a day that exists, such as 27/03/2026.',
    find: r => ({ Episodes: filledNoDay(r.now.Episodes.text(column), r.now.Episodes.days(column)) }),
  })

const byYearsEnd = (code: string, column: 'DECOM' | 'DEC', says: string, todo: string): Rule903 =>
  rule(code, {
    from: 2022,
    needs: ['Episodes'],
    fields: [column],
    says,
    todo,
    find: r => {
      const day = r.now.Episodes.days(column)
      return { Episodes: where(r.now.Episodes, i => at(day, i) > r.end) }
    },
  })

/** An episode's own days. */
export const episodeDayRules = [
  real('141', 'DECOM', 'The day on which the episode began is not a day.'),
  real('147', 'DEC', 'The day on which the episode ceased is not a day.'),
  rule('148', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['DEC', 'REC'],
    says: 'The episode has a day on which it ceased and no reason, or a reason and no day.',
    todo: 'Record both. Leave both blank while the episode goes on.',
    find: r => {
      const rec = r.now.Episodes.text('REC')
      return {
        Episodes: rowsOf(r.now.Episodes.text('DEC'), (dec, i) => (dec === null) !== (rec[i] == null)),
      }
    },
  }),
  rule('353', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['DECOM'],
    says: 'The episode began before 14 October 1991.',
    todo: 'Check the day on which it began.',
    find: r => {
      const decom = r.now.Episodes.days('DECOM')
      return { Episodes: where(r.now.Episodes, i => at(decom, i) < ACT) }
    },
  }),
  byYearsEnd(
    '354',
    'DECOM',
    'The episode began after the end of the year.',
    'Check the day. An episode that began later belongs in next year’s return.',
  ),
  rule('355', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['DECOM', 'DEC'],
    says: 'The episode began and ceased on the same day.',
    todo: 'Check the days. What lasted for less than 24 hours is not an episode of its own.',
    find: r => {
      const [decom, dec] = [r.now.Episodes.days('DECOM'), r.now.Episodes.days('DEC')]
      return { Episodes: where(r.now.Episodes, i => at(decom, i) === at(dec, i)) }
    },
  }),
  rule('356', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['DECOM'],
    says: 'The episode ceased before it began.',
    todo: 'Check both days.',
    find: r => {
      const [decom, dec] = [r.now.Episodes.days('DECOM'), r.now.Episodes.days('DEC')]
      return { Episodes: where(r.now.Episodes, i => at(dec, i) < at(decom, i)) }
    },
  }),
  byYearsEnd(
    '385',
    'DEC',
    'The episode ceased after the end of the year.',
    'Check the day. Leave it blank where the episode was still going on at the end of the year.',
  ),
] as const
