const SHAPE = /^[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/i

/** A postcode without spaces, in capitals: "ab1 0jd" is AB10JD. */
export const plainPostcode = (text: string): string => text.replace(/\s+/g, '').toUpperCase()

/** Whether a text has the form of a full postcode of the United Kingdom. That it exists is another question. */
export const isPostcode = (text: string): boolean => SHAPE.test(text)

const SPACE = 32
const isSmall = (c: number): boolean => c >= 97 && c <= 122

/** Whether two cells hold the same postcode, however spaced; two blank cells do. Asked of every episode: makes nothing. */
export function samePostcode(a: string | null, b: string | null): boolean {
  if (a === b) return true
  if (a === null || b === null) return false
  let [i, k] = [0, 0]
  for (;;) {
    while (a.charCodeAt(i) <= SPACE) i += 1
    while (b.charCodeAt(k) <= SPACE) k += 1
    if (i >= a.length || k >= b.length) return i >= a.length && k >= b.length
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(k)]
    if ((isSmall(x) ? x - SPACE : x) !== (isSmall(y) ? y - SPACE : y)) return false
    i += 1
    k += 1
  }
}
