/** One piece of text of a PDF page, with where it stands: points from the left and from the foot of the page. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  /** What tells one font of the file from another; a bullet is often set in a font of its own. */
  readonly font?: string
  /** Set on the first words of a footnote: the small raised mark before them is gone. */
  readonly note?: boolean
}

export interface Page {
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
}

/** Bullets by their own sign, and any sign of the private use areas, where Symbol and Wingdings put theirs. */
const SIGN = /^[-•●▪■◼◾∎–—−*·◦○‣⁃❖❑❏➢➤✓✔➔→►▶□\ue000-\uf8ff]$/
/** Letters that are bullets in a font of pictures: Wingdings' squares, discs, arrows and ticks, Courier's circle. */
const PICTURED = /^[§nlvquüØo]$/

const MARK = /^(?:\d{1,2}|[*†‡§]{1,2})$/
const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
}

/** Letters as they are typed: ligatures apart, the spaces of Symbol fonts as spaces, words set in one as letters. */
const typed = (text: string) =>
  text
    .replace(/[ﬀ-ﬆ]/g, c => LIGATURES[c] ?? c)
    .replace(/\uf020/g, ' ')
    .replace(/[\uf021-\uf07e]{2,}/g, run =>
      [...run].map(c => String.fromCharCode(c.charCodeAt(0) - 0xf000)).join(''),
    )

/**
 * The pieces of a page that are read: what stands off the page or is drawn twice (as shadow or false bold) is left
 * out, a bullet and a raised "th" are set on the line they belong to, and footnote marks are taken away.
 */
export function readable(page: Page): readonly Piece[] {
  const pieces = once(
    page.pieces
      .map(p => ({ ...p, text: typed(p.text) }))
      .filter(p => p.text !== '' && p.x > -5 && p.x < page.width && p.y > -5 && p.y < page.height + 5),
  )
  const words = pieces.filter(p => p.text.trim() !== '')
  const marks = words.filter(p => MARK.test(p.text.trim()))
  const usual = usualSize(words)
  return pieces
    .flatMap(p => {
      if (p.text.trim() === '') return [p]
      const bullet = bulletOf(p, words)
      if (bullet) return [bullet]
      const low = lowered(p, words, usual)
      return low === undefined ? [] : [low]
    })
    .map(p => (marks.some(m => startsNote(m, p)) ? { ...p, note: true } : p))
}

function once(pieces: readonly Piece[]): readonly Piece[] {
  const seen = new Map<string, Piece[]>()
  return pieces.filter(p => {
    const same = seen.get(p.text)
    if (same?.some(s => Math.abs(s.x - p.x) < 1.5 && Math.abs(s.y - p.y) < 1.5)) return p.text.trim() === ''
    if (same) same.push(p)
    else seen.set(p.text, [p])
    return true
  })
}

/** A bullet, set on the line of the words right of it: its own foot may stand a little higher or lower. */
function bulletOf(p: Piece, words: readonly Piece[]): Piece | undefined {
  const sign = p.text.trim()
  const known = SIGN.test(sign)
  if (!known && !PICTURED.test(sign)) return undefined
  const end = p.x + Math.min(p.width, p.size)
  const host = words
    .filter(w => w !== p && w.x >= end - 1 && w.x - end <= 45 && Math.abs(w.y - p.y) <= w.size * 0.45)
    .sort((a, b) => Math.abs(a.y - p.y) - Math.abs(b.y - p.y) || a.x - b.x)[0]
  if (!host) return undefined
  if (known) return { ...p, y: host.y, size: host.size }
  const leads = !words.some(w => w !== p && w.x < p.x && Math.abs(w.y - host.y) <= 3)
  const apart = host.x - end >= 3 && p.font !== undefined && p.font !== host.font
  return leads && apart ? { ...p, text: sign === 'o' ? '◦' : '•', y: host.y, size: host.size } : undefined
}

const raisedOver = (mark: Piece, host: Piece) =>
  (mark.size <= host.size * 0.8 || (mark.size < host.size && mark.y - host.y >= host.size * 0.3)) &&
  mark.y - host.y >= -host.size * 0.05 &&
  mark.y - host.y <= host.size * 0.7

/** The size in which most pieces of a page are set. */
function usualSize(words: readonly Piece[]): number {
  const counts = new Map<number, number>()
  for (const w of words) counts.set(w.size, (counts.get(w.size) ?? 0) + w.text.length)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** A small raised piece: undefined if it is the mark of a footnote, on the line of its word otherwise ("16th"). */
function lowered(p: Piece, words: readonly Piece[], usual: number): Piece | undefined {
  const text = p.text.trim()
  if (text.length > 4 || (p.size >= usual * 0.95 && !MARK.test(text))) return p
  const host = words.find(
    w => w !== p && raisedOver(p, w) && p.x >= w.x - p.width - 6 && p.x <= w.x + w.width + 6,
  )
  if (!host) return p
  if (MARK.test(text)) return undefined
  return p.y - host.y > 1 ? { ...p, y: host.y } : p
}

const startsNote = (mark: Piece, first: Piece) =>
  mark !== first && raisedOver(mark, first) && mark.x < first.x && first.x - (mark.x + mark.width) < 14
