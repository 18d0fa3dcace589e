import type { Year } from '../../check/rule.ts'

/** Placed for adoption, with the carers who fostered the child (A3, A5) or with others. */
export const ADOPTIVE = ['A3', 'A4', 'A5', 'A6'] as const
export const FOSTER = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'] as const
/** Hospital, holidays and other short absences from the placement that the child goes back to. */
export const TEMPORARY = ['T0', 'T1', 'T2', 'T3', 'T4'] as const

/** Where young people live semi-independently: H5 and P2 until 2023-24, supported accommodation (K3) since. */
export const SEMI_INDEPENDENT = ['H5', 'P2', 'K3'] as const

/** Placements of other kinds: Z1 until 2024-25, told apart since. */
export const other = (year: Year): readonly string[] => (year < 2025 ? ['Z1'] : ['Z11', 'Z12', 'Z13', 'Z14'])

/** Every placement type that a year knows. */
export const placementTypes = (year: Year): readonly string[] => [
  ...ADOPTIVE,
  ...(year < 2024 ? ['H5', 'P2'] : ['K3']),
  ...['K1', 'K2', 'P1', 'P3', 'R1', 'R2', 'R3', 'R5', 'S1'],
  ...TEMPORARY,
  ...FOSTER,
  ...other(year),
]

/** Placements that nobody provides, and for which no placement provider is given. */
export const withoutProvider = (year: Year): readonly string[] => ['T0', 'T1', 'T2', 'T3', ...other(year)]

/**
 * Placements in settings that Ofsted does not inspect: with parents, in employment, in care homes, hospitals and
 * young offender institutions, temporary and other ones. Semi-independent homes had to register from 28 October 2023.
 */
export const uninspected = (year: Year): readonly string[] => [
  ...(year < 2023 ? ['H5'] : []),
  ...(year < 2024 ? ['P2'] : []),
  ...['P1', 'P3', 'R1', 'R2', 'R5'],
  ...TEMPORARY,
  ...other(year),
]

/** Short breaks: their series of placements is recorded one by one (V3), or as one agreement (V4). */
export const isShortBreak = (legalStatus: string | null | undefined): boolean =>
  legalStatus === 'V3' || legalStatus === 'V4'
