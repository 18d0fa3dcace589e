/** The letters of a unique pupil number: I, O and S are not used, since they look like figures. A is worth 0, Z 22. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'

const inside = (n: number, from: number, to: number): boolean => n >= from && n <= to

/** Figures 2 to 4 that were never an authority's, between those that were. */
const NEVER = new Set([804, 809, 814, ...[817, 818, 819, 824, 827, 828, 829, 832, 833, 834], 842, 843, 844])

/**
 * Whether a number of three figures is that of an authority that gives out, or gave out, pupil numbers. England's present
 * authorities and those they came out of, with the counties of before 1998; 001 to 005 for numbers that were given
 * centrally; Wales; and the Channel Islands, the Isle of Man and schools of the armed forces abroad.
 * @param until the last figures among England's new authorities: they grow with each reorganisation
 */
export function isAuthority(n: number, until: number): boolean {
  return (
    inside(n, 1, 5) ||
    inside(n, 201, 213) ||
    inside(n, 301, 320) ||
    inside(n, 330, 336) ||
    inside(n, 340, 344) ||
    inside(n, 350, 359) ||
    inside(n, 370, 373) ||
    inside(n, 380, 384) ||
    inside(n, 390, 394) ||
    n === 420 ||
    inside(n, 660, 681) ||
    inside(n, 701, 708) ||
    (inside(n, 800, 846) && !NEVER.has(n)) ||
    inside(n, 850, 852) ||
    inside(n, 855, 857) ||
    inside(n, 860, 861) ||
    inside(n, 865, 896) ||
    inside(n, 901, 938) ||
    inside(n, 940, until)
  )
}

/** What a character of a number is worth: a figure itself, a letter its place among the letters; NaN for any other. */
export function worth(upn: string, place: number): number {
  const c = upn.charCodeAt(place)
  if (c >= 48 && c <= 57) return c - 48
  const letter = place < upn.length ? LETTERS.indexOf(upn.charAt(place)) : -1
  return letter < 0 ? Number.NaN : letter
}

/** The number that is written with all the characters from one place to before another; NaN where one is no figure. */
export function figures(upn: string, from: number, to: number): number {
  let n = 0
  for (let i = from; i < to; i += 1) {
    const c = upn.charCodeAt(i)
    if (!(c >= 48 && c <= 57)) return Number.NaN
    n = n * 10 + c - 48
  }
  return n
}

/**
 * The check letter that the twelve characters after it call for: each is multiplied by its place, 2 to 13, and the sum
 * divided by 23; what is left over is the letter. Undefined where they aren't eleven figures and a figure or a letter.
 * Source: the Department's guide to unique pupil numbers.
 */
export function checkLetter(upn: string): string | undefined {
  if (upn.length !== 13 || Number.isNaN(figures(upn, 1, 12))) return undefined
  let sum = 0
  for (let i = 1; i < 13; i += 1) sum += worth(upn, i) * (i + 1)
  return LETTERS[sum % LETTERS.length]
}
