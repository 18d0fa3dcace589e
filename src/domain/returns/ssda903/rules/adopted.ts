import { endedInAdoption, inAdoptivePlacement } from './adoption-episodes.ts'
import { at } from './cells.ts'
import type { Return903 } from './data.ts'
import { rule } from './rule.ts'

interface Pairs {
  readonly Episodes: readonly number[]
  readonly AD1: readonly number[]
}

/** The episodes, and the adoptions of the same child, of which something is true of both together. */
function pairs(
  r: Return903,
  episodes: readonly number[],
  is: (episode: number, adoption: number) => boolean,
): Pairs {
  const child = r.now.Episodes.text('CHILD')
  const adoptions = r.byChild('now', 'AD1')
  const first: number[] = []
  const second: number[] = []
  for (const e of episodes)
    for (const a of adoptions.of(child[e]))
      if (is(e, a)) {
        first.push(e)
        second.push(a)
      }
  return { Episodes: first, AD1: second }
}

/** Of every child with an adoption, one episode. */
function episodesOfAdopted(
  r: Return903,
  pick: (rows: readonly number[]) => number | undefined,
): readonly number[] {
  const episodes = r.byChild('now', 'Episodes', 'DECOM')
  const found: number[] = []
  r.byChild('now', 'AD1').each((_, child) => {
    const e = pick(episodes.of(child))
    if (e !== undefined) found.push(e)
  })
  return found
}

const BY_CARERS = new Set(['A2', 'A3', 'A5'])
const BY_OTHERS = new Set(['A1', 'A4', 'A6'])
const needs = ['AD1', 'Episodes'] as const

/** What is given of an adoption beside the child's episodes. */
export const adoptedRules = [
  rule('331', {
    from: 2022,
    needs,
    fields: ['DATE_MATCH', 'DECOM', 'REC'],
    says: 'The child was matched with adopters after the placement began from which they were adopted.',
    todo: 'Check the day of the match, and the day on which the placement began.',
    find: r => {
      const matched = r.now.AD1.days('DATE_MATCH')
      const began = r.now.Episodes.days('DECOM')
      return pairs(r, endedInAdoption(r), (e, a) => at(matched, a) > at(began, e))
    },
  }),
  rule('334', {
    from: 2022,
    needs,
    fields: ['DATE_INT', 'DECOM', 'RNE'],
    says: 'The decision for adoption is dated before the child came into care this time.',
    todo: 'Check the day of the decision, and the day on which the child started to be looked after.',
    find: r => {
      const decided = r.now.AD1.days('DATE_INT')
      const began = r.now.Episodes.days('DECOM')
      const why = r.now.Episodes.text('RNE')
      const starts = episodesOfAdopted(r, rows =>
        rows.findLast(e => why[e] === 'S' && !Number.isNaN(began[e])),
      )
      return pairs(r, starts, (e, a) => at(decided, a) < at(began, e))
    },
  }),
  rule('335', {
    from: 2022,
    needs,
    fields: ['PLACE', 'FOSTER_CARE'],
    says: 'Whether the adopters were the child’s foster carers does not go with the kind of the last placement.',
    todo: 'Correct whether they were, or the placement: A3 and A5 are with foster carers, A4 and A6 are not.',
    find: r => {
      const place = r.now.Episodes.text('PLACE')
      const carers = r.now.AD1.text('FOSTER_CARE')
      const began = r.now.Episodes.days('DECOM')
      const last = episodesOfAdopted(r, rows => rows.findLast(e => !Number.isNaN(began[e])))
      return pairs(r, last, (e, a) => {
        const against = carers[a] === '0' ? BY_CARERS : carers[a] === '1' ? BY_OTHERS : undefined
        return against?.has(place[e] ?? '') ?? false
      })
    },
  }),
  rule('521', {
    from: 2022,
    needs,
    fields: ['PLACE', 'DECOM', 'DATE_INT'],
    says: 'The child was placed for adoption before the decision that adoption is in their best interests.',
    todo: 'Check the day of the decision, and the day of the placement.',
    find: r => {
      const decided = r.now.AD1.days('DATE_INT')
      const began = r.now.Episodes.days('DECOM')
      return pairs(r, inAdoptivePlacement(r), (e, a) => at(decided, a) > at(began, e))
    },
  }),
  rule('582', {
    from: 2022,
    severity: 'query',
    needs,
    fields: ['DEC', 'DATE_MATCH'],
    says: 'The child was matched with adopters on the very day of the adoption.',
    todo: 'Check both days: a match mostly comes well before. Where they are right, give the reason.',
    find: r => {
      const matched = r.now.AD1.days('DATE_MATCH')
      const ended = r.now.Episodes.days('DEC')
      return { Episodes: pairs(r, endedInAdoption(r), (e, a) => at(matched, a) === at(ended, e)).Episodes }
    },
  }),
] as const
