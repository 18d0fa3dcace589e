import { addMonths, dayFromNumber, dayNumber } from '../../../kernel/day.ts'
import { where } from '../../check/frame.ts'
import { inCareAtEnd } from './care.ts'
import { at, rowsOf } from './cells.ts'
import type { Return903 } from './data.ts'
import { anyBlank, textOf } from './filled.ts'
import { rule } from './rule.ts'

const base = { from: 2023, needs: ['SWEpisodes'] } as const
const withCare = { ...base, needs: ['SWEpisodes', 'Episodes'] } as const

/** The rows of social workers who ended before the first day that the return speaks of, or after its last. */
function endedOutside(r: Return903, from: number): readonly number[] {
  const dec = r.now.SWEpisodes.days('SW_DEC')
  return where(r.now.SWEpisodes, i => at(dec, i) < from || at(dec, i) > r.end)
}

/** The first row of each child in care at 31 March, whose first social worker of the return began after its first day. */
function beganLate(r: Return903): readonly number[] {
  const { days, text } = r.now.SWEpisodes
  const [decom, why] = [days('SW_DECOM'), text('SW_REASON')]
  const inCare = inCareAtEnd(r)
  const found: number[] = []
  r.byChild('now', 'SWEpisodes', 'SW_DECOM', 'SW_DEC').each((rows, child) => {
    const first = rows[0]
    if (first !== undefined && inCare.has(child) && at(decom, first) > r.start && why[first] !== 'FCONTA')
      found.push(first)
  })
  return found
}

const outside = {
  fields: ['SW_DEC'],
  todo: 'Correct the date. Leave out who ended before, and leave the end blank of who ended after 31 March.',
} as const

const late = {
  ...withCare,
  fields: ['SW_DECOM'],
  says: 'The child was looked after at 31 March, and no social worker is given for the beginning of the year.',
  todo: 'Give every social worker of the year, before care began too. If nobody knew the child then, the first reason is FCONTA.',
} as const

/** The social workers of a child within the year: from when, to when, and for whom they are asked. */
export const workerTimeRules = [
  // The sector's answer leaves out the very children of whom there is nothing: see docs/returns-differences.md.
  rule('SW01STG1', {
    ...withCare,
    to: 2023,
    fields: ['DEC'],
    says: 'The child was looked after at 31 March, and no social worker is given, or not all of what is asked.',
    todo: 'Give the social workers of the year: number, the day they began, and why they took over.',
    find: r => {
      const inCare = inCareAtEnd(r)
      const [child, given] = [r.now.Episodes.text('CHILD'), r.now.SWEpisodes.text('CHILD')]
      const cells = textOf(r.now.SWEpisodes, ['SW_ID', 'SW_DECOM', 'SW_REASON'])
      const has = new Set(given)
      const dec = r.now.Episodes.days('DEC')
      return {
        SWEpisodes: where(r.now.SWEpisodes, i => inCare.has(given[i] ?? '') && anyBlank(cells, i)),
        Episodes: rowsOf(
          child,
          (who, i) => who !== null && !has.has(who) && inCare.has(who) && !(at(dec, i) < r.end),
        ),
      }
    },
  }),
  rule('SW06STG2', {
    ...base,
    fields: ['SW_DECOM'],
    says: 'The social worker began after 31 March.',
    todo: 'Leave the row out: it belongs in next year’s return. Or correct the date.',
    find: r => {
      const decom = r.now.SWEpisodes.days('SW_DECOM')
      return { SWEpisodes: where(r.now.SWEpisodes, i => at(decom, i) > r.end) }
    },
  }),
  rule('SW07STG2', {
    ...base,
    ...outside,
    to: 2023,
    says: 'The social worker ended before the year began, or after 31 March.',
    find: r => ({ SWEpisodes: endedOutside(r, r.start) }),
  }),
  rule('SW07STG2', {
    ...base,
    ...outside,
    from: 2024,
    says: 'The social worker ended more than a year before this year began, or after 31 March.',
    find: r => ({ SWEpisodes: endedOutside(r, dayNumber(addMonths(dayFromNumber(r.start), -12))) }),
  }),
  rule('SW09STG2', {
    ...base,
    fields: ['SW_DECOM', 'SW_DEC'],
    says: 'The social worker began and ended on the same day.',
    todo: 'Correct the dates, or leave the row out.',
    find: r => {
      const [decom, dec] = [r.now.SWEpisodes.days('SW_DECOM'), r.now.SWEpisodes.days('SW_DEC')]
      return { SWEpisodes: where(r.now.SWEpisodes, i => at(dec, i) === at(decom, i)) }
    },
  }),
  rule('SW12STG2', { ...late, to: 2023, find: r => ({ SWEpisodes: beganLate(r) }) }),
  rule('SW12STG2', { ...late, from: 2024, find: r => ({ SWEpisodes: beganLate(r) }) }),
  rule('SW14STG2', {
    ...base,
    to: 2023,
    severity: 'query',
    fields: ['SW_DEC'],
    says: 'No end is given for the social worker.',
    todo: 'Give the day on which they ended. All is well if they are the child’s social worker still.',
    find: r => ({ SWEpisodes: rowsOf(r.now.SWEpisodes.text('SW_DEC'), ended => ended === null) }),
  }),
] as const
