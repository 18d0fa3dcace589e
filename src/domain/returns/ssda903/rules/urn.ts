import { type Day, dayNumber } from '../../../kernel/day.ts'
import { where } from '../../check/frame.ts'
import { ADOPTIVE, isShortBreak, uninspected } from './placement-codes.ts'
import { listed, mismatched, NOT_OFSTED } from './provider-list.ts'
import { type Rule903, rule } from './rule.ts'

/** On this day, providers of supported accommodation had to be registered with Ofsted. */
const REGISTERED_FROM = dayNumber('2023-10-28' as Day)
const adoptive: ReadonlySet<string> = new Set(ADOPTIVE)

/**
 * Whether an authority is none in England: Ofsted inspects nothing there. Wales, Scotland and Northern Ireland have
 * codes of their own (W06000008, WAL); NUK is outside the United Kingdom, and CON a place that is kept confidential.
 */
const isElsewhere = (authority: string | null | undefined): boolean =>
  authority != null && /^([NSW]\d|NIR$|SCO$|WAL$|NUK$|CON$)/.test(authority)

type Years = { readonly from: number; readonly to?: number }

const required = (years: Years): Rule903 => {
  const without = new Set(uninspected(years.from))
  // Until the homes had to register, in the course of 2023-24, rule 230 speaks of them.
  if (years.from < 2024) without.add('H5')
  return rule('218', {
    ...years,
    needs: ['Episodes'],
    derived: ['Episodes.PL_LA'],
    fields: ['URN'],
    says: 'The URN of the provider is missing.',
    todo: 'Record the URN. Where Ofsted does not inspect the provider, write XXXXXXX if this year’s guide allows it.',
    find: r => {
      const e = r.now.Episodes
      const [place, dec, urn] = [e.text('PLACE'), e.days('DEC'), e.text('URN')]
      const [authority, ls] = [e.text('PL_LA'), e.text('LS')]
      return {
        Episodes: where(e, i => {
          if (urn[i] != null || without.has(place[i] ?? '') || isElsewhere(authority[i])) return false
          // Rule 214 forbids it for short breaks.
          return !((dec[i] ?? Number.NaN) < r.start) && !isShortBreak(ls[i])
        }),
      }
    },
  })
}

const needless = (years: Years): Rule903 => {
  const without = new Set(uninspected(years.from))
  return rule('222', {
    ...years,
    needs: ['Episodes'],
    fields: ['URN'],
    says: 'A URN is given for a placement of a type that Ofsted does not inspect.',
    todo: 'Take the URN out, or correct the placement type.',
    find: r => {
      const [place, urn] = [r.now.Episodes.text('PLACE'), r.now.Episodes.text('URN')]
      return {
        Episodes: where(
          r.now.Episodes,
          i => urn[i] != null && urn[i] !== NOT_OFSTED && without.has(place[i] ?? ''),
        ),
      }
    },
  })
}

/** The number under which Ofsted has registered a provider: where there must be one, and where none can be. */
export const urnRules = [
  required({ from: 2022, to: 2023 }),
  required({ from: 2024, to: 2024 }),
  required({ from: 2025 }),
  needless({ from: 2022, to: 2022 }),
  needless({ from: 2023, to: 2023 }),
  needless({ from: 2024, to: 2024 }),
  needless({ from: 2025 }),
  rule('230', {
    from: 2023,
    to: 2023,
    needs: ['Episodes'],
    derived: ['Episodes.PL_LA'],
    fields: ['PLACE', 'DEC', 'URN'],
    says: 'The placement in supported accommodation (H5) went on after 28 October 2023 and has no URN.',
    todo: 'Record the provider’s URN. XXXXXXX does not do: these providers are registered with Ofsted.',
    find: r => {
      const e = r.now.Episodes
      const [place, dec, urn, authority] = [e.text('PLACE'), e.days('DEC'), e.text('URN'), e.text('PL_LA')]
      return {
        Episodes: where(e, i => {
          if (place[i] !== 'H5' || (urn[i] != null && urn[i] !== NOT_OFSTED)) return false
          return !((dec[i] ?? Number.NaN) <= REGISTERED_FROM) && !isElsewhere(authority[i])
        }),
      }
    },
  }),
  rule('241', {
    from: 2025,
    needs: ['Episodes'],
    derived: ['Episodes.PL_LA'],
    lookups: ['providers'],
    fields: ['URN'],
    says: 'The provider of supported accommodation has no premises in the authority of the placement.',
    todo: 'Check the URN and the placement’s postcode.',
    find: r => {
      const [place, authority] = [r.now.Episodes.text('PLACE'), r.now.Episodes.text('PL_LA')]
      const [codes, names] = [listed(r, 'LA_CODE_INFERRED'), r.providers.text('LA_NAME_INFERRED')]
      return {
        Episodes: mismatched(
          r,
          (i, p) => codes[p] == null || codes[p] === authority[i] || names[p] === authority[i],
          i => place[i] === 'K3' && authority[i] != null,
        ),
      }
    },
  }),
  rule('242', {
    from: 2025,
    needs: ['Episodes'],
    fields: ['URN'],
    says: 'XXXXXXX stands for the URN, and the placement is not one for adoption.',
    todo: 'Record the provider’s URN. XXXXXXX is for regional adoption agencies alone.',
    find: r => {
      const [place, urn] = [r.now.Episodes.text('PLACE'), r.now.Episodes.text('URN')]
      return { Episodes: where(r.now.Episodes, i => urn[i] === NOT_OFSTED && !adoptive.has(place[i] ?? '')) }
    },
  }),
  rule('243', {
    from: 2025,
    needs: ['Episodes'],
    derived: ['Episodes.PL_LA'],
    fields: ['URN'],
    says: 'A URN is given, and the placement is not in England.',
    todo: 'Take the URN out, or check the placement’s postcode. Ofsted registers providers in England alone.',
    find: r => {
      const [authority, urn] = [r.now.Episodes.text('PL_LA'), r.now.Episodes.text('URN')]
      return { Episodes: where(r.now.Episodes, i => urn[i] != null && isElsewhere(authority[i])) }
    },
  }),
] as const
