/** How many letters must be changed, added or dropped to make one name of the other. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** A column's name as people vary it: small letters, spaces, hyphens. */
export const columnName = (text: string): string =>
  text
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_')

/** The name most like the wanted one, if any is like it at all. */
export function nearest(wanted: string, among: readonly string[]): string | undefined {
  const [best] = among
    .map(name => ({ name, far: distance(wanted, columnName(name)) }))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
  return best && best.far <= Math.max(2, Math.floor(wanted.length / 2)) ? best.name : undefined
}
