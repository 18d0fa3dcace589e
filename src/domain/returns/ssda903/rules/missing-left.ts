import { rule } from './rule.ts'

/** Being missing when the year began, and when care ended. */
export const missingLeftRules = [
  rule('576', {
    from: 2022,
    needs: ['Missing', 'Missing_last'],
    fields: ['CHILD'],
    says: 'The child was still missing or away at the end of last year’s return, and this year’s does not go on from there.',
    todo: 'Record the same time again, with the day on which it began, and its end if it has ended.',
    find: r => {
      const from = r.now.Missing.days('MIS_START')
      const before = r.last.Missing.days('MIS_START')
      const end = r.last.Missing.text('MIS_END')
      const children = r.last.Missing.text('CHILD')
      const rows = r.byChild('now', 'Missing', 'MIS_START')
      const found: number[] = []
      const lost: number[] = []
      for (let i = 0; i < children.length; i += 1) {
        if (end[i] !== null || children[i] === null) continue
        const now = rows.of(children[i])
        const first = now[0]
        if (now.some(j => from[j] === before[i])) continue
        // With no row this year to point to, last year's is the only one that shows what is missed.
        if (first === undefined) lost.push(i)
        else found.push(first)
      }
      return { Missing: found, Missing_last: lost }
    },
  }),
  rule('580', {
    from: 2022,
    needs: ['Episodes', 'Missing'],
    fields: ['REC'],
    says: 'The child was missing when care ended, but the reason given for its end is not E8.',
    todo: 'Give E8 as the reason, or correct the end of the time of being missing.',
    find: r => {
      const ended = r.now.Episodes.days('DEC')
      const reason = r.now.Episodes.text('REC')
      const from = r.now.Missing.days('MIS_START')
      const to = r.now.Missing.days('MIS_END')
      const back = r.now.Missing.text('MIS_END')
      const episodes = r.byChild('now', 'Episodes')
      const found: number[] = []
      r.byChild('now', 'Missing').each((rows, child) => {
        for (const e of episodes.of(child)) {
          // X1 is a move: care goes on.
          if (reason[e] === 'E8' || reason[e] === 'X1' || reason[e] == null) continue
          const day = ended[e] ?? Number.NaN
          const missing = (i: number): boolean =>
            to[i] === day ||
            ((from[i] ?? Number.NaN) <= day && (back[i] === null || (to[i] ?? Number.NaN) > day))
          if (rows.some(missing)) found.push(e)
        }
      })
      return { Episodes: found }
    },
  }),
] as const
