import { adoptionItems } from './adopters.ts'
import { endedInAdoption } from './adoption-episodes.ts'
import { at } from './cells.ts'
import type { Return903 } from './data.ts'
import { rule } from './rule.ts'

/** The episodes that ended this year because the child was adopted. */
function adoptedThisYear(r: Return903): readonly number[] {
  const ended = r.now.Episodes.days('DEC')
  return endedInAdoption(r).filter(e => at(ended, e) >= r.start && at(ended, e) <= r.end)
}

const needs = ['Episodes', 'AD1'] as const

/** Whoever was adopted this year has an adoption in the return, and nobody else has. */
export const adoptedThisYearRules = [
  rule('601', {
    from: 2022,
    needs,
    fields: ['REC', ...adoptionItems],
    says: 'The child was adopted this year, but what is asked about the adoption is not all there.',
    todo: 'Fill in all of it.',
    find: r => {
      const child = r.now.Episodes.text('CHILD')
      const items = adoptionItems.map(item => r.now.AD1.text(item))
      const rows = r.byChild('now', 'AD1')
      const episodes: number[] = []
      const lacking: number[] = []
      for (const e of adoptedThisYear(r)) {
        const adoptions = rows.of(child[e])
        const half = adoptions.filter(a => items.some(cells => cells[a] === null))
        if (adoptions.length === 0 || half.length > 0) episodes.push(e)
        lacking.push(...half)
      }
      return { Episodes: episodes, AD1: lacking }
    },
  }),
  rule('602', {
    from: 2022,
    needs,
    fields: ['CHILD'],
    says: 'There is an adoption, but by the child’s episodes they were not adopted this year.',
    todo: 'Take out the adoption, or correct the day and the reason of the end of the last episode.',
    find: r => {
      const child = r.now.Episodes.text('CHILD')
      const adopted = new Set(adoptedThisYear(r).map(e => child[e] ?? null))
      // A file without any of the items says by a row alone that a child was adopted; items left blank do not.
      const items = adoptionItems.filter(item => r.now.AD1.given.has(item)).map(item => r.now.AD1.text(item))
      const found: number[] = []
      r.byChild('now', 'AD1').each((rows, who) => {
        if (adopted.has(who)) return
        for (const a of rows) if (items.length === 0 || items.some(cells => cells[a] !== null)) found.push(a)
      })
      return { AD1: found }
    },
  }),
] as const
