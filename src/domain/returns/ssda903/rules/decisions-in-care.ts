import { SHORT_BREAKS } from './care.ts'
import { at } from './cells.ts'
import type { Return903 } from './data.ts'
import { rule } from './rule.ts'

/** Asks of each decision for a placement for adoption and one episode of its child; undefined where there is none. */
function besideEpisode(
  r: Return903,
  episode: (rows: readonly number[]) => number | undefined,
  is: (row: number, episode: number | undefined) => boolean,
): { readonly PlacedAdoption: readonly number[]; readonly Episodes: readonly number[] } {
  const episodes = r.byChild('now', 'Episodes', 'DECOM')
  const decisions: number[] = []
  const found: number[] = []
  r.byChild('now', 'PlacedAdoption').each((rows, child) => {
    const e = episode(episodes.of(child))
    for (const i of rows) {
      if (!is(i, e)) continue
      decisions.push(i)
      if (e !== undefined) found.push(e)
    }
  })
  return { PlacedAdoption: decisions, Episodes: found }
}

const needs = ['Episodes', 'PlacedAdoption'] as const

/** Decisions for a placement for adoption beside the child's time in care. */
export const decisionsInCareRules = [
  rule('1003', {
    from: 2022,
    needs,
    fields: ['DATE_PLACED', 'DECOM', 'RNE'],
    says: 'The decision that the child should be placed for adoption is dated before they came into care.',
    todo: 'Check the day of the decision, and the day on which the child started to be looked after.',
    find: r => {
      const began = r.now.Episodes.days('DECOM')
      const why = r.now.Episodes.text('RNE')
      const decided = r.now.PlacedAdoption.days('DATE_PLACED')
      const ceased = r.now.PlacedAdoption.days('DATE_PLACED_CEASED')
      // A decision that had come to its end by then belongs to an earlier time in care.
      return besideEpisode(
        r,
        rows => rows.findLast(e => why[e] === 'S' && !Number.isNaN(began[e])),
        (i, e) => at(decided, i) < at(began, e) && !(at(ceased, i) <= at(began, e)),
      )
    },
  }),
  rule('117', {
    from: 2022,
    needs,
    fields: ['DATE_PLACED_CEASED', 'DATE_PLACED', 'DEC', 'REC', 'DECOM'],
    says: 'A decision for, or against, a placement for adoption is dated after this year, or after care ended.',
    todo: 'Check the day of the decision, and the day on which the child left care.',
    find: r => {
      const began = r.now.Episodes.days('DECOM')
      const ended = r.now.Episodes.days('DEC')
      const reason = r.now.Episodes.text('REC')
      const decided = r.now.PlacedAdoption.days('DATE_PLACED')
      const ceased = r.now.PlacedAdoption.days('DATE_PLACED_CEASED')
      const after = (i: number, day: number): boolean => at(decided, i) > day || at(ceased, i) > day
      return besideEpisode(
        r,
        rows => rows.findLast(e => !Number.isNaN(began[e])),
        (i, e) => {
          const left = e !== undefined && reason[e] != null && reason[e] !== 'X1'
          return after(i, r.end) || (left && after(i, at(ended, e)))
        },
      )
    },
  }),
  rule('118', {
    from: 2022,
    needs,
    fields: ['DATE_PLACED_CEASED', 'DECOM', 'LS'],
    says: 'The decision against a placement for adoption is dated before this year, or before the child came into care.',
    todo: 'Check the day of the decision. One that was changed in an earlier year is left out.',
    find: r => {
      const began = r.now.Episodes.days('DECOM')
      const status = r.now.Episodes.text('LS')
      const ceased = r.now.PlacedAdoption.days('DATE_PLACED_CEASED')
      return besideEpisode(
        r,
        rows => rows.find(e => !Number.isNaN(began[e]) && !SHORT_BREAKS.has(status[e] ?? '')),
        (i, e) => at(ceased, i) < r.start || at(ceased, i) < at(began, e),
      )
    },
  }),
  rule('523', {
    from: 2022,
    needs: ['PlacedAdoption', 'AD1'],
    fields: ['DATE_PLACED', 'DATE_INT'],
    says: 'The decision for adoption has one day in the adoption, and another in the placement for adoption.',
    todo: 'It is one and the same decision: give the same day in both.',
    find: r => {
      const decided = r.now.PlacedAdoption.days('DATE_PLACED')
      const ceased = r.now.PlacedAdoption.text('DATE_PLACED_CEASED')
      const interest = r.now.AD1.days('DATE_INT')
      const placed = r.byChild('now', 'PlacedAdoption')
      const decisions: number[] = []
      const adoptions: number[] = []
      r.byChild('now', 'AD1').each((rows, child) => {
        for (const a of rows)
          for (const i of placed.of(child)) {
            // An earlier decision, which was changed, is not the one that led to the adoption.
            if (ceased[i] !== null || Number.isNaN(decided[i]) || Number.isNaN(interest[a])) continue
            if (decided[i] === interest[a]) continue
            decisions.push(i)
            adoptions.push(a)
          }
      })
      return { PlacedAdoption: decisions, AD1: adoptions }
    },
  }),
] as const
