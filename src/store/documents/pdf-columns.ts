import type { Line } from './pdf-lines.ts'
import type { Piece } from './pdf-pieces.ts'

/** A second column begins beyond this share of the page's width. */
const COLUMN_FROM = 0.4
/** It begins after a gap of at least this many points, and this many times as wide as the other gaps of its line. */
const COLUMN_GAP = 22
const WIDER = 1.8

/** A bullet or number that stands before the words of its line. */
export const APART = /^(?:[^A-Za-z0-9\s]|\(?[0-9]{1,3}[.)]?|\d{1,2}\.\d{1,2}\.?|\(?[a-z][.)])$/

/**
 * Where among the pieces of a line, left to right, those of a second column begin. Words set apart to fill a line
 * stand at gaps of one width; a cell stands off by more.
 * @param columns where lines close by have a column: a smaller gap is enough there for a few words
 */
export function columnAt(
  ordered: readonly Piece[],
  width: number,
  columns: readonly number[],
): number | undefined {
  const ends = ordered.map((_, i) => Math.max(...ordered.slice(0, i + 1).map(p => p.x + p.width)))
  const gaps = ordered.map((p, i) => (i === 0 ? 0 : p.x - (ends[i - 1] ?? p.x)))
  const marked = APART.test(ordered[0]?.text.trim() ?? '')
  const at = ordered.findIndex((p, i) => {
    const gap = gaps[i] ?? 0
    if (p.x < width * COLUMN_FROM) return false
    if (i === 0) return true
    const others = gaps.filter((_, k) => k > (marked ? 1 : 0) && k < i)
    if (gap >= COLUMN_GAP && others.every(o => o * WIDER <= gap)) return true
    const letters = ordered.slice(i).reduce((n, each) => n + each.text.length, 0)
    if (others.some(o => o * 1.3 > gap)) return false
    const off = Math.min(...columns.map(x => Math.abs(x - p.x)))
    if (letters > 32 || off > 2) return false
    // A label that fills its cell to the border leaves no gap, but its grade stands where the other grades do.
    return gap >= p.size * 0.4 || (off < 0.7 && others.length === 0 && /^[A-Z]/.test(p.text))
  })
  return at < 0 ? undefined : ordered[at]?.x
}

/** Tells the lines of a table how far its left cells reach: a label goes on below only where it is full. */
export function inCells(lines: readonly Line[]): readonly Line[] {
  const whole = lines.filter(l => l.left !== '' && l.right !== '')
  const size = whole[Math.floor(whole.length / 2)]?.size ?? 0
  const rows = whole.filter(l => Math.abs(l.size - size) < 0.6)
  const top = (rows[0]?.y ?? 0) + 3 * (rows[0]?.size ?? 0)
  const foot = (rows.at(-1)?.y ?? 0) - 3 * (rows.at(-1)?.size ?? 0)
  const column = Math.min(...lines.flatMap(l => (l.column === undefined ? [] : [l.column])))
  const inTable = (l: Line) =>
    Math.abs(l.size - size) < 0.6 &&
    l.left !== '' &&
    (l.right !== '' || (l.y <= top && l.y >= foot && l.end < column))
  // A heading inside the table may span both cells, and tells nothing of the left one's width.
  const edge = Math.max(
    ...lines.filter(l => inTable(l) && (l.right !== '' || /^[a-z]/.test(l.left))).map(l => l.end),
  )
  return rows.length < 2 ? lines : lines.map(l => (inTable(l) ? { ...l, edge } : l))
}

/**
 * Where the second of two columns of running text begins, if the page is set in two: many lines with long words on
 * both sides, the right ones beginning at one place. The grades of a table are short and are no column of text.
 */
export function gutterOf(
  lines: readonly Line[],
  rows: readonly (readonly Piece[])[],
  width: number,
): number | undefined {
  const both = lines.flatMap((l, i) => (l.left.length > 12 && l.right.length > 12 ? [i] : []))
  const letters = both.reduce((sum, i) => sum + (lines[i]?.right.length ?? 0), 0)
  if (both.length < 8 || letters / both.length < 26) return undefined
  const starts = both.map(i => {
    const right = rows[i]?.filter(p => p.text.trim() !== '' && p.x >= width * COLUMN_FROM) ?? []
    return Math.min(...right.map(p => p.x))
  })
  const common = starts.toSorted((a, b) => a - b)[Math.floor(starts.length / 2)] ?? 0
  const agreeing = starts.filter(x => Math.abs(x - common) <= 14).length
  return agreeing >= starts.length * 0.8 ? common - 8 : undefined
}
