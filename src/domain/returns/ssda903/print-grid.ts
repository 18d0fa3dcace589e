const figures = new Intl.NumberFormat('en-GB')

/** "12,582" */
export const figure = (count: number): string => figures.format(count)

/** "1 note", "12,582 notes" */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${figure(count)} ${count === 1 ? one : many}`

const column = (cells: readonly string[], right: boolean): string[] => {
  const wide = Math.max(...cells.map(c => c.length))
  return cells.map(c => (right ? c.padStart(wide) : c.padEnd(wide)))
}

/** Rows of cells in columns; all but the first to the right. */
export function grid(rows: readonly (readonly string[])[]): string[] {
  const wide = Math.max(0, ...rows.map(r => r.length))
  const columns = Array.from({ length: wide }, (_, i) =>
    column(
      rows.map(r => r[i] ?? ''),
      i > 0,
    ),
  )
  return rows.map((_, r) => `  ${columns.map(c => c[r]).join('  ')}`.trimEnd())
}
