import { type Day, day, longDay } from '../kernel/day.ts'
import { assessmentKinds } from '../records/codes-front-door.ts'

export type AssessmentKind = keyof typeof assessmentKinds

/** When Working Together 2013 put one assessment in place of two; a council may have changed over on another day. */
export const SINGLE_FROM: Day = day('2013-04-15')

/**
 * Which assessment begins with a referral accepted on a day (rules R05–R07).
 * @param singleFrom the first day on which this council makes single assessments
 */
export const assessmentKindOn = (on: Day, singleFrom: Day = SINGLE_FROM): 'initial' | 'single' =>
  on < singleFrom ? 'initial' : 'single'

/**
 * What to say, calmly, of a kind of assessment that was not made here when it began; nothing where it was. What began
 * as an initial or core assessment before the change may be finished as one after it, so only its beginning is asked.
 */
export function kindDoubt(kind: unknown, began: Day, singleFrom: Day = SINGLE_FROM): string | undefined {
  const fits = assessmentKindOn(began, singleFrom)
  if (kind === 'single' && fits !== 'single')
    return `Single assessments began here on ${longDay(singleFrom)}. This one began on ${longDay(began)}, when initial and core assessments were made. Check which it is.`
  if ((kind === 'initial' || kind === 'core') && fits === 'single')
    return `${assessmentKinds[kind]}s gave way to single assessments here on ${longDay(singleFrom)}. This one began on ${longDay(began)}. Check which it is.`
  return undefined
}
