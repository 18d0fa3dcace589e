import { at } from './cells.ts'
import type { Return903 } from './data.ts'
import { type Rule903, rule } from './rule.ts'
import { sequenceOf } from './sequence.ts'

/**
 * Episodes of one legal status that lasts longer than it may. Where the child moved meanwhile, the status went on:
 * episodes that follow each other without a day between are counted as one, and what is still open as lasting to the
 * end of the year.
 * @param most days, at most
 */
function tooLong(r: Return903, status: string, most: number): readonly number[] {
  const e = r.now.Episodes
  const [ls, decom, dec, given] = [e.text('LS'), e.days('DECOM'), e.days('DEC'), e.text('DEC')]
  const { before, after } = sequenceOf(r)
  /** Whether a row's status goes on in the next: -1 is no row. */
  const joined = (row: number, next: number): boolean =>
    row >= 0 && next >= 0 && ls[row] === status && ls[next] === status && at(dec, row) === at(decom, next)
  const found: number[] = []
  for (let i = 0; i < e.rows; i += 1) {
    if (ls[i] !== status || joined(at(before, i), i)) continue
    const run = [i]
    let end = i
    for (let next = at(after, end); joined(end, next); next = at(after, end)) {
      run.push(next)
      end = next
    }
    const until = given[end] == null ? r.end : at(dec, end)
    if (until - at(decom, i) > most) found.push(...run)
  }
  return found
}

const limit = (
  code: string,
  fields: readonly string[],
  status: string,
  most: number,
  says: string,
): Rule903 =>
  rule(code, {
    from: 2022,
    needs: ['Episodes'],
    fields,
    says,
    todo: 'Check the days, and the legal status that followed.',
    find: r => ({ Episodes: tooLong(r, status, most) }),
  })

/** How long the law lets a legal status last that is meant for an emergency. */
export const legalSpellRules = [
  limit(
    '361',
    ['DECOM', 'LS', 'DEC'],
    'L1',
    3,
    'Police protection (L1) lasted for more than 72 hours, the most that the Children Act 1989 allows.',
  ),
  limit(
    '362',
    ['DECOM', 'LS', 'DEC'],
    'L2',
    21,
    'An emergency protection order (L2) lasted for more than 21 days.',
  ),
  limit(
    '363',
    ['LS', 'DECOM', 'DEC'],
    'L3',
    7,
    'A child assessment order (L3) lasted for more than 7 days, the most that the Children Act 1989 allows.',
  ),
  limit(
    '364',
    ['LS', 'DECOM', 'DEC'],
    'J2',
    21,
    'The child was detained in local authority accommodation under PACE 1984 (J2) for more than 21 days.',
  ),
] as const
