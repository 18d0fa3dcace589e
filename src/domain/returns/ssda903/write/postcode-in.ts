/** A postcode at the end of an address, in any case, with or without its space. */
const POSTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/gi

/** The postcode of an address, as the return writes it: "AB1 2CD". The last, where there are several; else null. */
export function postcodeIn(address: string | null): string | null {
  const [, out, inward] = [...(address ?? '').matchAll(POSTCODE)].at(-1) ?? []
  return out && inward ? `${out} ${inward}`.toUpperCase() : null
}
