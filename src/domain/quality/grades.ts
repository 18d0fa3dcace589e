/** The four grades of an audit, best first. */
export const grades = {
  outstanding: 'Outstanding',
  good: 'Good',
  'requires-improvement': 'Requires improvement',
  inadequate: 'Inadequate',
} as const
export type Grade = keyof typeof grades

/** Best first: also the order in which agreement is weighed. */
export const GRADES: readonly Grade[] = ['outstanding', 'good', 'requires-improvement', 'inadequate']

export const isGrade = (value: unknown): value is Grade =>
  typeof value === 'string' && Object.hasOwn(grades, value)

/** Good or outstanding: what figures count. */
export const isGood = (g: Grade): boolean => g === 'outstanding' || g === 'good'

/** The answer where a standard asks for something that this child does not have, such as a plan. */
export const NOT_APPLICABLE = 'not-applicable'
