import { at } from './cells.ts'
import type { Return903 } from './data.ts'
import { rule } from './rule.ts'
import { outside, spanAt, spansOf } from './times-in-care.ts'

/** Where a child whose liberty a court restricts is cared for: children’s homes, schools, care homes, hospitals, elsewhere, or for a few days away. */
const EXPECTED = new Set([
  'K2',
  'R1',
  'R2',
  'S1',
  'T0',
  'T1',
  'T2',
  'T3',
  'T4',
  'Z1',
  'Z11',
  'Z12',
  'Z13',
  'Z14',
])
/** Where no such order can be: secure homes, which need none; with parents; young offender institutions; supported accommodation. */
const IMPOSSIBLE = new Set(['K1', 'K3', 'P1', 'R5'])

/** Orders and the placements during which they stood, of whose kind something is true. */
function during(
  r: Return903,
  is: (place: string) => boolean,
): { readonly DoLo: readonly number[]; readonly Episodes: readonly number[] } {
  const from = r.now.DoLo.days('DOLO_START')
  const to = r.now.DoLo.days('DOLO_END')
  const written = r.now.DoLo.text('DOLO_END')
  const began = r.now.Episodes.days('DECOM')
  const ended = r.now.Episodes.days('DEC')
  const open = r.now.Episodes.text('DEC')
  const place = r.now.Episodes.text('PLACE')
  const orders: number[] = []
  const found: number[] = []
  const episodes = r.byChild('now', 'Episodes', 'DECOM')
  r.byChild('now', 'DoLo').each((rows, child) => {
    for (const e of episodes.of(child)) {
      if (!is(place[e] ?? '')) continue
      const until = open[e] === null ? Number.POSITIVE_INFINITY : at(ended, e)
      for (const i of rows) {
        // An order without an end stands this year: an episode that was over by then is none of its placements.
        const last = written[i] === null ? Number.POSITIVE_INFINITY : at(to, i)
        const first = written[i] === null ? Math.max(at(from, i), r.start) : at(from, i)
        if (!(first < until && last > at(began, e))) continue
        orders.push(i)
        found.push(e)
      }
    }
  })
  return { DoLo: orders, Episodes: found }
}

/** Orders that deprive a child of liberty, beside the child's time in care and placements. */
export const doloCareRules = [
  rule('707', {
    from: 2026,
    needs: ['DoLo', 'Episodes'],
    fields: ['DOLO_END'],
    says: 'The child is no longer looked after, but the order has no end within their time in care.',
    todo: 'Give the day on which the order ended: at the latest, the day on which the child left care.',
    find: r => {
      const from = r.now.DoLo.days('DOLO_START')
      const to = r.now.DoLo.days('DOLO_END')
      const found: number[] = []
      r.byChild('now', 'DoLo').each((rows, child) => {
        const spans = spansOf(r, child)
        if (spans.length === 0) return
        for (const i of rows) {
          if (Number.isNaN(at(from, i))) continue
          if (!Number.isNaN(at(to, i))) {
            if (outside(at(to, i), spans)) found.push(i)
          } else if (Number.isFinite(spanAt(at(from, i), spans)?.to)) found.push(i)
        }
      })
      return { DoLo: found }
    },
  }),
  rule('709', {
    from: 2026,
    severity: 'query',
    needs: ['DoLo', 'Episodes'],
    fields: ['DOLO_START', 'PLACE'],
    says: 'While the order stood, the child was in a kind of placement that is not expected with one.',
    todo: 'Check the kind of placement, and the days of the order. Where they are right, give the reason.',
    find: r => during(r, place => place !== '' && !EXPECTED.has(place) && !IMPOSSIBLE.has(place)),
  }),
  rule('710', {
    from: 2026,
    needs: ['DoLo', 'Episodes'],
    fields: ['DOLO_START', 'PLACE'],
    says: 'While the order stood, the child was in a secure home, with parents, in custody or in supported accommodation.',
    todo: 'Check the kind of placement, and the days of the order: it can’t stand in these placements.',
    find: r => during(r, place => IMPOSSIBLE.has(place)),
  }),
] as const
