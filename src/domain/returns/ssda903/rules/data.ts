import { type Day, dayNumber } from '../../../kernel/day.ts'
import { type Frame, noFrame, once } from '../../check/frame.ts'
import { type Groups, groupRows } from '../../check/groups.ts'
import type { Lookup, Year } from '../../check/rule.ts'

/** The tables of the SSDA903 and their columns, by the names that the sector's rules use for them. */
export const columnsOf = {
  Header: ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB', 'UASC'],
  Episodes: [
    'CHILD',
    'DECOM',
    'RNE',
    'LS',
    'CIN',
    'PLACE',
    'PLACE_PROVIDER',
    'DEC',
    'REC',
    'REASON_PLACE_CHANGE',
    'HOME_POST',
    'PL_POST',
    'URN',
    'PL_LA',
    'PL_LOCATION',
    'PL_DISTANCE',
  ],
  Reviews: ['CHILD', 'DOB', 'REVIEW', 'REVIEW_CODE'],
  UASC: ['CHILD', 'DOB', 'SEX', 'DUC'],
  OC2: [
    'CHILD',
    'DOB',
    'SDQ_SCORE',
    'SDQ_REASON',
    'CONVICTED',
    'HEALTH_CHECK',
    'IMMUNISATIONS',
    'TEETH_CHECK',
    'HEALTH_ASSESSMENT',
    'SUBSTANCE_MISUSE',
    'INTERVENTION_RECEIVED',
    'INTERVENTION_OFFERED',
  ],
  OC3: ['CHILD', 'DOB', 'IN_TOUCH', 'ACTIV', 'ACCOM'],
  AD1: ['CHILD', 'DOB', 'DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'],
  PlacedAdoption: ['CHILD', 'DOB', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
  PrevPerm: ['CHILD', 'DOB', 'PREV_PERM', 'LA_PERM', 'DATE_PERM'],
  Missing: ['CHILD', 'DOB', 'MISSING', 'MIS_START', 'MIS_END'],
  SWEpisodes: ['CHILD', 'DOB', 'SW_ID', 'SW_DECOM', 'SW_DEC', 'SW_REASON'],
  DoLo: ['CHILD', 'DOB', 'DOLO_START', 'DOLO_END'],
} as const

export type TableName = keyof typeof columnsOf
export type ColumnOf<T extends TableName> = (typeof columnsOf)[T][number]
/** A table of this year's return, or of last year's: `Episodes_last`. */
export type AnyTable = TableName | `${TableName}_last`

export const isTable = (name: string): name is TableName => Object.hasOwn(columnsOf, name)
export const tableNames = Object.keys(columnsOf).filter(isTable)

/** One year's return. */
export type Tables = { readonly [T in TableName]: Frame<ColumnOf<T>> }

/**
 * A row of the list of providers: what Ofsted has registered under a URN. REG_END is the day on which registration
 * ended, blank while it lasts; PLACE_CODES the placement types on offer ("U1,U2,U3") and PROVIDER_CODES whose
 * provision it is ("PR1,PR4"); the authority's code and name are worked out from the postcode.
 */
export type ProviderColumn =
  | 'URN'
  | 'REG_END'
  | 'POSTCODE'
  | 'PLACE_CODES'
  | 'PROVIDER_CODES'
  | 'LA_CODE_INFERRED'
  | 'LA_NAME_INFERRED'

/** Everything that a rule of the SSDA903 may look at. */
export interface Return903 {
  readonly year: Year
  /** The first and the last day of the collection year, as numbers of days. */
  readonly start: number
  readonly end: number
  /** The form in which it came: one of the rules holds for the XML alone. */
  readonly form: 'csv' | 'xml'
  readonly now: Tables
  /** The return of the year before; tables that are absent where it was not given. */
  readonly last: Tables
  readonly providers: Frame<ProviderColumn>
  /** The authority, by the code or name that PL_LA uses. */
  readonly authority: string | null
  readonly lookups: ReadonlySet<Lookup>
  /** A table's rows by child, each child's in the order of the given columns' days. Worked out once for all rules. */
  readonly byChild: <T extends TableName>(year: 'now' | 'last', table: T, ...days: ColumnOf<T>[]) => Groups
}

export const noTables = (): Tables => ({
  Header: noFrame('uk'),
  Episodes: noFrame('uk'),
  Reviews: noFrame('uk'),
  UASC: noFrame('uk'),
  OC2: noFrame('uk'),
  OC3: noFrame('uk'),
  AD1: noFrame('uk'),
  PlacedAdoption: noFrame('uk'),
  PrevPerm: noFrame('uk'),
  Missing: noFrame('uk'),
  SWEpisodes: noFrame('uk'),
  DoLo: noFrame('uk'),
})

export interface Given903 {
  readonly year: Year
  readonly now: Partial<Tables>
  readonly last?: Partial<Tables>
  readonly form?: 'csv' | 'xml'
  /** The collection year's days, where they are not 1 April to 31 March. */
  readonly start?: Day
  readonly end?: Day
  readonly providers?: Frame<ProviderColumn>
  readonly authority?: string | null
}

/** Makes a return ready to be asked: what is not given is absent, and said to be. */
export function return903(given: Given903): Return903 {
  const now: Tables = { ...noTables(), ...given.now }
  const last: Tables = { ...noTables(), ...given.last }
  const groups = once((key: string): Groups => {
    const [which, table = '', ...days] = key.split('|')
    const of: Frame = (which === 'last' ? last : now)[isTable(table) ? table : 'Header']
    return groupRows(of.text('CHILD'), ...days.map(d => of.days(d)))
  })
  const lookups = new Set<Lookup>()
  if (now.Episodes.given.has('PL_LA') || now.Episodes.given.has('PL_DISTANCE')) lookups.add('postcodes')
  if (given.providers) lookups.add('providers')
  if (given.authority) lookups.add('authority')
  const of = (year: number, monthDay: string) => dayNumber(`${year}-${monthDay}` as Day)
  return {
    year: given.year,
    start: given.start ? dayNumber(given.start) : of(given.year, '04-01'),
    end: given.end ? dayNumber(given.end) : of(given.year + 1, '03-31'),
    form: given.form ?? 'csv',
    now,
    last,
    providers: given.providers ?? noFrame('uk'),
    authority: given.authority ?? null,
    lookups,
    byChild: (year, table, ...days) => groups([year, table, ...days].join('|')),
  }
}
