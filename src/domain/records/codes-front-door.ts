/** Code sets of the front door, assessment and closure (rules §1A, §5). Codes never change. */

/** What a contact can be. */
export const contactSorts = {
  worry: 'A worry about a child',
  caf: 'An early help assessment',
  advice: 'A request for advice',
  'domestic-abuse': 'A police notice of domestic abuse',
  hospital: 'A notice that a child attended A&E',
} as const

/** Notices, which come to the front door about every child of a household: others who know the child may be told too. */
export const isNotice = (sort: unknown): boolean => sort === 'domestic-abuse' || sort === 'hospital'

/** Who else is told of a notice, as the rules on sharing allow. */
export const alsoTold = {
  'health-visitor': 'Health visitor',
  midwife: 'Midwife',
  school: 'School or nursery',
  gp: 'GP',
} as const

/** Levels of need, as local thresholds set them out (rules 0; local). The words are what a referrer is told. */
export const levelsOfNeed = {
  1: 'Level 1: everyday services are enough',
  2: 'Level 2: early help from one or more services',
  3: 'Level 3: a child in need of social care',
  4: 'Level 4: significant harm, or likely',
} as const

export const contactOutcomes = {
  assess: 'Accepted: assess the child’s needs',
  protect: 'Accepted: strategy discussion',
  'early-help': 'Early help',
  'open-case': 'Passed to the worker the child has',
  advice: 'Advice and information',
  elsewhere: 'Passed to another council',
  nfa: 'No further action',
} as const

/** What becomes social care's work. */
export const isAccepted = (outcome: unknown): boolean => outcome === 'assess' || outcome === 'protect'

export const assessmentKinds = {
  initial: 'Initial assessment',
  core: 'Core assessment',
  single: 'Child and family assessment',
} as const

/** Why a case is closed (CIN census, reason for closure). */
export const closureReasons = {
  RC1: 'Adopted',
  RC2: 'Died',
  RC3: 'Child arrangements order',
  RC4: 'Special guardianship order',
  RC5: 'Moved to another council',
  RC6: 'Passed to adult services',
  RC7: 'Services ended: no longer needed',
  RC8: 'Closed after assessment, no further action',
  RC9: 'Closed after assessment, stepped down to early help',
} as const
