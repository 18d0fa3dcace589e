import type { AnyTable, Return903, TableName } from './data.ts'
import { lookedAfter } from './looked-after.ts'
import { rule } from './rule.ts'
import { sequenceOf } from './sequence.ts'

const NO = Number.NaN
const needs = ['Episodes', 'Header'] as const

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
      const inCare = r.byChild('now', 'Episodes', 'DECOM', 'DEC')
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
      const [children, upn] = [r.now.Header.text('CHILD'), r.now.Header.text('UPN')]
      const { last } = sequenceOf(r)
      const e = r.now.Episodes
      const [decom, dec, blank] = [e.days('DECOM'), e.days('DEC'), e.text('DEC')]
      const [Episodes, Header]: [number[], number[]] = [[], []]
      for (let h = 0; h < upn.length; h += 1) {
        if (upn[h] !== 'UN4') continue
        const i = last.get(children[h] ?? '')
        if (i === undefined || (blank[i] !== null && !((dec[i] ?? NO) > r.end))) continue
        const began = beganWith(r, i)
        if (!((decom[began] ?? NO) < r.end - 7)) continue
        Episodes.push(began)
        Header.push(h)
      }
      return { Episodes, Header }
    },
  }),
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
] as const
