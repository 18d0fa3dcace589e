import { notOneOf } from '../../ssda903/rules/cells.ts'
import { disabilities, ethnicities, NO_DISABILITY } from './codes.ts'
import { rule } from './rule.ts'
import { isNo, together } from './together.ts'
import { wholeReturn } from './whole.ts'

const base = { from: 2022, needs: ['Disabilities'], fields: ['Disability'] } as const
const FEWEST = 8

const isDisability = (code: string | null | undefined): boolean => code != null && code !== NO_DISABILITY

/** The child's ethnicity and disabilities. */
export const characteristicsRules = [
  rule('4220', {
    from: 2022,
    needs: ['ChildCharacteristics'],
    fields: ['Ethnicity'],
    says: 'The ethnicity is missing, or is none of the codes.',
    todo: 'Record the ethnicity; REFU where it was refused, NOBT where it is not yet known.',
    find: r => ({
      ChildCharacteristics: notOneOf(r.tables.ChildCharacteristics.text('Ethnicity'), ethnicities),
    }),
  }),
  rule('8540', {
    from: 2022,
    needs: ['Disabilities', 'ChildIdentifiers', 'CINdetails'],
    fields: ['Disability', 'PersonBirthDate', 'ReferralNFA'],
    says: 'The child has been born and a referral led further, but no disability is recorded, or a code that there is not.',
    todo: `Record every disability of the child; ${NO_DISABILITY} where the child has none.`,
    find: r => {
      const born = r.tables.ChildIdentifiers.text('PersonBirthDate')
      const noAction = r.tables.CINdetails.text('ReferralNFA')
      const code = r.tables.Disabilities.text('Disability')
      const cases = together(r, 'ChildIdentifiers', 'CINdetails', 'child')
      const has = together(r, 'ChildIdentifiers', 'Disabilities', 'child')
      const isWrong = (i: number) => !disabilities.has(code[i] ?? '')
      const found: Record<'ChildIdentifiers' | 'CINdetails' | 'Disabilities', number[]> = {
        ChildIdentifiers: [],
        CINdetails: [],
        Disabilities: [],
      }
      for (let c = 0; c < r.tables.ChildIdentifiers.rows; c += 1) {
        const rows = has[c] ?? []
        if (born[c] === null || (rows.length > 0 && !rows.some(isWrong))) continue
        const further = (cases[c] ?? []).filter(d => isNo(noAction[d]))
        if (further.length === 0) continue
        found.ChildIdentifiers.push(c)
        for (const d of further) found.CINdetails.push(d)
        for (const i of rows) if (isWrong(i)) found.Disabilities.push(i)
      }
      return found
    },
  }),
  rule('8790', {
    ...base,
    says: 'The child is said to have no disability, and to have this one.',
    todo: `Take away ${NO_DISABILITY}, or the disability.`,
    find: r => {
      const codes = r.tables.Disabilities.text('Disability')
      const found: number[] = []
      r.by('Disabilities', 'LAchildID').each(rows => {
        if (rows.length < 2 || !rows.some(i => codes[i] === NO_DISABILITY)) return
        for (const i of rows) if (isDisability(codes[i])) found.push(i)
      })
      return { Disabilities: found }
    },
  }),
  rule('8794', {
    ...base,
    says: 'The child has the same disability more than once.',
    todo: 'Return each of the child’s disabilities once.',
    find: r => {
      const codes = r.tables.Disabilities.text('Disability')
      const found: number[] = []
      r.by('Disabilities', 'LAchildID').each(rows => {
        if (rows.length < 2) return
        const times = new Map<string, number>()
        for (const i of rows) times.set(codes[i] ?? '', (times.get(codes[i] ?? '') ?? 0) + 1)
        for (const i of rows) if (codes[i] != null && (times.get(codes[i] ?? '') ?? 0) > 1) found.push(i)
      })
      return { Disabilities: found }
    },
  }),
  rule('2887Q', {
    ...base,
    whole: true,
    says: `Fewer than ${FEWEST} of the codes of disabilities are used in the whole return.`,
    todo: 'Check that disabilities are recorded in full and not under one or two codes. Or say why.',
    find: r => {
      const used = new Set(r.tables.Disabilities.text('Disability').filter(code => code !== null))
      return used.size < FEWEST ? wholeReturn(r, 'Disabilities') : {}
    },
  }),
  rule('2888Q', {
    ...base,
    whole: true,
    says: 'No child in the return has more than one disability.',
    todo: 'Record every disability that a child has. Or say why each has only one.',
    find: r => {
      const codes = r.tables.Disabilities.text('Disability')
      let [any, several] = [false, false]
      r.by('Disabilities', 'LAchildID').each(rows => {
        const first = rows.find(i => isDisability(codes[i]))
        if (first === undefined) return
        any = true
        several ||= rows.some(i => isDisability(codes[i]) && codes[i] !== codes[first])
      })
      return any && !several ? wholeReturn(r, 'Disabilities') : {}
    },
  }),
]
