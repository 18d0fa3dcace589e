import { where } from '../../check/frame.ts'
import { atLeast, under } from './ages.ts'
import { notOneOf, rowsOf } from './cells.ts'
import type { Return903 } from './data.ts'
import { rule } from './rule.ts'

const TAKES_PART = new Set(['PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7'])
const PART = new Set(['PN0', ...TAKES_PART])
/** Short breaks: agreed in series, or one by one. */
const SHORT_BREAK = new Set(['V3', 'V4'])

/** The children with an episode under one of some legal statuses. */
function childrenIn(r: Return903, statuses: ReadonlySet<string>): ReadonlySet<string> {
  const legal = r.now.Episodes.text('LS')
  const children = r.now.Episodes.text('CHILD')
  const found = new Set<string>()
  for (let i = 0; i < legal.length; i += 1) {
    const child = children[i]
    if (child != null && statuses.has(legal[i] ?? '')) found.add(child)
  }
  return found
}

/** Reviews, and how the child took part in them. */
export const reviewRules = [
  rule('166', {
    from: 2022,
    needs: ['Reviews'],
    fields: ['REVIEW'],
    says: 'The day of the review is missing, or is no day of the calendar.',
    todo: 'Record the day on which the review was held.',
    find: r => {
      const held = r.now.Reviews.days('REVIEW')
      return { Reviews: where(r.now.Reviews, i => Number.isNaN(held[i])) }
    },
  }),
  rule('167', {
    from: 2022,
    needs: ['Reviews'],
    fields: ['REVIEW_CODE'],
    says: 'How the child took part in the review is missing, or is not one of the codes PN0 to PN7.',
    todo: 'Record how the child took part; PN0 for a child under 4.',
    find: r => ({ Reviews: notOneOf(r.now.Reviews.text('REVIEW_CODE'), PART) }),
  }),
  rule('399', {
    from: 2022,
    needs: ['Episodes', 'Header', 'Reviews'],
    fields: ['MOTHER', 'LS', 'REVIEW', 'REVIEW_CODE'],
    says: 'The child is looked after in short breaks alone, but a review, or whether she is a mother, is given.',
    todo: 'Take these out: they are not asked of children in short breaks. Or correct the legal status.',
    find: r => {
      const legal = r.now.Episodes.text('LS')
      const mother = r.now.Header.text('MOTHER')
      const held = r.now.Reviews.text('REVIEW')
      const part = r.now.Reviews.text('REVIEW_CODE')
      const headers = r.byChild('now', 'Header')
      const reviews = r.byChild('now', 'Reviews')
      const found = { Episodes: [] as number[], Header: [] as number[], Reviews: [] as number[] }
      const episodes = r.byChild('now', 'Episodes')
      for (const child of childrenIn(r, SHORT_BREAK)) {
        const all = episodes.of(child)
        if (!all.every(i => SHORT_BREAK.has(legal[i] ?? ''))) continue
        const h = headers.of(child).filter(i => mother[i] != null)
        const v = reviews.of(child).filter(i => held[i] != null || part[i] != null)
        if (h.length + v.length === 0) continue
        found.Episodes.push(...all)
        found.Header.push(...h)
        found.Reviews.push(...v)
      }
      return found
    },
  }),
  rule('440', {
    from: 2022,
    needs: ['Reviews'],
    fields: ['DOB', 'REVIEW', 'REVIEW_CODE'],
    says: 'The code PN0 is for children under 4, but the child was 4 or older at the review.',
    todo: 'Record how the child took part, or correct the day of the review or of the birth.',
    find: r => {
      const born = r.now.Reviews.days('DOB')
      const held = r.now.Reviews.days('REVIEW')
      return {
        Reviews: rowsOf(
          r.now.Reviews.text('REVIEW_CODE'),
          (code, i) => code === 'PN0' && atLeast(born[i] ?? Number.NaN, 4, held[i] ?? Number.NaN),
        ),
      }
    },
  }),
  rule('441', {
    from: 2022,
    needs: ['Reviews'],
    fields: ['DOB', 'REVIEW', 'REVIEW_CODE'],
    says: 'The code says how a child of 4 or older took part, but the child was under 4 at the review.',
    todo: 'Give the code PN0, or correct the day of the review or of the birth.',
    find: r => {
      const born = r.now.Reviews.days('DOB')
      const held = r.now.Reviews.days('REVIEW')
      return {
        Reviews: rowsOf(
          r.now.Reviews.text('REVIEW_CODE'),
          (code, i) => TAKES_PART.has(code ?? '') && under(born[i] ?? Number.NaN, 4, held[i] ?? Number.NaN),
        ),
      }
    },
  }),
] as const
