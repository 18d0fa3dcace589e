import type { AnyTable, Return903, TableName } from './data.ts'
import { type Rule903, rule } from './rule.ts'
import { sequenceOf } from './sequence.ts'
import { eachWithHeader } from './with-header.ts'

const NO = Number.NaN
const needs = ['Episodes', 'Header'] as const
const SHORT_BREAKS = new Set(['V3', 'V4'])

/** The rows of the header of children with an episode that is no short break. */
function lookedAfter(r: Return903): ReadonlySet<number> {
  const ls = r.now.Episodes.text('LS')
  const found = new Set<number>()
  eachWithHeader(r, (i, h) => {
    if (!SHORT_BREAKS.has((ls[i] ?? '').toUpperCase())) found.add(h)
  })
  return found
}

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

/** Where the period of care that an episode belongs to began: the row of its first episode in this return. */
function beganWith(r: Return903, episode: number): number {
  const { before } = sequenceOf(r)
  const e = r.now.Episodes
  const [rne, decom, dec, blank] = [e.text('RNE'), e.days('DECOM'), e.days('DEC'), e.text('DEC')]
  let row = episode
  for (;;) {
    const earlier = before[row] ?? -1
    if (earlier < 0 || rne[row] === 'S') return row
    if (blank[earlier] !== null && dec[earlier] !== decom[row]) return row
    row = earlier
  }
}

/** Every table of a child's year, but for the header, the care leaver's, and UASC (of which rule 1014 speaks). */
const ONLY_IN_CARE: readonly TableName[] = [
  'Reviews',
  'OC2',
  'AD1',
  'PlacedAdoption',
  'PrevPerm',
  'Missing',
  'SWEpisodes',
  'DoLo',
]

/** What the header says of a child against the episodes; and who should be in the return at all. */
export const childInCareRules = [
  rule('1012', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['CHILD'],
    says: 'There is a record for a child who had no episode in the year.',
    todo: 'Take the record out, or add the missing episodes. For a care leaver only the care leaver’s part is sent.',
    find: r => {
      const inCare = r.byChild('now', 'Episodes')
      const found: { [T in AnyTable]?: number[] } = {}
      for (const table of ONLY_IN_CARE) {
        const rows: number[] = []
        for (const [i, child] of r.now[table].text('CHILD').entries())
          if (child !== null && inCare.of(child).length === 0) rows.push(i)
        found[table] = rows
      }
      return found
    },
  }),
  rule('210', {
    from: 2022,
    needs,
    fields: ['UPN', 'DECOM'],
    says: 'The pupil number is UN4 (looked after for a week or less), and the child had been looked after for longer at the year’s end.',
    todo: 'Ask the school for the pupil number, or record why there is none.',
    find: r => {
      const upn = r.now.Header.text('UPN')
      const children = r.now.Episodes.text('CHILD')
      const { last } = sequenceOf(r)
      const e = r.now.Episodes
      const [decom, dec, blank] = [e.days('DECOM'), e.days('DEC'), e.text('DEC')]
      const [Episodes, Header]: [number[], number[]] = [[], []]
      eachWithHeader(r, (i, h) => {
        if (upn[h] !== 'UN4' || last.get(children[i] ?? '') !== i) return
        if (blank[i] !== null && !((dec[i] ?? NO) > r.end)) return
        const began = beganWith(r, i)
        if (!((decom[began] ?? NO) < r.end - 7)) return
        Episodes.push(began)
        Header.push(h)
      })
      return { Episodes, Header }
    },
  }),
  unsaid(2022, 2023, '2'),
  unsaid(2024, undefined, 'F'),
  rule('442', {
    from: 2022,
    needs,
    fields: ['UPN'],
    says: 'There is no pupil number, nor a reason why.',
    todo: 'Record the unique pupil number, or the code for why there is none.',
    find: r => {
      const upn = r.now.Header.text('UPN')
      return { Header: [...lookedAfter(r)].filter(h => upn[h] === null) }
    },
  }),
  unsaidAtEnd(2022, 2023, '2'),
  unsaidAtEnd(2024, undefined, 'F'),
  rule('625', {
    from: 2022,
    needs,
    fields: ['MC_DOB', 'DEC'],
    says: 'The first child’s date of birth is after the year’s end, or after the mother ceased to be looked after.',
    todo: 'Correct the date of birth. A child born after care ended is not recorded in this return.',
    find: r => {
      const byEnd = r.byChild('now', 'Episodes', 'DEC')
      const children = r.now.Header.text('CHILD')
      const born = r.now.Header.days('MC_DOB')
      const dec = r.now.Episodes.days('DEC')
      const [Episodes, Header]: [number[], number[]] = [[], []]
      for (let h = 0; h < r.now.Header.rows; h += 1) {
        const on = born[h] ?? NO
        if (Number.isNaN(on)) continue
        const last = byEnd.of(children[h]).at(-1)
        if (last === undefined || !(on > r.end || on > (dec[last] ?? NO))) continue
        Episodes.push(last)
        Header.push(h)
      }
      return { Episodes, Header }
    },
  }),
] as const
