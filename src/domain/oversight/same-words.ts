/** What somebody wrote of a child, to be held against what they wrote of another, or on another day. */
export interface Writing {
  readonly child: string
  readonly entry: string
  readonly author: string
  readonly words: string
}

/** Shorter words may be the same by chance: “Fine.”, “At home with mum”. In letters, once tidied. */
const ENOUGH = 40

const tidy = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * The same words by the same author, more than once: of two children, or of one child twice. Case, blanks and stops
 * make no difference.
 * @returns for each child, the entries whose words stand elsewhere too
 */
export function sameWords(all: readonly Writing[]): ReadonlyMap<string, readonly string[]> {
  const byWords = Map.groupBy(all, w => `${w.author} ${tidy(w.words)}`)
  const found = new Map<string, string[]>()
  for (const [key, same] of byWords) {
    if (same.length < 2 || key.length - (same[0]?.author.length ?? 0) - 1 < ENOUGH) continue
    for (const w of same) found.set(w.child, [...(found.get(w.child) ?? []), w.entry])
  }
  return found
}
