import { birthday, dayFromNumber, dayNumber } from '../../../kernel/day.ts'
import { once } from '../../check/frame.ts'

const born = once((key: number): number => {
  // Days before 1970 are negative: the remainder of a division would be too.
  const dob = Math.floor(key / 100)
  return dayNumber(birthday(dayFromNumber(dob), key - dob * 100))
})

/**
 * The day on which somebody is that many years old, as a number of days; NaN where the birth is not known. Whoever is
 * born on 29 February comes of age on 1 March in a common year (kernel/day.ts).
 * @param age whole years, 0 to 99
 */
export const birthdayOf = (dob: number, age: number): number =>
  Number.isNaN(dob) ? Number.NaN : born(dob * 100 + age)

/** Whether somebody is at least so old on a day. False where either is not known. */
export const atLeast = (dob: number, age: number, on: number): boolean => birthdayOf(dob, age) <= on
/** Whether somebody is younger than that on a day. False where either is not known. */
export const under = (dob: number, age: number, on: number): boolean => birthdayOf(dob, age) > on
