/** A sum of numbers, each so many times, by their names. */
export type Sum = Readonly<Record<string, number>>

interface Line {
  readonly terms: readonly (readonly [number, number])[]
  readonly least: number
  readonly most: number
}

type Range = readonly [number, number]

/** So many tries, and then it counts as found out: whatever is shown must leave a doubt that is easily had. */
const STEPS = 3000

/** As far as each sum goes either way, its other numbers being where they are. Null where no number is left. */
function narrowed(lines: readonly Line[], from: readonly Range[]): Range[] | null {
  const ranges = [...from]
  for (let moved = true; moved; ) {
    moved = false
    for (const { terms, least, most } of lines) {
      const ends = terms.map(([v, a]) => {
        const [lo, hi] = ranges[v] ?? [0, 0]
        return a > 0 ? [a * lo, a * hi] : [a * hi, a * lo]
      })
      const low = ends.reduce((n, [l = 0]) => n + l, 0)
      const high = ends.reduce((n, [, h = 0]) => n + h, 0)
      if (low > most || high < least) return null
      for (const [n, [v, a]] of terms.entries()) {
        const [l = 0, h = 0] = ends[n] ?? []
        const [x, y] = [(least - (high - h)) / a, (most - (low - l)) / a]
        const [lo, hi] = ranges[v] ?? [0, 0]
        const now: Range = [Math.max(lo, Math.ceil(Math.min(x, y))), Math.min(hi, Math.floor(Math.max(x, y)))]
        if (now[0] > now[1]) return null
        if (now[0] > lo || now[1] < hi) {
          ranges[v] = now
          moved = true
        }
      }
    }
  }
  return ranges
}

/**
 * For tests: whoever writes down as equations all that is known of some numbers, and solves them. It tries every number there
 * can be, those nearest to the real ones first.
 */
export function reader(real: Readonly<Record<string, number>>) {
  const names = Object.keys(real)
  const some = Math.max(...Object.values(real)) + 6
  const at = new Map(names.map((name, n) => [name, n]))
  const lines: Line[] = []
  const lineOf = (sum: Sum, least: number, most: number): Line => ({
    terms: Object.entries(sum).map(([name, times]) => {
      const v = at.get(name)
      if (v === undefined) throw new Error(`There is no number ${name}.`)
      return [v, times] as const
    }),
    least,
    most,
  })

  let steps = 0
  const search = (known: readonly Line[], ranges: readonly Range[]): boolean => {
    steps += 1
    if (steps > STEPS) return false
    const left = narrowed(known, ranges)
    if (!left) return false
    const open = left.flatMap(([lo, hi], v) => (hi > lo ? [{ v, lo, hi }] : []))
    const next = open.sort((a, b) => a.hi - a.lo - (b.hi - b.lo))[0]
    if (!next) return true
    const near = real[names[next.v] ?? ''] ?? 0
    const tries = Array.from({ length: next.hi - next.lo + 1 }, (_, n) => next.lo + n)
    return tries
      .sort((a, b) => Math.abs(a - near) - Math.abs(b - near))
      .some(n => search(known, left.with(next.v, [n, n])))
  }

  const is = (sum: Sum): number =>
    Object.entries(sum).reduce((n, [name, times]) => n + times * (real[name] ?? 0), 0)

  return {
    is,
    /** Tells it that a sum is at least so much, and at most. What it is told is true. */
    tell(sum: Sum, least: number, most = some): void {
      if (is(sum) < least || is(sum) > most) throw new Error(`It is not so: ${JSON.stringify(sum)}`)
      lines.push(lineOf(sum, least, most))
    },
    /** Whether, for all it knows, a sum could be something else between these. */
    doubts(sum: Sum, least: number, most: number): boolean {
      const ranges = narrowed(
        lines,
        names.map((): Range => [0, some]),
      )
      if (!ranges) throw new Error('Nothing agrees with what it was told.')
      const other = (lo: number, hi: number) => {
        steps = 0
        return lo <= hi && search([...lines, lineOf(sum, lo, hi)], ranges)
      }
      return other(is(sum) + 1, most) || other(least, is(sum) - 1)
    },
  }
}
