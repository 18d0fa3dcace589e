/** The record's codes in the words of the inspectors' lists (Annex A). */
export type Words = Readonly<Record<string, string>>

export const yes = (is: boolean): string => (is ? 'Yes' : 'No')

export const genders: Words = { M: 'a) Male', F: 'b) Female', U: 'c) Not stated/recorded' }

const groups: Words = {
  W: 'a) White',
  M: 'b) Mixed',
  A: 'c) Asian or Asian British',
  B: 'd) Black or black British',
  C: 'e) Other ethnic group',
  O: 'e) Other ethnic group',
}
const NOT_STATED = 'f) Not stated'
/** The broad group of an ethnicity; refused or not yet known is not stated. */
export const ethnicGroup = (code: string | null): string =>
  code === null || code === 'REFU' || code === 'NOBT' ? NOT_STATED : (groups[code[0] ?? ''] ?? NOT_STATED)

const sources: Words = {
  1: 'a) Individual',
  '2A': 'b) Schools',
  '2B': 'c) Education services',
  3: 'd) Health services',
  4: 'e) Housing',
  5: 'f) LA services',
  6: 'g) Police',
  7: 'h) Other legal agency',
  8: 'i) Other',
  9: 'j) Anonymous',
  10: 'k) Unknown',
}
/** Who made a contact or referral, in the broad groups of the lists. */
export const sourceWords = (code: unknown): string =>
  typeof code === 'string'
    ? (sources[code] ?? sources[code.replace(/[A-Z]$/, '')] ?? 'k) Unknown')
    : 'k) Unknown'

export const needWords: Words = {
  N1: 'a) Abuse or neglect',
  N2: "b) Child's disability",
  N3: 'c) Parents illness or disability',
  N4: 'd) Family in acute stress',
  N5: 'e) Family dysfunction',
  N6: 'f) Socially unacceptable behaviour',
  N7: 'g) Low income',
  N8: 'h) Absent parenting',
  N9: 'i) Not CIN',
  N0: 'j) Not stated',
}

export const closureWords: Words = {
  RC1: 'a) Adopted',
  RC2: 'b) Died',
  RC3: 'c) Residence Order',
  RC4: 'd) Special Guardianship Order',
  RC5: 'e) Transfer to another LA',
  RC6: 'f) Transfer to Adult Social Services',
  RC7: "g) 'Other' incl. Child no longer in need",
  RC8: 'h) Child not in need after assessment',
  RC9: 'h) Child not in need after assessment',
}

export const caseStatus = {
  care: 'a) Looked after child',
  protection: 'b) Child Protection plan',
  need: 'c) Child in need plan',
  assessment: 'd) Open assessment',
  closed: 'e) Closed episode',
} as const

export const abuseWords: Words = {
  NEG: 'a) Neglect',
  PHY: 'b) Physical Abuse',
  SAB: 'c) Sexual Abuse',
  EMO: 'd) Emotional Abuse',
  MUL: 'e) Multiple',
}

export const reversalWords: Words = {
  RD1: 'a) Child’s needs changed',
  RD2: 'b) Court did not make a PO',
  RD3: 'c) Prospective adopters cannot be found',
  RD4: 'd) Any other reason',
}
