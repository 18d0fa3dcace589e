/** Code sets of the return of children looked after (SSDA903) that few records use. Codes never change. */

/** Why there is no unique pupil number. */
export const withoutUpn = {
  UN1: 'Not of school age, and never had one',
  UN2: 'Never went to a maintained school in England',
  UN3: 'Educated outside England',
  UN4: 'New here, and not yet known',
  UN5: 'Sources differ on the name or the date of birth',
} as const

/** Why this worker and not another: said of the worker who begins. */
export const workerChanges = {
  MANAGE: 'Managing caseloads',
  FCONTA: 'First contact or re-referral',
  LEFTRL: 'The last worker left the role',
  ORGRST: 'Reorganisation',
  TSPROC: 'Transfer as usual',
  ABSENC: 'Absence, or return from it',
  CHCHAN: 'The child asked',
  PCCHAN: 'The parent or carer asked',
  SWDIED: 'The last worker died',
  OTHERS: 'Another reason',
} as const

export const previousPermanence = {
  Z1: 'No',
  P1: 'Adoption',
  P2: 'Special guardianship order',
  P3: 'Residence order or child arrangements order',
  P4: 'Yes, but not known which',
} as const

export const adopterSexes = {
  M1: 'One man',
  F1: 'One woman',
  MM: 'Two men',
  FF: 'Two women',
  MF: 'A man and a woman',
} as const

export const adopterStatuses = {
  L0: 'Single',
  L11: 'Married, different sex',
  L12: 'Married, same sex',
  L2: 'Civil partnership',
  L3: 'Unmarried, different sex',
  L4: 'Unmarried, same sex',
} as const

export const adoptionReversals = {
  RD1: 'The child’s needs changed',
  RD2: 'The court made no placement order',
  RD3: 'No adopters were found',
  RD4: 'Another reason',
} as const

/** Whether the authority is in touch with somebody who left care. */
export const inTouch = {
  YES: 'Yes',
  NO: 'No',
  REFU: 'They refuse contact',
  NREQ: 'They no longer need a service',
  RHOM: 'They returned home, six months ago or more',
  DIED: 'They have died',
} as const

export const leaverActivities = {
  F1: 'Higher education, full time',
  P1: 'Higher education, part time',
  F2: 'Other education, full time',
  P2: 'Other education, part time',
  F4: 'Apprenticeship, full time',
  P4: 'Apprenticeship, part time',
  F5: 'Training or employment, full time',
  P5: 'Training or employment, part time',
  G4: 'None: illness or disability',
  G5: 'None: other',
  G6: 'None: pregnancy or parenting',
  '0': 'Not known',
} as const

/** The letter of where somebody lives who left care. The return adds 1 where that is suitable, and 2 where not. */
export const leaverHomes = {
  B: 'With parents or relatives',
  C: 'Children’s home or other residential care',
  D: 'Semi-independent accommodation with support',
  E: 'Supported lodgings',
  G: 'Gone abroad',
  H: 'Deported',
  K: 'Ordinary lodgings, without formal support',
  R: 'Not known where',
  S: 'No fixed home',
  T: 'Foyer or the like',
  U: 'Independent living',
  V: 'Emergency accommodation',
  W: 'Bed and breakfast',
  X: 'In custody',
  Y: 'Other accommodation',
  Z: 'With former foster carers',
  '0': 'Not known',
} as const
