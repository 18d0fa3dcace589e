const POSTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/gi

/** The postcode in an address as people write it: "3 Mill Lane, Saltings, ZZ99 3AA". The last one, where it has several. */
export function postcodeIn(address: unknown): string | null {
  if (typeof address !== 'string') return null
  const [, out, within] = [...address.matchAll(POSTCODE)].at(-1) ?? []
  return out && within ? `${out} ${within}`.toUpperCase() : null
}
