import { type Page, type Piece, readable } from './pdf-pieces.ts'

/** One line as the eye sees it: its words on the left, and what stands in a column of its own on the right. */
export interface Line {
  readonly left: string
  readonly right: string
  readonly x: number
  readonly y: number
  readonly size: number
  /** Where its words begin after a bullet or a number that stands apart from them; `x` if nothing does. */
  readonly indent: number
  /** Where its last word ends. */
  readonly end: number
  /** Whether a footnote begins here. */
  readonly note: boolean
  /** Where its column ends, on a page of two columns. */
  readonly edge?: number
  /** Where what stands on the right begins, if anything does. */
  readonly column?: number
}

/** A second column begins beyond this share of the page's width, after a gap of at least this many points. */
const COLUMN_FROM = 0.4
const COLUMN_GAP = 22
/** Pieces whose feet differ by less than this share of their size stand on one line. */
const SAME_LINE = 0.25

/** The lines of a page from top to foot, one column of text after the other. */
export function linesOf(page: Page): readonly Line[] {
  const pieces = readable(page)
  const rows = rowsOf(pieces)
  const wide = rows.map(row => joined(row, page.width))
  const columns = wide.flatMap(l => (l.column === undefined ? [] : [l.column]))
  const lines = wide.map((l, i) =>
    l.column === undefined && columns.length > 0 ? joined(rows[i] ?? [], page.width, columns) : l,
  )
  const gutter = gutterOf(lines, rows, page.width)
  if (gutter === undefined) return lines.filter(l => l.left !== '' || l.right !== '')
  const first = lines.find(l => l.right.length > 0)?.y ?? page.height
  const last = lines.findLast(l => l.right.length > 0)?.y ?? 0
  const inColumns = (p: Piece) => p.y <= first + 1 && p.y >= last - 1
  const parts = [
    pieces.filter(p => p.y > first + 1),
    pieces.filter(p => inColumns(p) && p.x < gutter),
    pieces.filter(p => inColumns(p) && p.x >= gutter),
    pieces.filter(p => p.y < last - 1),
  ]
  return parts
    .flatMap((part, i) =>
      rowsOf(part).map(row => ({
        ...joined(row, Number.POSITIVE_INFINITY),
        ...(i === 1 ? { edge: gutter } : {}),
      })),
    )
    .filter(l => l.left !== '')
}

function rowsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const rows: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    const head = row?.find(p => p.text.trim() !== '') ?? row?.[0]
    const near = Math.max(3, Math.min(head?.size ?? 0, piece.size) * SAME_LINE)
    if (row && head && Math.abs(head.y - piece.y) <= near) row.push(piece)
    else rows.push([piece])
  }
  return rows
}

/**
 * Where the second of two columns of running text begins, if the page is set in two: many lines with long words on
 * both sides, the right ones beginning at one place. The grades of a table are short and are no column of text.
 */
function gutterOf(
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

/** Words a typist set apart with many spaces stand in cells of their own. */
const CELLS = / {4,}(?=\S)/

/** @param columns where other lines of the page have a column: a smaller gap is enough there */
function joined(pieces: readonly Piece[], pageWidth: number, columns: readonly number[] = []): Line {
  const ordered = pieces.filter(p => p.text.trim() !== '').sort((a, b) => a.x - b.x)
  const spaces = pieces.filter(p => p.text !== '' && p.text.trim() === '')
  const first = ordered[0]
  let left = ''
  let right = ''
  let end = first?.x ?? 0
  let indent: number | undefined
  let column: number | undefined
  let inRight = (first?.x ?? 0) >= pageWidth * COLUMN_FROM
  for (const piece of ordered) {
    const gap = piece.x - end
    const least = columns.some(x => Math.abs(x - piece.x) <= 2) ? piece.size * 0.5 : COLUMN_GAP
    if (!inRight && left !== '' && gap >= least && piece.x >= pageWidth * COLUMN_FROM) inRight = true
    if (inRight && column === undefined) column = piece.x
    if (indent === undefined && left !== '' && APART.test(left.trim())) indent = piece.x
    const apart = gap > piece.size * 0.2 || spaces.some(s => s.x >= end - 1 && s.x <= piece.x + 1)
    const sofar: string = inRight ? right : left
    const next = sofar === '' || !apart || sofar.endsWith(' ') ? sofar + piece.text : `${sofar} ${piece.text}`
    if (inRight) right = next
    else left = next
    end = Math.max(end, piece.x + piece.width)
  }
  if (right === '' && left.length > 8 && CELLS.test(left.trimStart())) {
    const cells = left.trim().split(CELLS)
    right = cells.length === 2 ? (cells[1] ?? '') : ''
    if (right !== '') left = cells[0] ?? ''
  }
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
  const place = { x: first?.x ?? 0, y: first?.y ?? 0, size: sizeOf(ordered), end }
  const note = first?.note === true
  return {
    left: tidy(left),
    right: tidy(right),
    ...place,
    indent: indent ?? place.x,
    note,
    ...(column === undefined ? {} : { column }),
  }
}

/** A bullet or number that stands before the words of its line. */
const APART = /^(?:[^A-Za-z0-9\s]|\(?[0-9]{1,3}[.)]?|\d{1,2}\.\d{1,2}\.?|\(?[a-z][.)])$/

/** The size most of the line's letters have. */
function sizeOf(pieces: readonly Piece[]): number {
  const lengths = new Map<number, number>()
  for (const p of pieces) lengths.set(p.size, (lengths.get(p.size) ?? 0) + p.text.length)
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
