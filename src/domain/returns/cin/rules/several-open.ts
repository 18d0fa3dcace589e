import type { Groups } from '../../check/groups.ts'

/** The open rows of every group that has two or more of them. */
export function severalOpen(groups: Groups, isOpen: (row: number) => boolean): readonly number[] {
  const found: number[] = []
  groups.each(rows => {
    if (rows.length < 2) return
    const open = rows.filter(isOpen)
    if (open.length > 1) found.push(...open)
  })
  return found
}
