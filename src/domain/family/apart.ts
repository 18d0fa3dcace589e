/**
 * Puts things in a row so that none stands nearer than `gap` to the next, each as near as can be to where it wants to
 * be (least squares: neighbours that want the same place share the way). Order is kept.
 * @param wanted the middle of each, from left to right
 */
export function apart(wanted: readonly number[], gap: number): readonly number[] {
  const blocks: { sum: number; n: number }[] = []
  wanted.forEach((want, i) => {
    let block = { sum: want - i * gap, n: 1 }
    for (let last = blocks.at(-1); last && last.sum / last.n > block.sum / block.n; last = blocks.at(-1)) {
      blocks.pop()
      block = { sum: block.sum + last.sum, n: block.n + last.n }
    }
    blocks.push(block)
  })
  return blocks.flatMap(b => Array.from({ length: b.n }, () => b.sum / b.n)).map((x, i) => x + i * gap)
}
