/** Words to be taken out of a passage, from one character up to another, and why. */
export interface Cut {
  readonly start: number
  readonly end: number
  readonly reason: string
}

export type Piece = { readonly text: string } | { readonly gone: readonly string[] }

/**
 * A passage without what is taken out: what stays, and in the place of what went the reasons alone. Cuts may touch,
 * overlap or reach beyond the passage; where they touch, one gap is left, so that nobody counts names by their gaps.
 */
export function piecesOf(text: string, cuts: readonly Cut[]): readonly Piece[] {
  const sorted = cuts
    .map(c => ({ ...c, start: Math.max(0, c.start), end: Math.min(text.length, c.end) }))
    .filter(c => c.start < c.end)
    .toSorted((a, b) => a.start - b.start)
  const pieces: Piece[] = []
  let at = 0
  let gone: string[] | undefined
  for (const cut of sorted) {
    if (cut.start > at || gone === undefined) {
      if (cut.start > at) pieces.push({ text: text.slice(at, cut.start) })
      gone = []
      pieces.push({ gone })
    }
    if (!gone.includes(cut.reason)) gone.push(cut.reason)
    at = Math.max(at, cut.end)
  }
  if (at < text.length) pieces.push({ text: text.slice(at) })
  return pieces
}

/** The passage as it goes out: a bracket with the reason, in the place of what went. */
export const outText = (text: string, cuts: readonly Cut[], say: (reason: string) => string): string =>
  piecesOf(text, cuts)
    .map(p => ('text' in p ? p.text : `[Taken out: ${p.gone.map(say).join('; ')}]`))
    .join('')

/** Every place where these words stand in a text, whatever their case, but not inside another word. */
export function placesOf(text: string, words: string): readonly { start: number; end: number }[] {
  if (words.trim() === '') return []
  const plain = words
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
  const found = text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'giu'))
  return [...found].map(m => ({ start: m.index, end: m.index + m[0].length }))
}
