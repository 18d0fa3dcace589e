/**
 * What an assessment found to be behind the child’s needs (CIN census, factors identified at the end of assessment).
 * Codes never change. 18A and 19A are of assessments before April 2022: since then B or C says by whom.
 */
export const assessmentFactors = {
  '1A': 'Alcohol: the child',
  '1B': 'Alcohol: a parent or carer',
  '1C': 'Alcohol: someone else in the home',
  '2A': 'Drugs: the child',
  '2B': 'Drugs: a parent or carer',
  '2C': 'Drugs: someone else in the home',
  '3A': 'Domestic abuse: of the child',
  '3B': 'Domestic abuse: of a parent or carer',
  '3C': 'Domestic abuse: of someone else in the home',
  '4A': 'Mental health: the child’s',
  '4B': 'Mental health: a parent’s or carer’s',
  '4C': 'Mental health: of someone else in the home',
  '5A': 'Learning disability: the child’s',
  '5B': 'Learning disability: a parent’s or carer’s',
  '5C': 'Learning disability: of someone else in the home',
  '6A': 'Physical disability or illness: the child’s',
  '6B': 'Physical disability or illness: a parent’s or carer’s',
  '6C': 'Physical disability or illness: of someone else in the home',
  '7A': 'Young carer',
  '8B': 'Privately fostered: from overseas, means to return',
  '8C': 'Privately fostered: from overseas, means to stay',
  '8D': 'Privately fostered: from the UK, for education',
  '8E': 'Privately fostered: from the UK, arranged by the family',
  '8F': 'Privately fostered: other',
  '9A': 'Unaccompanied child seeking asylum',
  '10A': 'Going missing',
  '11A': 'Sexual exploitation',
  '12A': 'Trafficking',
  '13A': 'Gangs',
  '14A': 'Socially unacceptable behaviour',
  '15A': 'Self-harm',
  '16A': 'Neglect',
  '17A': 'Emotional abuse',
  '18A': 'Physical abuse, by whom not said (to March 2022)',
  '18B': 'Physical abuse by another child',
  '18C': 'Physical abuse by an adult',
  '19A': 'Sexual abuse, by whom not said (to March 2022)',
  '19B': 'Sexual abuse by another child',
  '19C': 'Sexual abuse by an adult',
  '20': 'Something else',
  '21': 'None of these, and no further action',
  '22A': 'Female genital mutilation',
  '23A': 'Abuse linked to faith or belief',
  '24A': 'Criminal exploitation',
} as const
export type AssessmentFactor = keyof typeof assessmentFactors

/** The factors as they are offered, with what belongs together side by side; what is no longer used is not offered. */
export const factorGroups = [
  { title: 'Abuse and neglect', codes: ['16A', '17A', '18C', '18B', '19C', '19B', '22A', '23A'] },
  { title: 'Domestic abuse', codes: ['3A', '3B', '3C'] },
  { title: 'Alcohol and drugs', codes: ['1A', '1B', '1C', '2A', '2B', '2C'] },
  { title: 'Mental health', codes: ['4A', '4B', '4C', '15A'] },
  { title: 'Disability, illness and caring', codes: ['5A', '5B', '5C', '6A', '6B', '6C', '7A'] },
  { title: 'Harm outside the home', codes: ['10A', '11A', '24A', '12A', '13A', '14A'] },
  { title: 'Away from parents', codes: ['9A', '8B', '8C', '8D', '8E', '8F'] },
  { title: 'Other', codes: ['20', '21'] },
] as const satisfies readonly {
  readonly title: string
  readonly codes: readonly AssessmentFactor[]
}[]
