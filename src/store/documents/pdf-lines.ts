/** One piece of text of a PDF page, with where it stands: points from the left and from the foot of the page. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** One line as the eye sees it: its words on the left, and what stands in a column of its own on the right. */
export interface Line {
  readonly left: string
  readonly right: string
  readonly x: number
  readonly y: number
  readonly size: number
}

export interface Page {
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
}

/** A second column begins beyond this share of the page's width, after a gap of at least this many points. */
const COLUMN_FROM = 0.4
const COLUMN_GAP = 22
/** Pieces whose feet differ by less than this stand on one line. */
const SAME_LINE = 3

const mostCommonSize = (pieces: readonly Piece[]): number => {
  const lengths = new Map<number, number>()
  for (const p of pieces) lengths.set(p.size, (lengths.get(p.size) ?? 0) + p.text.length)
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12
}

/** The lines of a page from top to foot. Footnote marks, set small among larger words, are left out. */
export function linesOf(page: Page): readonly Line[] {
  const body = mostCommonSize(page.pieces)
  const pieces = page.pieces.filter(p => !(p.size < body * 0.8 && /^\s*\d{1,2}\s*$/.test(p.text)))
  const lines: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1)
    const head = line?.find(p => p.text.trim() !== '') ?? line?.[0]
    if (line && head && Math.abs(head.y - piece.y) <= SAME_LINE) line.push(piece)
    else lines.push([piece])
  }
  return lines.map(line => joined(line, page.width)).filter(l => l.left !== '' || l.right !== '')
}

function joined(pieces: readonly Piece[], pageWidth: number): Line {
  const ordered = pieces.filter(p => p.text.trim() !== '').sort((a, b) => a.x - b.x)
  const spaces = pieces.filter(p => p.text !== '' && p.text.trim() === '')
  const first = ordered[0]
  let left = ''
  let right = ''
  let end = first?.x ?? 0
  let inRight = (first?.x ?? 0) >= pageWidth * COLUMN_FROM
  for (const piece of ordered) {
    const gap = piece.x - end
    if (!inRight && left !== '' && gap >= COLUMN_GAP && piece.x >= pageWidth * COLUMN_FROM) inRight = true
    const apart = gap > piece.size * 0.2 || spaces.some(s => s.x >= end - 1 && s.x <= piece.x + 1)
    const sofar: string = inRight ? right : left
    const next = sofar === '' || !apart || sofar.endsWith(' ') ? sofar + piece.text : `${sofar} ${piece.text}`
    if (inRight) right = next
    else left = next
    end = Math.max(end, piece.x + piece.width)
  }
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
  return { left: tidy(left), right: tidy(right), x: first?.x ?? 0, y: first?.y ?? 0, size: first?.size ?? 0 }
}
