/** The open rows of every group that has two or more of them. */
export function severalOpen(
  groups: Iterable<readonly number[]>,
  isOpen: (row: number) => boolean,
): readonly number[] {
  const found: number[] = []
  for (const rows of groups) {
    if (rows.length < 2) continue
    const open = rows.filter(isOpen)
    if (open.length > 1) found.push(...open)
  }
  return found
}
