import { APART, columnAt, gutterOf, inCells } from './pdf-columns.ts'
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
  /** Where its last word ends, on the left where there are two sides. */
  readonly end: number
  /** Whether a footnote begins here. */
  readonly note: boolean
  /** Where its column of text or its cell of a table ends, so far as the longest line in it tells. */
  readonly edge?: number
  /** Where what stands on the right begins, if anything does. */
  readonly column?: number
}

/** Pieces whose feet differ by less than this share of their size stand on one line. */
const SAME_LINE = 0.25

/** The lines of a page from top to foot, one column of text after the other. */
export function linesOf(page: Page): readonly Line[] {
  const pieces = readable(page)
  const rows = rowsOf(pieces)
  const wide = rows.map(row => joined(row, page.width))
  const near = (l: Line) =>
    wide.flatMap(o => (o.column !== undefined && Math.abs(o.y - l.y) <= 6 * l.size ? [o.column] : []))
  const lines = wide.map((l, i) => (l.column === undefined ? joined(rows[i] ?? [], page.width, near(l)) : l))
  const gutter = gutterOf(lines, rows, page.width)
  if (gutter === undefined) return inCells(lines.filter(l => l.left !== '' || l.right !== ''))
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
  let leftEnd = end
  let indent: number | undefined
  const column = columnAt(ordered, pageWidth, columns)
  for (const piece of ordered) {
    const gap = piece.x - end
    const inRight = column !== undefined && piece.x >= column
    if (indent === undefined && gap > piece.size * 0.5 && APART.test(left.trim())) indent = piece.x
    const apart = gap > piece.size * 0.2 || spaces.some(s => s.x >= end - 1 && s.x <= piece.x + 1)
    const sofar: string = inRight ? right : left
    const next = sofar === '' || !apart || sofar.endsWith(' ') ? sofar + piece.text : `${sofar} ${piece.text}`
    if (inRight) right = next
    else left = next
    end = Math.max(end, piece.x + piece.width)
    if (!inRight) leftEnd = end
  }
  if (right === '' && left.length > 8 && CELLS.test(left.trimStart())) {
    const cells = left.trim().split(CELLS)
    right = cells.length === 2 ? (cells[1] ?? '') : ''
    if (right !== '') left = cells[0] ?? ''
  }
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
  const place = { x: first?.x ?? 0, y: first?.y ?? 0, size: sizeOf(ordered), end: leftEnd }
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

/** The size most of the line's letters have. */
function sizeOf(pieces: readonly Piece[]): number {
  const lengths = new Map<number, number>()
  for (const p of pieces) lengths.set(p.size, (lengths.get(p.size) ?? 0) + p.text.length)
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
