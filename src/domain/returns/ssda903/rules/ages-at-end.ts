import { atLeast, under } from './ages.ts'
import { type Rule903, rule } from './rule.ts'
import { eachWithHeader } from './with-header.ts'

const NO = Number.NaN
const needs = ['Episodes', 'Header'] as const
const HELD_BACK = 'Check why the episode ceased, on which day, and the date of birth.'

/** The age on the day on which an episode ceased for one of some reasons. */
function atEnd(
  code: string,
  reasons: readonly string[],
  wrong: 'under' | 'atLeast',
  age: number,
  says: string,
  fields: readonly string[] = ['REC'],
): Rule903 {
  const header = fields.includes('DOB')
  const among = new Set(reasons)
  const is = wrong === 'under' ? under : atLeast
  return rule(code, {
    from: 2022,
    needs,
    fields,
    says,
    todo: HELD_BACK,
    find: r => {
      const rec = r.now.Episodes.text('REC')
      const dec = r.now.Episodes.days('DEC')
      const dob = r.now.Header.days('DOB')
      const [Episodes, Header]: [number[], number[]] = [[], []]
      eachWithHeader(r, (i, h) => {
        if (!among.has(rec[i] ?? '') || !is(dob[h] ?? NO, age, dec[i] ?? NO)) return
        Episodes.push(i)
        Header.push(h)
      })
      return header ? { Episodes, Header } : { Episodes }
    },
  })
}

/** How old a child may be when care ends in some way, or a placement does. */
export const agesAtEndRules = [
  rule('234', {
    from: 2025,
    needs,
    fields: ['REASON_PLACE_CHANGE', 'DOB'],
    says: 'The placement changed because the child went into custody, and the child was under 10.',
    todo: 'Check why the placement changed, and the date of birth.',
    find: r => {
      const e = r.now.Episodes
      const [why, dec, decom] = [e.text('REASON_PLACE_CHANGE'), e.days('DEC'), e.days('DECOM')]
      const dob = r.now.Header.days('DOB')
      const [Episodes, Header]: [number[], number[]] = [[], []]
      eachWithHeader(r, (i, h) => {
        if (why[i] !== 'CUSTOD') return
        // The reason stands on the episode that ends; where that has no end yet, its start is all there is.
        const on = Number.isNaN(dec[i]) ? decom[i] : dec[i]
        if (!under(dob[h] ?? NO, 10, on ?? NO)) return
        Episodes.push(i)
        Header.push(h)
      })
      return { Episodes, Header }
    },
  }),
  atEnd('386', ['E11', 'E12'], 'atLeast', 18, 'The child was adopted at 18 or over.'),
  atEnd('387', ['E5', 'E6'], 'under', 14, 'A child under 14 left care to live independently.'),
  atEnd('389', ['E7'], 'under', 16, 'A child under 16 was transferred to adult social care.'),
  atEnd(
    '407',
    ['E45', 'E46', 'E47', 'E48'],
    'atLeast',
    18,
    'A special guardianship order was made for somebody of 18 or over.',
    ['DEC', 'DOB', 'REC'],
  ),
  atEnd('460', ['E17'], 'under', 18, 'Care ended with staying put at 18, and the child was under 18.', [
    'DEC',
    'REC',
  ]),
] as const
