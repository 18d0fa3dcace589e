import { addMonths, type Day } from '../kernel/day.ts'

/** Another contact about one of the same children. */
export interface Earlier {
  readonly code: string
  readonly receivedOn: Day
  readonly sort: string
  /** When what it tells of happened, where that was said. */
  readonly incidentOn: Day | null
  readonly outcome: string | null
}

export interface Repeat {
  readonly say: string
  /** Notices of one kind that come again: a pattern of harm that no single notice shows. */
  readonly standsOut: boolean
}

/** Told as numbers, as several that came in one file have no order among themselves. */
const NOTICES: Readonly<Record<string, string>> = {
  'domestic-abuse': 'police notices of domestic abuse',
  hospital: 'A&E attendances',
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
      return n === 0 ? [] : [{ say: `Before it: ${n} ${words}`, standsOut: n > 1 }]
    })
  return [
    ...(notice && same > 0 ? [{ say: `${same + 1} ${notice} in 12 months`, standsOut: true }] : []),
    { say: `${lately.length + 1} contacts in 12 months`, standsOut: false },
    ...others,
  ]
}
