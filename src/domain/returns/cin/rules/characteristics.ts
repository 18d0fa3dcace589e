import { notOneOf, rowsOf } from '../../ssda903/rules/cells.ts'
import { disabilities, ethnicities, NO_DISABILITY } from './codes.ts'
import type { Census } from './data.ts'
import { rule } from './rule.ts'
import { isNo, together } from './together.ts'
import { wholeReturn } from './whole.ts'

const base = { from: 2022, needs: ['Disabilities'], fields: ['Disability'] } as const
const FEWEST = 8

/** The disabilities of each child other than "none". */
function eachChild(r: Census): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const [ids, codes] = [r.tables.Disabilities.text('LAchildID'), r.tables.Disabilities.text('Disability')]
  for (let i = 0; i < codes.length; i += 1) {
    const [id, code] = [ids[i], codes[i]]
    if (id == null || code == null || code === NO_DISABILITY) continue
    const of = found.get(id)
    if (of) of.add(code)
    else found.set(id, new Set([code]))
  }
  return found
}

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
      const [ids, codes] = [r.tables.Disabilities.text('LAchildID'), r.tables.Disabilities.text('Disability')]
      const none = new Set(ids.filter((id, i) => id !== null && codes[i] === NO_DISABILITY))
      return {
        Disabilities: rowsOf(
          codes,
          (code, i) => code !== null && code !== NO_DISABILITY && none.has(ids[i] ?? null),
        ),
      }
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
      const all = eachChild(r)
      for (const codes of all.values()) if (codes.size > 1) return {}
      return all.size > 0 ? wholeReturn(r, 'Disabilities') : {}
    },
  }),
]
