import { byLot, lot } from './lot.ts'

/** A child who may be drawn: by code, so that the record of a draw holds no name. */
export interface Candidate {
  readonly code: string
  readonly stratum: string
  /** Brothers and sisters share it; null where a child has none here. */
  readonly family: string | null
}

export interface Asked {
  readonly seed: string
  readonly size: number
  /** More than one of a family may be drawn. */
  readonly families?: boolean
  /** One in so many is graded a second time; none where nought. */
  readonly secondOneIn: number
}

/** A stratum as it was on the day of the draw. */
export interface Stratum {
  readonly name: string
  readonly codes: readonly string[]
}

export interface Drawn {
  readonly strata: readonly Stratum[]
  /** In the order of their lots. */
  readonly codes: readonly string[]
  /** Those of them that are graded a second time. */
  readonly second: readonly string[]
  /** How many brothers and sisters stood back. */
  readonly siblings: number
}

/** One of each family, by lot: each of three sisters has the same chance. */
function oneOfEach(all: readonly Candidate[], seed: string): readonly Candidate[] {
  const first = new Map<string, string>()
  for (const c of all) {
    if (c.family === null) continue
    const held = first.get(c.family)
    if (held === undefined || lot(seed, c.code) < lot(seed, held)) first.set(c.family, c.code)
  }
  return all.filter(c => c.family === null || first.get(c.family) === c.code)
}

/**
 * How many of each stratum: by its size, and at least one where there are files enough for all. Strata too small for a
 * whole file get theirs first; the others share the rest by largest remainder. With fewer files than strata, the lot
 * says which.
 */
export function shares(strata: readonly Stratum[], size: number, seed: string): ReadonlyMap<string, number> {
  const some = strata.filter(s => s.codes.length > 0)
  const all = some.reduce((n, s) => n + s.codes.length, 0)
  const asked = Math.min(size, all)
  if (asked < some.length) {
    const named = byLot(
      seed,
      some.map(s => s.name),
    ).slice(0, asked)
    return new Map(some.map(s => [s.name, named.includes(s.name) ? 1 : 0]))
  }
  const small = new Set<string>()
  for (;;) {
    const rest = some.filter(s => !small.has(s.name))
    const left = asked - small.size
    const total = rest.reduce((n, s) => n + s.codes.length, 0)
    const next = rest.filter(s => left * s.codes.length < total)
    if (next.length === 0) return byRemainder(some, small, left, total, seed)
    for (const s of next) small.add(s.name)
  }
}

function byRemainder(
  some: readonly Stratum[],
  small: ReadonlySet<string>,
  left: number,
  total: number,
  seed: string,
): ReadonlyMap<string, number> {
  const rest = some.filter(s => !small.has(s.name))
  const whole = new Map(rest.map(s => [s.name, Math.floor((left * s.codes.length) / total)]))
  const over = left - [...whole.values()].reduce((n, w) => n + w, 0)
  const remainder = (s: Stratum) => (left * s.codes.length) % total
  const more = new Set(
    rest
      .toSorted((a, b) => remainder(b) - remainder(a) || lot(seed, a.name) - lot(seed, b.name))
      .slice(0, over)
      .map(s => s.name),
  )
  return new Map(
    some.map(s => [s.name, small.has(s.name) ? 1 : (whole.get(s.name) ?? 0) + (more.has(s.name) ? 1 : 0)]),
  )
}

/** The strata of a frame, by name; one of each family where not more were asked for. */
export function strataOf(frame: readonly Candidate[], { seed, families }: Asked): readonly Stratum[] {
  const standing = families ? frame : oneOfEach(frame, seed)
  return [...Map.groupBy(standing, c => c.stratum)]
    .map(([name, all]) => ({ name, codes: all.map(c => c.code).toSorted() }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Draws from strata already made: what a recorded draw is repeated by. */
export function drawAgain(strata: readonly Stratum[], asked: Asked): Pick<Drawn, 'codes' | 'second'> {
  const { seed, size, secondOneIn } = asked
  const each = shares(strata, size, seed)
  const drawn = strata.flatMap(s => byLot(seed, s.codes).slice(0, each.get(s.name) ?? 0))
  const codes = byLot(seed, drawn)
  const twice = secondOneIn > 0 ? Math.ceil(codes.length / secondOneIn) : 0
  return { codes, second: byLot(`${seed} second`, codes).slice(0, twice) }
}

/** Draws a sample. The same frame and seed give the same sample, in whatever order the frame is given. */
export function draw(frame: readonly Candidate[], asked: Asked): Drawn {
  const strata = strataOf(frame, asked)
  const standing = strata.reduce((n, s) => n + s.codes.length, 0)
  return { strata, siblings: frame.length - standing, ...drawAgain(strata, asked) }
}
