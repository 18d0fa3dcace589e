import { where } from '../../check/frame.ts'
import { filledNotOneOf } from './cells.ts'
import type { ColumnOf } from './data.ts'
import { placementTypes, withoutProvider } from './placement-codes.ts'
import { type Rule903, rule } from './rule.ts'

type Years = { readonly from: number; readonly to?: number }

const code = (
  name: string,
  years: Years,
  column: ColumnOf<'Episodes'>,
  codes: readonly string[],
  says: string,
  todo: string,
): Rule903 => {
  const known = new Set(codes)
  return rule(name, {
    ...years,
    needs: ['Episodes'],
    fields: [column],
    says,
    todo,
    find: r => ({ Episodes: filledNotOneOf(r.now.Episodes.text(column), known) }),
  })
}

const provider = (years: Years): Rule903 => {
  const known = new Set(['PR0', 'PR1', 'PR2', 'PR3', 'PR4', 'PR5'])
  const without = new Set(withoutProvider(years.from))
  return rule('178', {
    ...years,
    needs: ['Episodes'],
    fields: ['PLACE_PROVIDER'],
    says: 'The placement provider is none of PR0 to PR5, or is given for a placement that has none.',
    todo: 'Record who provides the placement, and leave it blank for temporary (T0 to T3) and other placements.',
    find: r => {
      const [place, given] = [r.now.Episodes.text('PLACE'), r.now.Episodes.text('PLACE_PROVIDER')]
      return {
        Episodes: where(r.now.Episodes, i => {
          const provider = given[i]
          return provider != null && (!known.has(provider) || without.has(place[i] ?? ''))
        }),
      }
    },
  })
}

/** With no provider, none may be given: asked of the placement, where 178 asks it of the code. */
const noProvider = (years: Years): Rule903 => {
  const without = new Set(withoutProvider(years.from))
  return rule('213', {
    ...years,
    needs: ['Episodes'],
    fields: ['PLACE_PROVIDER'],
    says: 'A placement provider is given for a placement that has none.',
    todo: 'Leave the placement provider blank, or correct the placement type.',
    find: r => {
      const [place, given] = [r.now.Episodes.text('PLACE'), r.now.Episodes.text('PLACE_PROVIDER')]
      return { Episodes: where(r.now.Episodes, i => given[i] != null && without.has(place[i] ?? '')) }
    },
  })
}

const always = { from: 2022 }

const place = (years: Years): Rule903 =>
  code(
    '146',
    years,
    'PLACE',
    placementTypes(years.from),
    'The placement type is none of this year’s codes.',
    'Choose a placement type that the return of this year knows.',
  )

/** The codes of an episode are codes of the year. A blank cell is not for these rules to speak of. */
export const episodeCodeRules = [
  code(
    '1009',
    always,
    'REASON_PLACE_CHANGE',
    'CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER'.split(' '),
    'The reason for the change of placement is none of the return’s codes.',
    'Choose the reason for the change of placement again.',
  ),
  code(
    '143',
    always,
    'RNE',
    'S P L T U B'.split(' '),
    'The reason for the new episode is none of S, L, P, T, B and U.',
    'Choose the reason for the new episode again.',
  ),
  code(
    '144',
    always,
    'LS',
    'C1 C2 D1 E1 V2 V3 V4 J1 J2 J3 L1 L2 L3'.split(' '),
    'The legal status is none of the return’s codes.',
    'Choose the legal status again.',
  ),
  code(
    '145',
    always,
    'CIN',
    'N1 N2 N3 N4 N5 N6 N7 N8'.split(' '),
    'The category of need is none of N1 to N8.',
    'Choose the category of need again. A child who is looked after has one of N1 to N8.',
  ),
  place({ from: 2022, to: 2023 }),
  place({ from: 2024, to: 2024 }),
  place({ from: 2025 }),
  code(
    '149',
    always,
    'REC',
    'X1 E11 E12 E13 E14 E15 E16 E17 E2 E3 E4A E4B E41 E45 E46 E47 E48 E5 E6 E7 E8 E9'.split(' '),
    'The reason why the episode ceased is none of the return’s codes.',
    'Choose the reason why the episode ceased again.',
  ),
  provider({ from: 2022, to: 2024 }),
  provider({ from: 2025 }),
  noProvider({ from: 2022, to: 2024 }),
  noProvider({ from: 2025 }),
] as const
