import type { Numbers } from '../../check/column.ts'
import { lookedAfter, SHORT_BREAKS } from './looked-after.ts'
import { type Rule903, rule } from './rule.ts'
import { eachWithHeader } from './with-header.ts'

const NO = Number.NaN
const needs = ['Episodes', 'Header'] as const

const unsaid = (from: number, to: number | undefined, female: string): Rule903 =>
  rule('393', {
    from,
    ...(to === undefined ? {} : { to }),
    needs,
    fields: ['MOTHER'],
    says: 'It is not said whether she is a mother, and she is looked after.',
    todo: 'Record whether she is a mother.',
    find: r => {
      const [sex, mother] = [r.now.Header.text('SEX'), r.now.Header.text('MOTHER')]
      return { Header: [...lookedAfter(r)].filter(h => sex[h] === female && mother[h] === null) }
    },
  })

const unsaidAtEnd = (from: number, to: number | undefined, female: string): Rule903 =>
  rule('607', {
    from,
    ...(to === undefined ? {} : { to }),
    needs,
    fields: ['DEC', 'REC', 'MOTHER', 'LS', 'SEX'],
    says: 'She ceased to be looked after in the year, and it is not said whether she is a mother.',
    todo: 'Record whether she was a mother when care ended.',
    find: r => {
      const e = r.now.Episodes
      const [rec, ls, dec] = [e.text('REC'), e.text('LS'), e.days('DEC')]
      const [sex, mother] = [r.now.Header.text('SEX'), r.now.Header.text('MOTHER')]
      const [Episodes, Header]: [number[], number[]] = [[], []]
      eachWithHeader(r, (i, h) => {
        const on = dec[i] ?? NO
        if (sex[h] !== female || mother[h] !== null || !(on >= r.start && on <= r.end)) return
        if (rec[i] == null || rec[i] === 'X1' || SHORT_BREAKS.has(ls[i] ?? '')) return
        Episodes.push(i)
        Header.push(h)
      })
      return { Episodes, Header }
    },
  })

function lastToEnd(rows: readonly number[], dec: Numbers): number | undefined {
  let last: number | undefined
  for (const row of rows)
    if (last === undefined || Number.isNaN(dec[row]) || (dec[row] ?? NO) > (dec[last] ?? NO)) last = row
  return last
}

/** Whether a girl in care is a mother, and when her first child was born. */
export const motherhoodRules = [
  unsaid(2022, 2023, '2'),
  unsaid(2024, undefined, 'F'),
  unsaidAtEnd(2022, 2023, '2'),
  unsaidAtEnd(2024, undefined, 'F'),
  rule('625', {
    from: 2022,
    needs,
    fields: ['MC_DOB', 'DEC'],
    says: 'The first child’s date of birth is after the year’s end, or after the mother ceased to be looked after.',
    todo: 'Correct the date of birth. A child born after care ended is not recorded in this return.',
    find: r => {
      const episodes = r.byChild('now', 'Episodes', 'DECOM', 'DEC')
      const children = r.now.Header.text('CHILD')
      const born = r.now.Header.days('MC_DOB')
      const dec = r.now.Episodes.days('DEC')
      const [Episodes, Header]: [number[], number[]] = [[], []]
      for (let h = 0; h < r.now.Header.rows; h += 1) {
        const on = born[h] ?? NO
        if (Number.isNaN(on)) continue
        // The last to end: an open episode comes after all.
        const last = lastToEnd(episodes.of(children[h]), dec)
        if (last === undefined || !(on > r.end || on > (dec[last] ?? NO))) continue
        Episodes.push(last)
        Header.push(h)
      }
      return { Episodes, Header }
    },
  }),
] as const
