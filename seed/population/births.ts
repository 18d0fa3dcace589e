import type { AgeBand } from '../profile.ts'
import type { Rand } from '../random.ts'
import { type N, plusMonths, turns } from '../time.ts'
import type { Member } from './link.ts'

/** Bands of age with how many places are left in each. */
export interface Places {
  readonly band: AgeBand
  left: number
}

export const placesOf = (bands: readonly AgeBand[]): Places[] =>
  bands.map(band => ({ band, left: band.count }))

/** How close two births of one mother may be. */
const GAP = 300
/** How long before the birth a plan may be made. */
const EARLIEST = 130

/** The latest birth that the spans allow: a plan of this history may begin before birth, a stay may not. */
function latestBirth(m: Member, start: N): N {
  const stays = m.stays.map(s => s.from)
  const plans = m.plans.map(s => (s.from > start ? s.from + EARLIEST : s.from))
  return Math.min(...stays, ...plans)
}

/** The earliest birth: nobody is 18 before the last of their spans is over. */
function earliestBirth(m: Member, today: N): N {
  const ends = [...m.plans, ...m.stays].map(s => s.to ?? today)
  return plusMonths(Math.max(...ends), -18 * 12) + 2
}

const spaced = (born: N, brothers: readonly N[]) =>
  brothers.every(b => b === born || Math.abs(b - born) >= GAP)

/** A day of birth in a band on a day; the young side is as likely as the old. */
function inBand(band: AgeBand, today: N, rand: Rand): N {
  const from = plusMonths(today, -12 * (band.to + 1)) + 2
  const to = plusMonths(today, -12 * band.from) - 1
  return rand.int(from, to)
}

interface When {
  readonly start: N
  readonly today: N
  readonly rand: Rand
}

interface Born {
  readonly born: N
  readonly place: Places | null
}

/** A birth for someone whose span is open today: in a band with a place left, possible, and apart from the others. */
export function bornInPlaces(
  m: Member,
  places: readonly Places[],
  brothers: readonly N[],
  { start, today, rand }: When,
): Born {
  const latest = Math.min(latestBirth(m, start), today)
  const earliest = earliestBirth(m, today)
  const free = places.filter(p => p.left > 0)
  for (const apart of [true, false])
    for (let tries = 0; tries < 60; tries += 1) {
      const place = rand.weighted(free.map(p => [p, p.left] as const))
      const twin = rand.chance(0.04) ? brothers[0] : undefined
      const born = twin ?? inBand(place.band, today, rand)
      const { from, to } = place.band
      const fits = born > turnedAt(today, to + 1) && born <= turnedAt(today, from)
      if (fits && born <= latest && born >= earliest && (!apart || spaced(born, brothers)))
        return { born, place }
    }
  throw new Error(
    'No age fits a child whose span is open: the bands of the profile and its spans do not agree.',
  )
}

/** Those born on or before this day are at least that old today. */
function turnedAt(today: N, age: number): N {
  let born = plusMonths(today, -12 * age)
  while (turns(born, age) > today) born -= 1
  return born
}

/** A birth for someone whose spans are all over: of any age that they allow, and younger children the likelier. */
export function bornAnyAge(m: Member, brothers: readonly N[], { start, today, rand }: When): N {
  const latest = Math.min(latestBirth(m, start), today)
  const earliest = earliestBirth(m, today)
  let born = latest
  for (let tries = 0; tries < 40; tries += 1) {
    const age = Math.abs(rand.next() + rand.next() - 0.7) * 15 * 365
    born = Math.max(earliest, Math.round(latest - age))
    if (spaced(born, brothers)) return born
  }
  return born
}
