/** The letters of a unique pupil number: I, O and S are not used, since they look like figures. A is worth 0, Z 22. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'
const AFTER_CHECK_LETTER = /^\d{11}[\dA-HJ-NP-RT-Z]$/

const inside = (n: number, from: number, to: number): boolean => n >= from && n <= to

/** Figures 2 to 4 that were never an authority's, between those that were. */
const NEVER = new Set([804, 809, 814, ...[817, 818, 819, 824, 827, 828, 829, 832, 833, 834], 842, 843, 844])

/**
 * Whether three figures are those of an authority that gives out, or gave out, pupil numbers. England's present
 * authorities and those they came out of, with the counties of before 1998; 001 to 005 for numbers that were given
 * centrally; Wales; and the Channel Islands, the Isle of Man and schools of the armed forces abroad.
 * @param until the last figures among England's new authorities: they grow with each reorganisation
 */
export function isAuthority(figures: string, until: number): boolean {
  if (!/^\d{3}$/.test(figures)) return false
  const n = Number(figures)
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

/**
 * The check letter that the twelve characters after it call for: each is multiplied by its place, 2 to 13, and the sum
 * divided by 23; what is left over is the letter. Undefined where they aren't eleven figures and a figure or a letter.
 * Source: the Department's guide to unique pupil numbers.
 */
export function checkLetter(upn: string): string | undefined {
  const rest = upn.slice(1)
  if (!AFTER_CHECK_LETTER.test(rest)) return undefined
  let sum = 0
  for (let i = 0; i < rest.length; i += 1) {
    const c = rest[i] ?? ''
    const letter = LETTERS.indexOf(c)
    sum += (letter >= 0 ? letter : Number(c)) * (i + 2)
  }
  return LETTERS[sum % LETTERS.length]
}
