import type { Line } from './pdf-lines.ts'

/** A row of cells begins: with both cells on one line, or with the right one at half height of a label of two lines. */
export function startsRow(group: readonly Line[], line: Line, pitch: number): boolean {
  // A label begins with a capital: a small letter goes on with the label and the cell above.
  if (line.left !== '' && line.right !== '') return !/^[a-z]/.test(line.left)
  return labelAbove(group, line, pitch) !== undefined
}

/**
 * A right cell of two lines begins above its label, which stands half a line lower: it is no more of the row before.
 * @param next the line that follows
 */
export function rowAhead(group: readonly Line[], line: Line, next: Line | undefined, pitch: number): boolean {
  if (line.left !== '' || line.right === '' || !next || next.left === '' || next.right !== '') return false
  const step = (line.y - next.y) / line.size
  const above = group.at(-1)
  return step > 0.3 && step < pitch * 0.75 && above !== undefined && above.left !== '' && above.right !== ''
}

/** A row whose right cell, taller than its label, stands as far above it as below: it is whole. */
export function balanced(group: readonly Line[]): boolean {
  const before = group.findIndex(l => l.left !== '')
  const after = group.length - 1 - group.findLastIndex(l => l.left !== '')
  return before > 0 && after >= before
}

/** The first line of a label whose cell on the right stands half a line lower: it is no part of the row before. */
export function labelAbove(group: readonly Line[], line: Line, pitch: number): Line | undefined {
  const above = group.at(-1)
  if (!above || line.left !== '' || line.right === '' || above.right !== '') return undefined
  const step = (above.y - line.y) / line.size
  const before = group.at(-2)
  if (before?.left === '' && (before.y - above.y) / line.size < pitch * 0.75) return undefined
  return step < pitch * 0.75 && step > 0.3 && group.some(l => l.right !== '') ? above : undefined
}
