/** A number from a text: the same text gives the same, and one letter more another (FNV-1a, then mixed). */
function numberOf(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * Draws some at random. The same seed and the same list draw the same, in whatever order the list comes, so that anybody
 * can do the draw again.
 * @param from what each is called; doubles count once
 */
export function drawn(from: readonly string[], many: number, seed: string): readonly string[] {
  return [...new Set(from)]
    .map(code => ({ code, at: numberOf(`${seed}|${code}`) }))
    .toSorted((a, b) => a.at - b.at || (a.code < b.code ? -1 : 1))
    .slice(0, many)
    .map(d => d.code)
}
