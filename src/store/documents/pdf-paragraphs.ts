import { type Line, linesOf } from './pdf-lines.ts'
import { bodyOf, type LinedPage } from './pdf-margins.ts'
import type { Page } from './pdf-pieces.ts'
import { balanced, labelAbove, rowAhead, startsRow } from './pdf-rows.ts'

/** Lines belong together up to this many times the distance usual in the document. */
const PITCH = 1.21
/** Places that differ by less than this many points are one. */
const SAME = 3

const MARKED = /^(?:[-•●▪■◼◾∎–—−*·◦○‣⁃❖❑❏➢➤✓✔➔→►▶□\ue000-\uf8ff]|\([a-z]{1,3}\)|[a-h][.)]|o(?= [a-z]))\s/
const NUMBERED = /^(?:\d{1,3}[.)]\s|\d{1,2}\.\d{1,2}\.?\s)/
const startsAlone = (line: Line) => MARKED.test(line.left) || NUMBERED.test(line.left)

/**
 * The text of pages in reading order: a paragraph, bullet or heading on lines of its own with an empty line after
 * it, whole though a page ends in it; the cells of a table row apart by a tab; no running heads, page numbers and
 * footnotes.
 */
export function textOfPages(pages: readonly Page[]): string {
  const body = bodyOf(pages.map(page => ({ page, lines: linesOf(page) })))
  const pitch = pitchOf(body)
  const groups: Line[][] = []
  const edge = rightEdge(body)
  for (const { lines } of body) {
    const before = groups.at(-1)
    const own = grouped(lines, pitch, edge)
    const [first, ...rest] = own
    if (before && first && carriesOn(before, first, edge)) before.push(...first)
    else if (first) groups.push([...first])
    groups.push(...rest.map(g => [...g]))
  }
  return groups.map(written).join('\n\n')
}

/** The usual distance between two lines of a paragraph, in sizes of its letters. */
function pitchOf(pages: readonly LinedPage[]): number {
  const counts = new Map<number, number>()
  for (const { lines } of pages)
    for (const [i, line] of lines.entries()) {
      const above = lines[i - 1]
      if (!above || Math.abs(above.size - line.size) > 0.6 || line.size === 0) continue
      const step = Math.round(((above.y - line.y) / line.size) * 20) / 20
      if (step >= 0.9 && step <= 2.3) counts.set(step, (counts.get(step) ?? 0) + 1)
    }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1.2
}

/** How far right the lines of running text reach, all but the longest few; 0 where there are no such lines. */
function rightEdge(pages: readonly LinedPage[]): number {
  const ends = pages
    .flatMap(p => p.lines.filter(l => l.left.length > 40).map(l => l.end))
    .sort((a, b) => a - b)
  return ends[Math.floor(ends.length * 0.9)] ?? 0
}

function grouped(lines: readonly Line[], pitch: number, edge: number): readonly (readonly Line[])[] {
  const groups: Line[][] = []
  for (const [i, line] of lines.entries()) {
    const group = groups.at(-1)
    const ahead = group && rowAhead(group, line, lines[i + 1], pitch)
    if (group && !ahead && belongs(group, line, pitch) && !ended(group, line, edge)) {
      group.push(line)
      continue
    }
    const label = group && labelAbove(group, line, pitch)
    if (label) group.pop()
    groups.push(label ? [label, line] : [line])
  }
  return groups
}

function belongs(group: readonly Line[], line: Line, pitch: number): boolean {
  const above = group.at(-1)
  if (!above || Math.abs(above.size - line.size) > 0.6) return false
  if (above.y - line.y > Math.max(above.size, line.size) * pitch * PITCH || above.y <= line.y) return false
  // A cell of two lines stands a little above its row: what follows it closely is that row, numbered or not.
  if (startsAlone(line) && group.some(l => l.left !== '') && !wrapped(group, line)) return false
  if (line.left === '' && balanced(group)) return false
  return !(startsRow(group, line, pitch) && group.some(l => l.right !== ''))
}

/**
 * Whether a paragraph ended above though the next line stands close: words fill a line as far as they go, so a line
 * that the next word would have fitted on was broken off, as under a heading without a space after it.
 */
function ended(group: readonly Line[], line: Line, edge: number): boolean {
  const above = group.findLast(l => l.left !== '')
  if (!above || line.left === '' || /^[a-z(]/.test(line.left)) return false
  if (above.edge === undefined && (line.right !== '' || group.some(l => l.right !== ''))) return false
  if (above.edge !== undefined && /\?$/.test(above.left)) return true
  return above.end + (firstWord(line) + 2) * above.size * 0.62 < Math.min(edge, above.edge ?? edge)
}

const firstWord = (line: Line) => /^\S+/.exec(line.left)?.[0].length ?? 0

/** A line that only looks like a new number or bullet: it stands where the words of its paragraph stand. */
function wrapped(group: readonly Line[], line: Line): boolean {
  const first = group[0]
  if (first?.right !== '') return false
  const hanging = first.indent > first.x + SAME && Math.abs(line.x - first.indent) <= SAME
  const typedDash = /^[-–—] [a-z]/.test(line.left) && line.indent <= line.x + SAME
  if (typedDash) return (hanging || !MARKED.test(first.left)) && !/[.:;]$/.test(group.at(-1)?.left ?? '')
  return hanging && NUMBERED.test(line.left) && line.indent <= line.x + SAME
}

/**
 * Whether the first words of a page are the rest of the last paragraph of the page before: that ended in a full
 * line, and these stand where its next line would.
 */
function carriesOn(before: readonly Line[], next: readonly Line[], edge: number): boolean {
  const [first] = before
  const last = before.at(-1)
  const line = next[0]
  if (!first || !last || !line || [...before, ...next].some(l => l.right !== '')) return false
  if ((startsAlone(line) && !wrapped(before, line)) || Math.abs(last.size - line.size) > 0.6) return false
  const place = before[1]?.x ?? first.indent
  if (Math.abs(line.x - place) > SAME) return false
  const full =
    last.end + (firstWord(line) + 1) * last.size * 0.5 >= Math.min(edge, last.edge ?? edge) - last.size
  const hangs = place > first.x + SAME
  return hangs ? full || /^[a-z(]/.test(line.left) : full && before.length > 1
}

function written(group: readonly Line[]): string {
  if (group.every(l => l.right === ''))
    return group.reduce((text, l, i) => (i === 0 ? l.left : text + between(text, l) + l.left), '')
  const cell = (of: (l: Line) => string) =>
    group
      .map(of)
      .filter(text => text !== '')
      .join(' ')
  return `${cell(l => l.left)}\t${cell(l => l.right)}`
}

/** A wrapped line that looks like a new number is joined here already, so that nobody takes it for one later. */
const between = (text: string, line: Line) => (!startsAlone(line) ? '\n' : /\S[-–]$/.test(text) ? '' : ' ')
