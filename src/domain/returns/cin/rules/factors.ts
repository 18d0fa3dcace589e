import { where } from '../../check/frame.ts'
import { isFactor } from './factor-codes.ts'
import { factorsOf } from './factors-of.ts'
import { rule } from './rule.ts'
import { together } from './together.ts'

const base = { from: 2022, needs: ['Assessments'] } as const
const END = 'AssessmentAuthorisationDate'
const FACTORS = 'AssessmentFactors'
const NOTHING_FOUND = '21'
const NEEDS_NOTHING = new Set(['RC8', 'RC9'])

/** A code that was made finer: it is taken still, and should not be used. */
const finer = (code: string, old: string, [one, other]: readonly [string, string], what: string) =>
  rule(code, {
    ...base,
    from: 2024,
    fields: [FACTORS],
    says: `The factor ${old} does not say whether the ${what} was by a child or by an adult.`,
    todo: `Use ${one} where it was by another child, and ${other} where it was by an adult.`,
    find: r => {
      const factors = factorsOf(r)
      return {
        Assessments: where(
          r.tables.Assessments,
          i => factors[i]?.some(f => f.toUpperCase() === old) ?? false,
        ),
      }
    },
  })

/** What assessments found: their factors. */
export const factorRules = [
  rule('8614', {
    ...base,
    fields: [END, FACTORS],
    says: 'The assessment has factors, and is not finished.',
    todo: 'Write the day on which it was authorised. If it is still going on, leave its factors out.',
    find: r => {
      const factors = factorsOf(r)
      const end = r.tables.Assessments.text(END)
      return {
        Assessments: where(r.tables.Assessments, i => end[i] === null && (factors[i]?.length ?? 0) > 0),
      }
    },
  }),
  rule('8869', {
    ...base,
    fields: [FACTORS],
    says: 'The assessment found no factors (21), and yet has others.',
    todo: 'Take out 21, or the others.',
    find: r => {
      const factors = factorsOf(r)
      const mixed = (all: readonly string[]) =>
        all.includes(NOTHING_FOUND) && all.some(f => f !== NOTHING_FOUND)
      return { Assessments: where(r.tables.Assessments, i => mixed(factors[i] ?? [])) }
    },
  }),
  rule('8873Q', {
    ...base,
    needs: ['Assessments', 'CINdetails'],
    fields: ['ReasonForClosure', FACTORS],
    says: 'The only assessment of the case found no factors (21), and the case was not closed as needing nothing further.',
    todo: 'Check the reason for closure: RC8, or RC9 where the child was referred to early help. Check the factors too.',
    find: r => {
      const factors = factorsOf(r)
      const a = r.tables.Assessments
      const reason = r.tables.CINdetails.text('ReasonForClosure')
      const end = a.text(END)
      const finished = (i: number) => !a.given.has(END) || end[i] !== null
      const details = together(r, 'Assessments', 'CINdetails', 'CINdetailsID')
      const all = together(r, 'Assessments', 'Assessments', 'CINdetailsID')
      const asked = where(
        a,
        i =>
          all[i]?.length === 1 &&
          finished(i) &&
          (factors[i]?.includes(NOTHING_FOUND) ?? false) &&
          (details[i] ?? []).some(d => reason[d] != null && !NEEDS_NOTHING.has(reason[d])),
      )
      return { Assessments: asked, CINdetails: asked.flatMap(i => details[i] ?? []) }
    },
  }),
  rule('8897Q', {
    ...base,
    fields: [END, FACTORS],
    says: 'The assessment is finished, and says nothing of what it found: it has no factors, or none that the census knows.',
    todo: 'Write its factors from the census’s list; 21 where there are none.',
    find: r => {
      const factors = factorsOf(r)
      const end = r.tables.Assessments.days(END)
      return {
        Assessments: where(
          r.tables.Assessments,
          i => (end[i] ?? 0) >= r.start && (end[i] ?? 0) <= r.end && !(factors[i]?.some(isFactor) ?? false),
        ),
      }
    },
  }),
  rule('8898', {
    ...base,
    fields: [FACTORS],
    says: 'The assessment has the same factor twice.',
    todo: 'Write each factor once.',
    find: r => {
      const factors = factorsOf(r)
      return {
        Assessments: where(r.tables.Assessments, i => {
          const all = factors[i] ?? []
          return all.length > 1 && new Set(all).size < all.length
        }),
      }
    },
  }),
  finer('8945Q', '18A', ['18B', '18C'], 'physical abuse'),
  finer('8950Q', '19A', ['19B', '19C'], 'sexual abuse'),
]
