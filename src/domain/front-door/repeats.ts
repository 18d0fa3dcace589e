import { addMonths, type Day } from '../kernel/day.ts'

/** Another contact about one of the same children. */
export interface Earlier {
  readonly code: string
  readonly receivedOn: Day
  readonly sort: string
  readonly outcome: string | null
}

export interface Repeat {
  readonly say: string
  /** Notices of one kind that come again: a pattern of harm that no single notice shows. */
  readonly standsOut: boolean
}

/** "1st", "2nd", "3rd", "11th" */
export function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13
  const end = teen
    ? 'th'
    : (({ 1: 'st', 2: 'nd', 3: 'rd' } as Readonly<Record<number, string>>)[n % 10] ?? 'th')
  return `${n}${end}`
}

const NOTICES: Readonly<Record<string, string>> = {
  'domestic-abuse': 'police notice of domestic abuse',
  hospital: 'A&E attendance',
}

/**
 * What the contacts before this one show. Counted over the twelve months up to the day it came in.
 * @param earlier other contacts about any of its children, each once
 */
export function repeats(
  contact: { readonly receivedOn: Day; readonly sort: string },
  earlier: readonly Earlier[],
): readonly Repeat[] {
  const from = addMonths(contact.receivedOn, -12)
  const lately = earlier.filter(e => e.receivedOn > from && e.receivedOn <= contact.receivedOn)
  if (lately.length === 0) return []
  const notice = NOTICES[contact.sort]
  const same = lately.filter(e => e.sort === contact.sort).length
  const others = Object.entries(NOTICES)
    .filter(([sort]) => sort !== contact.sort)
    .flatMap(([sort, words]) => {
      const n = lately.filter(e => e.sort === sort).length
      return n === 0 ? [] : [{ say: `${n} × ${words} before it`, standsOut: n > 1 }]
    })
  return [
    ...(notice && same > 0 ? [{ say: `${ordinal(same + 1)} ${notice} in 12 months`, standsOut: true }] : []),
    { say: `${ordinal(lately.length + 1)} contact in 12 months`, standsOut: false },
    ...others,
  ]
}
