import { places, streets } from './names.ts'

/** The letters that stand in the second half of a postcode. */
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ'
const letter = (n: number): string => LETTERS[n % LETTERS.length] ?? 'A'

/**
 * An address with its postcode: in the area EM, which the Post Office has given to nobody. The same house has the same
 * postcode, and so have its neighbours.
 */
export function addressAt(house: number, street: string, place: string): string {
  const [s, p] = [Math.max(0, streets.indexOf(street)), Math.max(0, places.indexOf(place))]
  return `${house} ${street}, ${place}, EM${p + 1} ${s % 10}${letter(s)}${letter(Math.floor(house / 12) + p * 3)}`
}
