import type { Words } from './words.ts'

const agreed = 'e) Accommodated under S20'
const detained = 'f) Detained on child protection grounds in LA accommodation'
const justice = 'g) Youth justice legal Statuses'

export const legalWords: Words = {
  C1: 'a) Interim care orders',
  C2: 'b) Full care orders',
  D1: 'c) Freed for  Adoption',
  E1: 'd) Placement order granted',
  V2: agreed,
  V3: agreed,
  V4: agreed,
  L1: detained,
  L2: detained,
  L3: detained,
  J1: justice,
  J2: justice,
  J3: justice,
}

const single: Words = {
  P1: 'c) Placed with parents',
  P2: 'd) Independent living',
  P3: 'e) Residential employment',
  H5: 'f) Residential accommodation',
  K1: 'g) Secure Children’s Homes',
  K2: 'h) Children’s Homes',
  K3: 'f) Residential accommodation',
  R1: 'i) Residential Care Home',
  R2: 'j) NHS/Health Trust',
  R3: 'k) Family Centre or Mother and Baby Unit',
  R5: 'l) Young Offender Institution',
  S1: 'm) Residential school',
}
const families: Words = {
  U: 'a) Foster placement',
  A: 'b) Placed for adoption',
  Z: 'n) Other placements',
  T: 'o) Temporary placement',
}
export const placementWords = (code: unknown): string | undefined =>
  typeof code === 'string' ? (single[code] ?? families[code[0] ?? '']) : undefined

export const providerWords = (code: unknown): string | undefined =>
  typeof code !== 'string'
    ? undefined
    : code === 'PR1'
      ? 'a) Own LA'
      : code === 'PR4'
        ? 'b) Private'
        : 'c) Other'

const home = 'd) Returned home to live with parents or relatives'
const guardian = 'g) Special Guardianship Orders'
const independent = 'h) Moved into independent living'
const other = 'n) Care ceased for any other reason'

export const ceasedWords: Words = {
  E11: 'a) Adopted',
  E12: 'a) Adopted',
  E2: 'b) Died',
  E3: 'c) Care taken by another LA',
  E4A: home,
  E4B: home,
  E13: 'e) Left care to live with parents, relatives or other person with no parental responsibility',
  E41: 'f) Residence order granted',
  E45: guardian,
  E46: guardian,
  E47: guardian,
  E48: guardian,
  E5: independent,
  E6: independent,
  E7: 'i) Transferred to residential care funded by adult social services',
  E9: 'j) Sentenced to custody',
  E14: 'k) Accommodation on remand ended',
  E15: 'l) Age assessment determined child was 18 or over',
  E16: 'm) Child moved abroad',
  E17: other,
  E8: other,
  NK: other,
}

export const touchWords: Words = {
  YES: 'a) In touch',
  NO: 'b) Not in touch',
  REFU: 'b) Not in touch',
  NREQ: 'd) Exclude',
  RHOM: 'd) Exclude',
  DIED: 'd) Exclude',
}
export const NOT_RECORDED = 'c) Not recorded'

export const homeWords: Words = {
  B: 'a) With parents or relatives',
  C: 'b) Community home',
  D: 'c) Semi-independent transitional accommodation',
  E: 'd) Supported lodgings',
  G: 'e) Gone abroad',
  H: 'f) Deported',
  K: 'g) Ordinary lodgings',
  R: 'h) Residence not known',
  S: 'i) No fixed abode / homeless',
  T: 'j) Foyers',
  U: 'k) Independent living',
  V: 'l) Emergency accommodation',
  W: 'm) Bed and breakfast',
  X: 'n) In custody',
  Y: 'p) Other accommodation',
  Z: 'o) With Former Foster Carer',
}

const education = (time: string, kind: string) => `${time} time in ${kind}`
export const activityWords: Words = {
  F1: `F1: ${education('Full', 'higher education')}`,
  P1: `P1: ${education('Part', 'higher education')}`,
  F2: `F2: ${education('Full', 'education other than higher')}`,
  P2: `P2: ${education('Part', 'education other than higher')}`,
  F4: 'F4: Young person engaged full time in an apprenticeship',
  P4: 'P4: Young person engaged part time in an apprenticeship',
  F5: 'F5: Young person engaged full time in training or employment (not apprenticeship)',
  P5: 'P5: Young person engaged part time in training or employment (not apprenticeship)',
  G4: 'G4: Not in education, employment or training - illness or disability',
  G5: 'G5: Not in education, employment or training - other',
  G6: 'G6: Not in education, employment or training - pregnancy or parenting',
}

export const eligibility = {
  relevant: 'a) Relevant',
  former: 'b) Former relevant',
  qualifying: 'c) Qualifying',
  eligible: 'd) Eligible',
} as const
