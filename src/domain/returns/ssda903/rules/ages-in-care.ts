import { birthdayOf, under } from './ages.ts'
import type { Return903 } from './data.ts'
import { type Rule903, rule } from './rule.ts'
import { sequenceOf } from './sequence.ts'
import { eachWithHeader } from './with-header.ts'

const NO = Number.NaN
const needs = ['Episodes', 'Header'] as const

/** Codes of a cell, and the youngest age at which they may be given. */
const tooYoung =
  (column: 'PLACE' | 'LS', codes: readonly string[], age: number) =>
  (r: Return903): { episodes: number[]; headers: number[] } => {
    const among = new Set(codes)
    const cells = r.now.Episodes.text(column)
    const decom = r.now.Episodes.days('DECOM')
    const dob = r.now.Header.days('DOB')
    const [episodes, headers]: [number[], number[]] = [[], []]
    eachWithHeader(r, (i, h) => {
      if (!among.has(cells[i] ?? '') || !under(dob[h] ?? NO, age, decom[i] ?? NO)) return
      episodes.push(i)
      headers.push(h)
    })
    return { episodes, headers }
  }

const place = (
  code: string,
  from: number,
  to: number | undefined,
  codes: readonly string[],
  age: number,
  what: string,
): Rule903 => {
  const find = tooYoung('PLACE', codes, age)
  return rule(code, {
    from,
    ...(to === undefined ? {} : { to }),
    needs,
    fields: ['DECOM', 'PLACE'],
    says: `A child under ${age} was placed ${what}.`,
    todo: 'Check the placement type, the start of the episode and the date of birth.',
    find: r => ({ Episodes: find(r).episodes }),
  })
}

const offender = tooYoung('LS', ['J1', 'J2', 'J3'], 10)

/** How old a child may be when an episode begins, and for how long one may go on. */
export const agesInCareRules = [
  rule('302', {
    from: 2022,
    needs,
    fields: ['DECOM', 'DOB'],
    says: 'The child’s first episode begins before the child was born.',
    todo: 'Correct the start of the episode or the date of birth.',
    find: r => {
      const { first } = sequenceOf(r)
      const [children, dob] = [r.now.Header.text('CHILD'), r.now.Header.days('DOB')]
      const decom = r.now.Episodes.days('DECOM')
      const [Episodes, Header]: [number[], number[]] = [[], []]
      for (let h = 0; h < children.length; h += 1) {
        const i = first.get(children[h] ?? '')
        if (i === undefined || !((decom[i] ?? NO) < (dob[h] ?? NO))) continue
        Episodes.push(i)
        Header.push(h)
      }
      return { Episodes, Header }
    },
  }),
  rule('352', {
    from: 2022,
    needs,
    fields: ['DECOM', 'RNE'],
    says: 'Somebody of 18 or over started to be looked after.',
    todo: 'Check the start of the episode, its reason and the date of birth.',
    find: r => {
      const rne = r.now.Episodes.text('RNE')
      const decom = r.now.Episodes.days('DECOM')
      const dob = r.now.Header.days('DOB')
      const Episodes: number[] = []
      eachWithHeader(r, (i, h) => {
        if (rne[i] === 'S' && birthdayOf(dob[h] ?? NO, 18) <= (decom[i] ?? NO)) Episodes.push(i)
      })
      return { Episodes }
    },
  }),
  rule('358', {
    from: 2022,
    needs,
    fields: ['DECOM', 'DOB', 'LS'],
    says: 'A child under 10 has a legal status of the criminal courts (J1, J2 or J3).',
    todo: 'Check the legal status, the start of the episode and the date of birth.',
    find: r => {
      const { episodes, headers } = offender(r)
      return { Episodes: episodes, Header: headers }
    },
  }),
  rule('359', {
    from: 2022,
    needs,
    fields: ['DEC', 'LS', 'PLACE'],
    says: 'The episode goes on after the 18th birthday, and is not accommodation in a community home (V2 in K2).',
    todo: 'End the episode on the 18th birthday, or check the legal status, the placement and the date of birth.',
    find: r => {
      const e = r.now.Episodes
      const [ls, at, blank, dec] = [e.text('LS'), e.text('PLACE'), e.text('DEC'), e.days('DEC')]
      const dob = r.now.Header.days('DOB')
      const Episodes: number[] = []
      eachWithHeader(r, (i, h) => {
        if (ls[i] === 'V2' && at[i] === 'K2') return
        const until = blank[i] === null ? r.end : (dec[i] ?? NO)
        if (birthdayOf(dob[h] ?? NO, 18) < until) Episodes.push(i)
      })
      return { Episodes }
    },
  }),
  place('370', 2022, 2022, ['P2'], 15, 'in independent living (P2)'),
  place('370', 2023, 2023, ['P2'], 16, 'in independent living (P2)'),
  place('371', 2022, 2022, ['H5'], 14, 'in semi-independent living (H5)'),
  place('371', 2023, 2023, ['H5'], 16, 'in semi-independent living (H5)'),
  // H5 stood beside K3 for a year, for placements that had not been registered.
  place('371', 2024, undefined, ['H5', 'K3'], 16, 'in supported accommodation (K3, before that H5)'),
  place('372', 2022, undefined, ['R5'], 10, 'in youth custody or prison (R5)'),
  place('373', 2022, undefined, ['S1'], 4, 'in a residential school (S1)'),
  place('374', 2022, undefined, ['P3'], 14, 'in residential employment (P3)'),
] as const
