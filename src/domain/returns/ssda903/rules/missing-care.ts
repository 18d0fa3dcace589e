import type { Return903 } from './data.ts'
import { rule } from './rule.ts'
import { outside, type Span, spanAt, spansOf } from './times-in-care.ts'

const number = (day: number | undefined): number => day ?? Number.NaN

/** The rows of Missing of children with episodes for whom something is true of the row and their times in care. */
function withSpans(r: Return903, is: (row: number, spans: readonly Span[]) => boolean): readonly number[] {
  const found: number[] = []
  r.byChild('now', 'Missing').each((rows, child) => {
    const spans = spansOf(r, child)
    if (spans.length > 0) for (const i of rows) if (is(i, spans)) found.push(i)
  })
  return found
}

/** Times of being missing beside the child's times in care. */
export const missingCareRules = [
  rule('575', {
    from: 2022,
    needs: ['Episodes', 'Missing'],
    fields: ['MIS_END'],
    says: 'The placement from which the child went missing has ended, but the time of being missing has no end.',
    todo: 'Record when it ended: at the latest, on the day on which the placement did.',
    find: r => {
      const began = r.now.Episodes.days('DECOM')
      const ended = r.now.Episodes.days('DEC')
      const from = r.now.Missing.days('MIS_START')
      const to = r.now.Missing.text('MIS_END')
      const children = r.now.Missing.text('CHILD')
      const episodes = r.byChild('now', 'Episodes', 'DECOM')
      const found: number[] = []
      for (let i = 0; i < children.length; i += 1) {
        if (to[i] !== null) continue
        const day = number(from[i])
        const rows = episodes.of(children[i])
        // On the day of a move the child goes missing from the placement that begins.
        const moved = rows.some(e => began[e] === day)
        const is = (e: number): boolean =>
          began[e] === day || !moved
            ? number(began[e]) <= day && number(ended[e]) >= day
            : number(began[e]) < day && number(ended[e]) > day
        if (rows.some(is)) found.push(i)
      }
      return { Missing: found }
    },
  }),
  rule('577', {
    from: 2022,
    needs: ['Episodes', 'Missing'],
    fields: ['MIS_END'],
    says: 'The child is no longer looked after, but the time of being missing has no end within their time in care.',
    todo: 'Record when it ended: at the latest, on the day on which the child left care.',
    find: r => {
      const from = r.now.Missing.days('MIS_START')
      const to = r.now.Missing.days('MIS_END')
      return {
        Missing: withSpans(r, (i, spans) => {
          const start = number(from[i])
          if (Number.isNaN(start)) return false
          const end = number(to[i])
          if (!Number.isNaN(end)) return outside(end, spans)
          return (spanAt(start, spans)?.to ?? Number.POSITIVE_INFINITY) < Number.POSITIVE_INFINITY
        }),
      }
    },
  }),
  rule('578', {
    from: 2022,
    needs: ['Episodes', 'Missing'],
    fields: ['MIS_START'],
    says: 'The child is said to have gone missing on a day on which they were looked after no more, or not yet.',
    todo: 'Check the day, and the day on which the child left care.',
    find: r => {
      const from = r.now.Missing.days('MIS_START')
      return { Missing: withSpans(r, (i, spans) => outside(number(from[i]), spans)) }
    },
  }),
  rule('581', {
    from: 2022,
    needs: ['Episodes', 'Missing'],
    fields: ['MIS_START'],
    says: 'The child is said to have gone missing on a day on which they were not looked after.',
    todo: 'Check the day, and the day on which the child came into care.',
    find: r => {
      const from = r.now.Missing.days('MIS_START')
      return { Missing: withSpans(r, (i, spans) => outside(number(from[i]), spans)) }
    },
  }),
] as const
