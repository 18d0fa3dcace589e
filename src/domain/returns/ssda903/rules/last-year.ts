import type { ColumnOf, Return903 } from './data.ts'
import { type Rule903, rule } from './rule.ts'
import { eachCarriedOver, sequenceOf } from './sequence.ts'

type Column = ColumnOf<'Episodes'>
type Same = (last: string | null, now: string | null) => boolean

const NO = Number.NaN
const base = { from: 2022, needs: ['Episodes', 'Episodes_last'] } as const
const ADVICE =
  'Check the first episode of this year and the last of last year’s return. What is missing between them must be added; what was wrong last year is put right there.'

const equal: Same = (a, b) => a === b

/** Distances are worked out anew each year: a tenth of a mile is no contradiction. */
const near: Same = (a, b) => {
  if (a === null || b === null) return a === b
  const apart = Math.abs(Number(a) - Number(b))
  return Number.isNaN(apart) ? a === b : Math.round(apart * 10) < 2
}

/** Codes that were withdrawn in 2025, and the four that took the place of Z1. */
const WITHDRAWN = new Set(['H5', 'P2', 'Z1'])
const OTHER = new Set(['Z11', 'Z12', 'Z13', 'Z14'])

const sameIn2024: Same = (a, b) => a === b || (a === 'H5' && b === 'K3')
const sameFrom2025: Same = (a, b) => a === b || (WITHDRAWN.has(a ?? '') && OTHER.has(b ?? ''))

/** This year's first episodes that differ in a column from the episode that was open when last year ended. */
function differing(column: Column, same: Same, onlyOfSameReason: boolean): Rule903['find'] {
  return (r: Return903) => {
    const [now, last] = [r.now.Episodes.text(column), r.last.Episodes.text(column)]
    const [rne, rneLast] = [r.now.Episodes.text('RNE'), r.last.Episodes.text('RNE')]
    const Episodes: number[] = []
    eachCarriedOver(r, (then, first) => {
      if (onlyOfSameReason && rne[first] !== rneLast[then]) return
      if (!same(last[then] ?? null, now[first] ?? null)) Episodes.push(first)
    })
    return { Episodes }
  }
}

const carried = (
  code: string,
  column: Column,
  what: string,
  more: { from?: number; to?: number; same?: Same; derived?: true; onlyOfSameReason?: true } = {},
): Rule903 =>
  rule(code, {
    ...base,
    ...(more.from ? { from: more.from } : {}),
    ...(more.to ? { to: more.to } : {}),
    ...(more.derived ? { derived: [`Episodes.${column}`, `Episodes_last.${column}`] } : {}),
    fields: [column],
    says: `The ${what} of the first episode differs from that of the episode that was open when last year ended.`,
    todo: ADVICE,
    find: differing(column, more.same ?? equal, more.onlyOfSameReason === true),
  })

/** Where this year's record takes up last year's. */
export const lastYearRules = [
  carried('452', 'PL_LA', 'authority of the placement', { derived: true, onlyOfSameReason: true }),
  carried('453', 'PL_DISTANCE', 'distance of the placement', {
    derived: true,
    onlyOfSameReason: true,
    same: near,
  }),
  rule('502', {
    ...base,
    fields: ['DECOM'],
    says: 'The first episode does not begin on the day on which the episode that was open when last year ended began.',
    todo: ADVICE,
    find: r => {
      const [decom, then] = [r.now.Episodes.days('DECOM'), r.last.Episodes.days('DECOM')]
      const Episodes: number[] = []
      eachCarriedOver(r, (last, first) => {
        if (decom[first] !== then[last]) Episodes.push(first)
      })
      return { Episodes }
    },
  }),
  carried('503A', 'RNE', 'reason for the new episode'),
  carried('503B', 'LS', 'legal status'),
  carried('503C', 'CIN', 'category of need'),
  carried('503D', 'PLACE', 'placement type', { to: 2023 }),
  carried('503D', 'PLACE', 'placement type', { from: 2024, to: 2024, same: sameIn2024 }),
  carried('503D', 'PLACE', 'placement type', { from: 2025, same: sameFrom2025 }),
  carried('503E', 'PLACE_PROVIDER', 'placement provider'),
  carried('503F', 'URN', 'URN of the provider'),
  carried('503G', 'PL_DISTANCE', 'distance of the placement', { derived: true, same: near }),
  carried('503H', 'PL_LA', 'authority of the placement', { derived: true }),
  carried('503J', 'PL_LOCATION', 'location of the placement', { derived: true }),
  rule('562', {
    ...base,
    fields: ['DECOM'],
    says: 'The first episode began before this year, and last year’s return did not end with it.',
    todo: ADVICE,
    find: r => {
      const decom = r.now.Episodes.days('DECOM')
      const then = r.last.Episodes.days('DECOM')
      const { last } = sequenceOf(r, 'last')
      const Episodes: number[] = []
      for (const [child, first] of sequenceOf(r).first) {
        const row = last.get(child)
        if (row !== undefined && (decom[first] ?? NO) < r.start && decom[first] !== then[row])
          Episodes.push(first)
      }
      return { Episodes }
    },
  }),
  rule('NoE', {
    ...base,
    fields: ['DECOM'],
    says: 'The child was looked after before this year began, and last year’s return has no episode of the child.',
    todo: 'Load the whole of last year’s return, or correct the start of the episode.',
    find: r => {
      const decom = r.now.Episodes.days('DECOM')
      const children = r.now.Episodes.text('CHILD')
      const then = r.byChild('last', 'Episodes', 'DECOM', 'DEC')
      const Episodes: number[] = []
      for (let i = 0; i < r.now.Episodes.rows; i += 1)
        if ((decom[i] ?? NO) < r.start && children[i] != null && then.of(children[i]).length === 0)
          Episodes.push(i)
      return { Episodes }
    },
  }),
] as const
