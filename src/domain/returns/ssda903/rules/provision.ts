import { where } from '../../check/frame.ts'
import { type Rule903, rule } from './rule.ts'

const base = { needs: ['Episodes'], fields: ['PLACE', 'PLACE_PROVIDER'] } as const
const ADVICE = 'Check the placement type, and whose provision it is.'

/** Placements of which nobody is the provider. */
const missing = (from: number, to: number | undefined, without: readonly string[]): Rule903 => {
  const free = new Set(without)
  return rule('526', {
    ...base,
    from,
    ...(to === undefined ? {} : { to }),
    says: 'It is not said whose provision the placement is.',
    todo: 'Record the placement provider (PR0 to PR5).',
    find: r => {
      const [place, whose] = [r.now.Episodes.text('PLACE'), r.now.Episodes.text('PLACE_PROVIDER')]
      return {
        Episodes: where(
          r.now.Episodes,
          i => whose[i] === null && place[i] !== null && !free.has(place[i] ?? ''),
        ),
      }
    },
  })
}

const never = (code: string, provider: string, places: readonly string[], says: string): Rule903 => {
  const wrong = new Set(places)
  return rule(code, {
    ...base,
    from: 2022,
    says,
    todo: ADVICE,
    find: r => {
      const [place, whose] = [r.now.Episodes.text('PLACE'), r.now.Episodes.text('PLACE_PROVIDER')]
      return { Episodes: where(r.now.Episodes, i => whose[i] === provider && wrong.has(place[i] ?? '')) }
    },
  })
}

const FAMILIES = ['P1', 'A3', 'A4', 'A5', 'A6', 'K1', 'K2', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6']

/** Whose provision a placement can be. */
export const provisionRules = [
  missing(2022, 2024, ['T0', 'T1', 'T2', 'T3', 'Z1']),
  missing(2025, undefined, ['T0', 'T1', 'T2', 'T3', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14']),
  never(
    '527',
    'PR1',
    ['P1', 'R2', 'R5'],
    'A placement with parents, in hospital or in youth custody is given as our own provision (PR1).',
  ),
  never(
    '528',
    'PR2',
    ['P1', 'R2', 'R5'],
    'A placement with parents, in hospital or in youth custody is given as another authority’s provision (PR2).',
  ),
  never(
    '529',
    'PR3',
    FAMILIES,
    'Another public body (PR3) is given for a placement that such a body can’t provide: with parents, for adoption, in foster care or in a children’s home.',
  ),
  never('530', 'PR4', ['P1'], 'A placement with parents is given as private provision (PR4).'),
  never('531', 'PR5', ['P1'], 'A placement with parents is given as a charity’s provision (PR5).'),
  rule('550', {
    ...base,
    from: 2022,
    says: 'Parents (PR0) are given as the provider, and the child is not placed with them (P1).',
    todo: ADVICE,
    find: r => {
      const [place, whose] = [r.now.Episodes.text('PLACE'), r.now.Episodes.text('PLACE_PROVIDER')]
      return { Episodes: where(r.now.Episodes, i => whose[i] === 'PR0' && place[i] !== 'P1') }
    },
  }),
] as const
