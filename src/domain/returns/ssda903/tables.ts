import {
  ethnicities,
  legalStatuses,
  needs,
  participation,
  placementChangeReasons,
  placementTypes,
  providers,
  sdqReasons,
  sexes,
} from '../../records/codes.ts'
import * as codes from './codes.ts'
import {
  anyDay,
  type Columns,
  code,
  day,
  id,
  optional,
  orElse,
  partDay,
  postcode,
  spare,
  upn,
  type ValuesOf,
  wholeNumber,
  words,
} from './columns.ts'

/** A file of the return. */
export interface Table<C extends Columns = Columns> {
  readonly code: string
  /** What one row is, in words. */
  readonly row: string
  /** The names under which it comes, without `.csv`, in small letters. */
  readonly files: readonly string[]
  /** Without it there is no return. */
  readonly needed: boolean
  readonly columns: C
  /** The columns that make a row one thing: the same row in two years, or twice in a file. */
  readonly key: readonly (keyof C & string)[]
  /** Said afresh each year, so last year's row is another thing. */
  readonly yearly: boolean
}

const table = <const C extends Columns>(
  name: string,
  d: {
    row: string
    columns: C
    key: readonly (keyof C & string)[]
    files?: string[]
    needed?: true
    yearly?: true
  },
): Table<C> => ({
  code: name,
  row: d.row,
  files: [name, ...(d.files ?? [])],
  needed: d.needed ?? false,
  columns: d.columns,
  key: d.key,
  yearly: d.yearly ?? false,
})

const CHILD = id('the child’s')
const who = { CHILD, DOB: spare(anyDay()) }
/** 1 and 2 until 2023-24; letters since. */
const SEX = code(sexes, { '1': 'M', '2': 'F', '0': 'U', '9': 'U' })
const flag = () => spare(code(codes.yesNo))

export const header = table('header', {
  row: 'child',
  needed: true,
  columns: {
    CHILD,
    SEX: orElse(SEX, 'U', sexes.U),
    DOB: day(),
    ETHNIC: orElse(code(ethnicities), 'NOBT', ethnicities.NOBT),
    UPN: spare(upn()),
    MOTHER: flag(),
    MC_DOB: spare(anyDay()),
  },
  key: ['CHILD'],
})

export const episodes = table('episodes', {
  row: 'episode',
  needed: true,
  columns: {
    CHILD,
    DECOM: day(),
    RNE: code(codes.newEpisodeReasons),
    LS: code(legalStatuses),
    CIN: code(needs),
    PLACE: code(placementTypes),
    PLACE_PROVIDER: spare(code(providers)),
    DEC: optional(day()),
    REC: optional(code(codes.endReasons)),
    REASON_PLACE_CHANGE: spare(code(placementChangeReasons)),
    HOME_POST: spare(postcode()),
    PL_POST: spare(postcode()),
    URN: spare(words(20)),
  },
  key: ['CHILD', 'DECOM'],
})

export const reviews = table('reviews', {
  row: 'review',
  columns: { ...who, REVIEW: day(), REVIEW_CODE: code(participation) },
  key: ['CHILD', 'REVIEW'],
})

export const missing = table('missing', {
  row: 'missing episode',
  columns: { ...who, MISSING: code(codes.missingKinds), MIS_START: day(), MIS_END: optional(day()) },
  key: ['CHILD', 'MIS_START'],
})

export const oc2 = table('oc2', {
  row: "child's health in the year",
  columns: {
    ...who,
    SDQ_SCORE: spare(wholeNumber(0, 40)),
    SDQ_REASON: spare(code(sdqReasons)),
    CONVICTED: flag(),
    HEALTH_CHECK: flag(),
    IMMUNISATIONS: flag(),
    TEETH_CHECK: flag(),
    HEALTH_ASSESSMENT: flag(),
    SUBSTANCE_MISUSE: flag(),
    INTERVENTION_RECEIVED: flag(),
    INTERVENTION_OFFERED: flag(),
  },
  key: ['CHILD'],
  yearly: true,
})

export const oc3 = table('oc3', {
  row: 'care leaver in the year',
  columns: {
    ...who,
    IN_TOUCH: code(codes.inTouch),
    ACTIV: optional(code(codes.activities)),
    ACCOM: optional(code(codes.accommodation)),
  },
  key: ['CHILD'],
  yearly: true,
})

export const ad1 = table('ad1', {
  row: 'adoption',
  columns: {
    ...who,
    DATE_INT: day(),
    DATE_MATCH: day(),
    FOSTER_CARE: flag(),
    NB_ADOPTR: spare(wholeNumber(1, 2)),
    SEX_ADOPTR: spare(code(codes.adopterSexes)),
    LS_ADOPTR: spare(code(codes.adopterStatuses)),
  },
  key: ['CHILD', 'DATE_MATCH'],
})

export const placedForAdoption = table('placed_for_adoption', {
  row: 'decision for adoption',
  files: ['placed_adoption', 'should_be_placed_for_adoption'],
  columns: {
    ...who,
    DATE_PLACED: day(),
    DATE_PLACED_CEASED: optional(day()),
    REASON_PLACED_CEASED: spare(code(codes.adoptionReversals)),
  },
  key: ['CHILD', 'DATE_PLACED'],
})

export const previousPermanence = table('previous_permanence', {
  row: 'earlier permanence order',
  files: ['prev_perm'],
  columns: {
    ...who,
    PREV_PERM: code(codes.previousPermanence),
    LA_PERM: spare(words(40)),
    DATE_PERM: spare(partDay()),
  },
  key: ['CHILD'],
  yearly: true,
})

export const uasc = table('uasc', {
  row: 'unaccompanied asylum-seeking child',
  columns: { ...who, SEX: spare(SEX), DUC: spare(anyDay()) },
  key: ['CHILD'],
  yearly: true,
})

/** Since 2023-24. */
export const swEpisodes = table('sw_episodes', {
  row: 'social worker',
  files: ['social_worker', 'sw_episode'],
  columns: {
    ...who,
    SW_ID: id('the worker’s'),
    SW_DECOM: day(),
    SW_DEC: optional(day()),
    SW_REASON: spare(code(codes.workerChanges)),
  },
  key: ['CHILD', 'SW_DECOM', 'SW_ID'],
})

/** Deprivation of liberty orders: from 2026-27. */
export const dolo = table('dolo', {
  row: 'deprivation of liberty order',
  columns: { ...who, DOLO_START: day(), DOLO_END: optional(anyDay()) },
  key: ['CHILD', 'DOLO_START'],
})

/** The return, in the order in which it is read and reported. */
export const tables = {
  header,
  episodes,
  reviews,
  missing,
  oc2,
  oc3,
  ad1,
  placed_for_adoption: placedForAdoption,
  previous_permanence: previousPermanence,
  uasc,
  sw_episodes: swEpisodes,
  dolo,
} as const
export type TableCode = keyof typeof tables
export type Values<T extends TableCode> = ValuesOf<(typeof tables)[T]['columns']>

/** Every table, for what is asked of them all alike. */
export const tableCodes = Object.keys(tables).filter((name): name is TableCode => Object.hasOwn(tables, name))
