/** The letters and digits of a child ID: none that are read as another (no 0/O, 1/I/L, 5/S, U/V). */
const ALPHABET = '2346789ABCDEFGHJKMNPQRTWXYZ'

/** Digits used up by one letter of a child ID. */
const BASE = ALPHABET.length

/** None shares a factor with 27, nor does any differ from the next by one that does: so no slip cancels out. */
const WEIGHTS = [1, 2, 4, 5, 7, 8, 10]

function checkLetter(body: string): string {
  const sum = [...body].reduce((total, letter, i) => total + (WEIGHTS[i] ?? 0) * ALPHABET.indexOf(letter), 0)
  return ALPHABET[sum % BASE] ?? ''
}

/**
 * A child's ID outside the product: seven letters and a check letter. Three national feeds accept nothing over ten
 * characters or with a hyphen (CLA.xsd CHILDID; CIN rules 1570, 1580), and it is read out over the telephone.
 * @param seed a whole number of at least 0; the same number gives the same ID, up to 27^7 (ten thousand million)
 */
export function childCode(seed: number): string {
  let rest = Math.floor(seed)
  let body = ''
  for (let i = 0; i < 7; i += 1) {
    body = (ALPHABET[rest % BASE] ?? '') + body
    rest = Math.floor(rest / BASE)
  }
  return body + checkLetter(body)
}

/** True where a text is one of our child IDs with its check letter right: a mistyped letter, or two swapped, are told. */
export const isChildCode = (text: string): boolean =>
  text.length === 8 && [...text].every(c => ALPHABET.includes(c)) && checkLetter(text.slice(0, 7)) === text[7]

/** How many different child IDs there are. */
export const CHILD_CODES = BASE ** 7
