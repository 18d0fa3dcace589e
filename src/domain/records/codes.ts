/** Code sets of the national returns, in plain words (rules §5; specs/ssd-model.json). Codes never change. */

export const sexes = { F: 'Female', M: 'Male', U: 'Not known' } as const

export const ethnicities = {
  WBRI: 'White British',
  WIRI: 'White Irish',
  WOTH: 'Any other White background',
  WIRT: 'Traveller of Irish heritage',
  WROM: 'Gypsy or Roma',
  MWBC: 'White and Black Caribbean',
  MWBA: 'White and Black African',
  MWAS: 'White and Asian',
  MOTH: 'Any other mixed background',
  AIND: 'Indian',
  APKN: 'Pakistani',
  ABAN: 'Bangladeshi',
  AOTH: 'Any other Asian background',
  BCRB: 'Black Caribbean',
  BAFR: 'Black African',
  BOTH: 'Any other Black background',
  CHNE: 'Chinese',
  OOTH: 'Any other ethnic group',
  REFU: 'Refused to say',
  NOBT: 'Not yet known',
} as const

/** What a child’s disability is (CIN census; the sector’s daily feed asks the same). */
export const disabilities = {
  MOB: 'Mobility',
  HAND: 'Hand function',
  PC: 'Personal care',
  INC: 'Incontinence',
  COMM: 'Communication',
  LD: 'Learning',
  HEAR: 'Hearing',
  VIS: 'Vision',
  BEH: 'Behaviour',
  CON: 'Consciousness',
  AUT: 'Autism or Asperger syndrome',
  DDA: 'Another disability under the Equality Act',
} as const

/** The broad groups in which figures are split. */
export const ethnicGroups: Readonly<Record<string, string>> = {
  W: 'White',
  M: 'Mixed',
  A: 'Asian or Asian British',
  B: 'Black or Black British',
  C: 'Chinese',
  O: 'Other',
  R: 'Not known',
  N: 'Not known',
}

export const needs = {
  N1: 'Abuse or neglect',
  N2: "Child's disability",
  N3: "Parent's disability or illness",
  N4: 'Family in acute stress',
  N5: 'Family dysfunction',
  N6: 'Socially unacceptable behaviour',
  N7: 'Low income',
  N8: 'Absent parenting',
} as const

export const legalStatuses = {
  V2: 'Accommodated by agreement (section 20)',
  C1: 'Interim care order',
  C2: 'Full care order',
  D1: 'Freeing order',
  E1: 'Placement order',
  V3: 'Short breaks under one agreement',
  V4: 'Single period of short breaks',
  L1: 'Police protection',
  L2: 'Emergency protection order',
  L3: 'Child assessment order',
  J1: 'Remanded to local authority care',
  J2: 'Accommodated under PACE',
  J3: 'Youth rehabilitation order with residence',
} as const

export const placementTypes = {
  U1: 'Foster care with relative or friend, long term',
  U2: 'Foster care with relative or friend, fostering for adoption',
  U3: 'Foster care with relative or friend',
  U4: 'Foster care, long term',
  U5: 'Foster care, fostering for adoption',
  U6: 'Foster care',
  K1: 'Secure children’s home',
  K2: 'Children’s home',
  K3: 'Supported accommodation',
  H5: 'Semi-independent living (to 2024-25)',
  P1: 'Placed with own parents',
  P2: 'Independent living (to 2024-25)',
  P3: 'Residential employment',
  A3: 'Placed for adoption with consent, current foster carer',
  A4: 'Placed for adoption with consent',
  A5: 'Placed for adoption under placement order, current foster carer',
  A6: 'Placed for adoption under placement order',
  R1: 'Residential care home',
  R2: 'NHS or health provision',
  R3: 'Family centre or mother and baby unit',
  R5: 'Young offender institution',
  S1: 'Residential school',
  T0: 'Temporary move, all kinds',
  T1: 'Temporary: in hospital',
  T2: 'Temporary: on holiday',
  T3: 'Temporary: carer away',
  T4: 'Temporary: seven days or less',
  Z1: 'Other placement',
  Z11: 'Other: unregistered, awaiting registration',
  Z12: 'Other: unregistered children’s home',
  Z13: 'Other: unregistered supported accommodation',
  Z14: 'Other: not required to register',
} as const

export const providers = {
  PR0: 'Parent or other with parental responsibility',
  PR1: 'Own provision',
  PR2: 'Other local authority',
  PR3: 'Other public provision',
  PR4: 'Private provision',
  PR5: 'Voluntary provision',
} as const

export const placementChangeReasons = {
  CARPL: 'Change to or within the care plan',
  CLOSE: 'Provision closed',
  ALLEG: 'Allegation',
  STAND: 'Standards concern',
  APPRR: 'Approval removed',
  CREQB: 'Carer asked, because of behaviour',
  CREQO: 'Carer asked, for another reason',
  CHILD: 'Child asked',
  LAREQ: 'Area authority asked',
  PLACE: 'Placing authority asked',
  CUSTOD: 'Custody',
  OTHER: 'Other reason',
} as const

export const ceasedReasons = {
  E11: 'Adopted, application unopposed',
  E12: 'Adopted, consent dispensed with',
  E2: 'Died',
  E3: 'Care taken over by another authority',
  E4A: 'Returned home to parents, planned',
  E4B: 'Returned home to parents, not planned',
  E13: 'Left care to live with parents or relatives, no responsibility',
  E41: 'Residence or child arrangements order',
  E45: 'Special guardianship, former foster carer who is a relative or friend',
  E46: 'Special guardianship, former foster carer, not a relative',
  E47: 'Special guardianship, relative or friend who was not the foster carer',
  E48: 'Special guardianship, other carer',
  E5: 'Moved to independent living, supportive accommodation',
  E6: 'Moved to independent living, no formal support',
  E7: 'Moved to adult social care',
  E9: 'Sentenced to custody',
  E14: 'Accommodation on remand ended',
  E15: 'Age assessment found to be 18 or over',
  E16: 'Child moved abroad',
  E17: 'Aged 18 and stayed with current carers',
  E8: 'Ended for another reason',
  NK: 'Not known',
} as const

export const participation = {
  PN0: 'Under 4 at the review',
  PN1: 'Attended and spoke',
  PN2: 'Attended, spoke through an advocate',
  PN3: 'Attended, gave views without words',
  PN4: 'Attended, gave no views',
  PN5: 'Absent, advocate spoke for them',
  PN6: 'Absent, sent views',
  PN7: 'Absent, sent no views',
} as const

export const protectionCategories = {
  NEG: 'Neglect',
  EMO: 'Emotional abuse',
  PHY: 'Physical abuse',
  SAB: 'Sexual abuse',
  MUL: 'Multiple',
} as const

export const referralSources = {
  '1A': 'Family member, relative or carer',
  '1B': 'Acquaintance',
  '1C': 'The child',
  '1D': 'Other individual',
  '2A': 'School',
  '2B': 'Education service',
  '3A': 'GP',
  '3B': 'Health visitor',
  '3C': 'School nurse',
  '3D': 'Other primary health',
  '3E': 'Emergency department',
  '3F': 'Other health',
  '4': 'Housing',
  '5A': 'Own social care',
  '5B': 'Other part of the council',
  '5C': 'Other council',
  '5D': 'Early help',
  '6': 'Police',
  '7': 'Other legal agency',
  '8': 'Other',
  '9': 'Anonymous',
  '10': 'Not known',
} as const

export const sdqReasons = {
  SDQ1: 'No form returned: child under or over age',
  SDQ2: 'Carer refused',
  SDQ3: 'Not possible: severe disability',
  SDQ4: 'Other',
  SDQ5: 'Child refused',
} as const
