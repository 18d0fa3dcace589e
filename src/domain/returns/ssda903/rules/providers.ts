import type { ColumnOf, ProviderColumn, Return903 } from './data.ts'
import { plainPostcode } from './postcode.ts'
import { listed, mismatched, unlisted } from './provider-list.ts'
import { type Rule903, rule } from './rule.ts'

const base = { needs: ['Episodes'], lookups: ['providers'] } as const

/** Whether a cell of the list, such as "U1, U2, U3", names a code. */
function named(column: ColumnOf<'Episodes'>, listing: ProviderColumn): Rule903['find'] {
  return r => {
    const codes = r.now.Episodes.text(column)
    const lists = listed(r, listing).map(text => new Set((text ?? '').split(/[\s,;|]+/)))
    return {
      Episodes: mismatched(
        r,
        (i, p) => lists[p]?.has(codes[i] ?? '') === true,
        i => codes[i] != null,
      ),
    }
  }
}

/** Whether a provider was still registered on an episode's day. */
const registeredOn = (days: (r: Return903) => (episode: number) => number): Rule903['find'] => {
  return r => {
    listed(r, 'REG_END')
    const ended = r.providers.days('REG_END')
    const day = days(r)
    return { Episodes: mismatched(r, (i, p) => !(day(i) > (ended[p] ?? Number.NaN))) }
  }
}

const postcodes = (from: number, to: number | undefined, inspected: readonly string[]): Rule903 => {
  const places = new Set(inspected)
  return rule('221', {
    ...base,
    from,
    ...(to === undefined ? {} : { to }),
    fields: ['PL_POST'],
    says: 'The postcode of the placement is not the one that Ofsted’s list gives for this URN.',
    todo: 'Check the URN, and the postcode at which the child lives.',
    find: r => {
      const e = r.now.Episodes
      const [posts, place, ls] = [e.text('PL_POST'), e.text('PLACE'), e.text('LS')]
      const theirs = listed(r, 'POSTCODE').map(p => (p === null ? '' : plainPostcode(p)))
      return {
        Episodes: mismatched(
          r,
          (i, p) => theirs[p] === plainPostcode(posts[i] ?? ''),
          i => posts[i] != null && places.has(place[i] ?? '') && ls[i] !== 'V3' && ls[i] !== 'V4',
        ),
      }
    },
  })
}

const whoseProvision = (from: number, to?: number): Rule903 =>
  rule('229', {
    ...base,
    lookups: ['providers', 'authority'],
    from,
    ...(to === undefined ? {} : { to }),
    fields: ['URN', 'PLACE_PROVIDER'],
    says: 'The placement is recorded as our own provision and the provider is in another authority, or the other way round.',
    todo: 'Check the URN and the placement provider. The authority is worked out from the provider’s postcode, and may be wrong.',
    find: r => {
      const whose = r.now.Episodes.text('PLACE_PROVIDER')
      const codes = listed(r, 'LA_CODE_INFERRED')
      const names = r.providers.text('LA_NAME_INFERRED')
      const ours = (p: number) => codes[p] === r.authority || names[p] === r.authority
      return {
        Episodes: mismatched(
          r,
          (i, p) => ours(p) === (whose[i] === 'PR1'),
          i => whose[i] === 'PR1' || whose[i] === 'PR2',
        ),
      }
    },
  })

/** Episodes against what Ofsted has on its list of providers. Whoever Ofsted does not inspect is left alone. */
export const providerRules = [
  rule('1008', {
    ...base,
    from: 2022,
    fields: ['URN'],
    says: 'The URN is not on Ofsted’s list of providers.',
    todo: 'Correct the URN. Write XXXXXXX where Ofsted does not inspect the provider.',
    find: r => ({ Episodes: unlisted(r) }),
  }),
  rule('219', {
    ...base,
    from: 2022,
    fields: ['URN', 'PLACE'],
    says: 'The provider with this URN does not offer this type of placement.',
    todo: 'Check the URN and the placement type.',
    find: named('PLACE', 'PLACE_CODES'),
  }),
  postcodes(2022, 2022, ['K1', 'K2', 'R3', 'S1']),
  postcodes(2023, 2023, ['H5', 'K1', 'K2', 'R3', 'S1']),
  postcodes(2024, undefined, ['H5', 'K1', 'K2', 'K3', 'R3', 'S1']),
  rule('224', {
    ...base,
    from: 2022,
    fields: ['PLACE_PROVIDER'],
    says: 'The placement provider is not one that Ofsted’s list gives for this URN.',
    todo: 'Check the URN, and whose provision it is.',
    find: named('PLACE_PROVIDER', 'PROVIDER_CODES'),
  }),
  rule('227', {
    ...base,
    from: 2022,
    fields: ['URN', 'DECOM'],
    says: 'The provider’s registration had ended when the episode began.',
    todo: 'Check the URN and the start of the episode.',
    find: registeredOn(r => {
      const decom = r.now.Episodes.days('DECOM')
      return i => decom[i] ?? Number.NaN
    }),
  }),
  rule('228', {
    ...base,
    from: 2022,
    fields: ['URN', 'DEC'],
    says: 'The provider’s registration ended before the episode did, or before the year’s end where it is open.',
    todo: 'Check the URN and the end of the episode. A placement that went on elsewhere is a new episode.',
    find: registeredOn(r => {
      const dec = r.now.Episodes.days('DEC')
      const blank = r.now.Episodes.text('DEC')
      return i => (blank[i] === null ? r.end : (dec[i] ?? Number.NaN))
    }),
  }),
  whoseProvision(2022, 2024),
  whoseProvision(2025),
] as const
