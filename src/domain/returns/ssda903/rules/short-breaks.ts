import { where } from '../../check/frame.ts'
import { at } from './cells.ts'
import { isShortBreak } from './placement-codes.ts'
import { type Rule903, rule } from './rule.ts'

/** Short breaks in a type of placement in which they can't be. */
const notIn = (code: string, fields: readonly string[], places: readonly string[], says: string): Rule903 => {
  const barred = new Set(places)
  return rule(code, {
    from: 2022,
    needs: ['Episodes'],
    fields,
    says,
    todo: 'Check the legal status and the placement type.',
    find: r => {
      const [ls, place] = [r.now.Episodes.text('LS'), r.now.Episodes.text('PLACE')]
      return { Episodes: where(r.now.Episodes, i => isShortBreak(ls[i]) && barred.has(place[i] ?? '')) }
    },
  })
}

/** Series of short breaks, each recorded as an episode of its own (V3). What is still open lasts to the year's end. */
export const shortBreakRules = [
  rule('365', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['LS', 'DECOM', 'DEC'],
    says: 'A short break lasted for more than 17 days.',
    todo: 'Check the days. A longer stay is not a short break: correct the legal status.',
    find: r => {
      const e = r.now.Episodes
      const [ls, decom, dec, given] = [e.text('LS'), e.days('DECOM'), e.days('DEC'), e.text('DEC')]
      return {
        Episodes: where(
          e,
          i => ls[i] === 'V3' && (given[i] == null ? r.end : at(dec, i)) - at(decom, i) > 17,
        ),
      }
    },
  }),
  rule('366', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['RNE'],
    says: 'A short break (V3) does not begin as an episode of care of its own (S).',
    todo: 'Check the legal status. Within one short break the placement does not change: a new break begins with S.',
    find: r => {
      const [ls, rne] = [r.now.Episodes.text('LS'), r.now.Episodes.text('RNE')]
      return { Episodes: where(r.now.Episodes, i => ls[i] === 'V3' && rne[i] !== 'S') }
    },
  }),
  rule('367', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['LS', 'DECOM', 'DEC'],
    says: 'The child’s short breaks come to more than 75 days in the year.',
    todo: 'Check the days. With more than 75 days in a year the child is looked after throughout: correct the legal status.',
    find: r => {
      const e = r.now.Episodes
      const [child, ls, decom] = [e.text('CHILD'), e.text('LS'), e.days('DECOM')]
      const [dec, given] = [e.days('DEC'), e.text('DEC')]
      /** A break's days that fall in the year; less than 1 where none do. */
      const days = (i: number): number =>
        Math.min(given[i] == null ? r.end : at(dec, i), r.end) - Math.max(at(decom, i), r.start)
      const sums = new Map<string, number>()
      for (let i = 0; i < e.rows; i += 1) {
        const who = child[i]
        if (ls[i] === 'V3' && who != null && days(i) > 0) sums.set(who, (sums.get(who) ?? 0) + days(i))
      }
      return {
        Episodes: where(e, i => ls[i] === 'V3' && (sums.get(child[i] ?? '') ?? 0) > 75 && days(i) > 0),
      }
    },
  }),
  notIn(
    '382',
    ['LS', 'PLACE'],
    ['T0', 'T1', 'T2', 'T3', 'T4'],
    'A child on short breaks is in a temporary placement.',
  ),
  notIn('384', ['PLACE', 'LS'], ['U1', 'U4'], 'A child on short breaks is in a long-term foster placement.'),
] as const
