/** Slips of the pen between two words: a letter more, less or other, or two neighbours changed about. */
export function slips(a: string, b: string): number {
  if (a === b) return 0
  const wide = b.length + 1
  let before = new Array<number>(wide).fill(0)
  let last = Array.from({ length: wide }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

/** How far two words are alike by their letters: 1 the same, 0 nothing in common. */
export const alike = (a: string, b: string): number =>
  a === '' && b === '' ? 1 : 1 - slips(a, b) / Math.max(a.length, b.length)

/** True where one word is the other with two neighbouring letters changed about. */
export const changedAbout = (a: string, b: string): boolean =>
  a.length === b.length && slips(a, b) === 1 && [...a].sort().join('') === [...b].sort().join('')
