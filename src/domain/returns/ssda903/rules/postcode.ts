const SHAPE = /^[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/i

/** A postcode without spaces, in capitals: "ab1 0jd" is AB10JD. */
export const plainPostcode = (text: string): string => text.replace(/\s+/g, '').toUpperCase()

/** Whether a text has the form of a full postcode of the United Kingdom. That it exists is another question. */
export const isPostcode = (text: string): boolean => SHAPE.test(text)

/** Whether two cells hold the same postcode, however spaced; two blank cells do. */
export const samePostcode = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && plainPostcode(a) === plainPostcode(b))
