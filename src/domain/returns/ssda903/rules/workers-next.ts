import { at } from './cells.ts'
import type { Return903 } from './data.ts'
import { rule } from './rule.ts'

const base = { from: 2023, needs: ['SWEpisodes'] } as const

/** The rows that began before an earlier one of the same child ended. */
function overlapping(r: Return903, except: (row: number) => boolean): readonly number[] {
  const [decom, dec] = [r.now.SWEpisodes.days('SW_DECOM'), r.now.SWEpisodes.days('SW_DEC')]
  const found: number[] = []
  r.byChild('now', 'SWEpisodes', 'SW_DECOM', 'SW_DEC').each(rows => {
    let ended = Number.NEGATIVE_INFINITY
    for (const row of rows) {
      if (at(decom, row) < ended && !except(row)) found.push(row)
      if (at(dec, row) > ended) ended = at(dec, row)
    }
  })
  return found
}

/**
 * Where the last of a child's social workers ended on a day, and nobody followed: that row; or the row that has no
 * dates at all, if there is one, since it is what should have followed.
 */
function nobodyAfter(r: Return903, ended: (day: number) => boolean): readonly number[] {
  const { days, text } = r.now.SWEpisodes
  const [began, dec] = [text('SW_DECOM'), days('SW_DEC')]
  const found: number[] = []
  r.byChild('now', 'SWEpisodes', 'SW_DECOM', 'SW_DEC').each(rows => {
    let last = Number.NEGATIVE_INFINITY
    let of = -1
    let undated = -1
    for (const row of rows) {
      const end = at(dec, row)
      if (end > last) {
        last = end
        of = row
      } else if (Number.isNaN(end) && began[row] != null) last = Number.POSITIVE_INFINITY
      else if (Number.isNaN(end)) undated = row
    }
    if (of >= 0 && ended(last)) found.push(undated >= 0 ? undated : of)
  })
  return found
}

const overlap = {
  fields: ['SW_DECOM'],
  says: 'The social worker began before the one before ended.',
  todo: 'Correct the dates: one social worker at a time.',
} as const

const nobody = {
  fields: ['SW_DEC'],
  todo: 'Give the social worker who followed, or take the end out if it has not come.',
} as const

/** How many days before 31 March an end is close to it: the two versions of one rule part there. */
const CLOSE = 5

/** How one social worker of a child follows another. */
export const workerNextRules = [
  rule('SW08STG2', {
    ...base,
    fields: ['SW_DEC'],
    says: 'A social worker followed, and the one before has no end.',
    todo: 'Give the day on which the earlier one ended.',
    find: r => {
      const { days, text } = r.now.SWEpisodes
      const [decom, dec] = [days('SW_DECOM'), text('SW_DEC')]
      const found: number[] = []
      r.byChild('now', 'SWEpisodes', 'SW_DECOM', 'SW_DEC').each(rows => {
        let before = -1
        for (const row of rows) {
          if (before >= 0 && dec[before] === null && !Number.isNaN(at(decom, row))) found.push(before)
          before = row
        }
      })
      return { SWEpisodes: found }
    },
  }),
  // The sector's two cases are not what this rule says: see docs/returns-differences.md.
  rule('SW10STG2', {
    ...base,
    ...overlap,
    to: 2023,
    find: r => ({ SWEpisodes: overlapping(r, () => false) }),
  }),
  rule('SW10STG2', {
    ...base,
    ...overlap,
    from: 2024,
    find: r => {
      const why = r.now.SWEpisodes.text('SW_REASON')
      return { SWEpisodes: overlapping(r, row => why[row] === 'FCONTA') }
    },
  }),
  rule('SW11aSTG2', {
    ...base,
    ...nobody,
    to: 2023,
    says: 'The social worker ended more than five days before 31 March, and nobody followed.',
    find: r => ({ SWEpisodes: nobodyAfter(r, day => day < r.end - CLOSE) }),
  }),
  rule('SW11bSTG2', {
    ...base,
    ...nobody,
    says: 'The social worker ended in the last days before 31 March, and nobody followed.',
    find: r => ({ SWEpisodes: nobodyAfter(r, day => day >= r.end - CLOSE && day < r.end) }),
  }),
  rule('SW17STG2', {
    ...base,
    from: 2025,
    fields: ['SW_DEC', 'SW_DECOM'],
    says: 'The child has no social worker at 31 March.',
    todo: 'Give the social worker of that day, or take the last end out if it has not come.',
    find: r => {
      const { days, text } = r.now.SWEpisodes
      const [decom, dec, began] = [days('SW_DECOM'), days('SW_DEC'), text('SW_DECOM')]
      const open = (row: number) => began[row] != null && !(at(decom, row) > r.end) && !(at(dec, row) < r.end)
      const found: number[] = []
      r.byChild('now', 'SWEpisodes', 'SW_DECOM', 'SW_DEC').each(rows => {
        const last = rows.findLast(row => began[row] != null) ?? rows.at(-1)
        if (last !== undefined && !rows.some(open)) found.push(last)
      })
      return { SWEpisodes: found }
    },
  }),
] as const
