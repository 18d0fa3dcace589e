/** How much a difference weighs: all alike, by steps, or by steps squared. */
export type Weights = 'none' | 'linear' | 'quadratic'

/** One thing graded twice: the place of each grade in the scale, from nought. */
export type Pair = readonly [first: number, second: number]

const distance = (a: number, b: number, most: number, weights: Weights): number => {
  if (weights === 'none') return a === b ? 0 : 1
  const d = Math.abs(a - b) / most
  return weights === 'linear' ? d : d * d
}

/**
 * Cohen's kappa, weighted (Cohen 1968): how much two graders agree beyond what chance alone would bring about. One is
 * perfect, nought is chance, below nought is worse than chance.
 * @param categories how many grades the scale has, two at least
 * @returns null where there are no pairs, or where both gave all of them one and the same grade: then chance alone would
 *   bring about all their agreement, and nothing can be said
 */
export function weightedKappa(pairs: readonly Pair[], categories: number, weights: Weights): number | null {
  const n = pairs.length
  if (n === 0 || categories < 2) return null
  const first = Array.from({ length: categories }, (_, c) => pairs.filter(p => p[0] === c).length)
  const second = Array.from({ length: categories }, (_, c) => pairs.filter(p => p[1] === c).length)
  const most = categories - 1
  const seen = pairs.reduce((sum, [a, b]) => sum + distance(a, b, most, weights), 0) / n
  const chance =
    first.reduce(
      (sum, f, a) => sum + second.reduce((inner, s, b) => inner + f * s * distance(a, b, most, weights), 0),
      0,
    ) /
    (n * n)
  return chance === 0 ? null : 1 - seen / chance
}
