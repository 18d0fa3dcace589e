import type { Line, Page } from './pdf-lines.ts'
import { linesOf } from './pdf-lines.ts'

/** Lines closer than this many times their size belong to one paragraph. */
const PITCH = 1.45
/** Running heads and feet stand in this outer share of the page. */
const MARGIN = 0.085

const START = /^(?:[-•●▪■◼◾∎–—−*·\uf0b7\uf0a7\uf06e\uf0a8]\s|\d{1,3}\.\s|\d{1,2}\.\d{1,2}\.?\s)/
const withoutDigits = (line: Line) =>
  `${line.left} ${line.right}`.replace(/\d+/g, '').replace(/\s+/g, ' ').trim()

/**
 * The text of pages in reading order: a paragraph, bullet or heading on lines of its own with an empty line after
 * it; the cells of a table row apart by a tab; no running heads and no page numbers.
 */
export function textOfPages(pages: readonly Page[]): string {
  const lined = pages.map(page => ({ page, lines: linesOf(page) }))
  const repeated = runningLines(lined)
  return lined
    .flatMap(({ page, lines }) =>
      paragraphs(lines.filter(l => !(inMargin(l, page) && (repeated.has(withoutDigits(l)) || isNumber(l))))),
    )
    .join('\n\n')
}

const inMargin = (line: Line, page: Page) =>
  line.y < page.height * MARGIN || line.y > page.height * (1 - MARGIN)
const isNumber = (line: Line) => /^\d{0,3}$/.test(line.left + line.right)

/** What stands in the margins of at least three pages, but for its digits. */
function runningLines(pages: readonly { page: Page; lines: readonly Line[] }[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { page, lines } of pages)
    for (const key of new Set(lines.filter(l => inMargin(l, page)).map(withoutDigits)))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  return new Set([...counts].filter(([, n]) => n >= 3).map(([key]) => key))
}

function paragraphs(lines: readonly Line[]): readonly string[] {
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group && belongs(group, line)) group.push(line)
    else groups.push([line])
  }
  return groups.map(written)
}

function belongs(group: readonly Line[], line: Line): boolean {
  const above = group.at(-1)
  // A cell of two lines stands a little above its row: what follows it closely is that row, numbered or not.
  const starts = START.test(line.left) && group.some(l => l.left !== '')
  if (!above || starts || Math.abs(above.size - line.size) > 0.6) return false
  if (above.y - line.y > Math.max(above.size, line.size) * PITCH) return false
  const wholeRow = line.left !== '' && line.right !== ''
  return !(wholeRow && group.some(l => l.right !== ''))
}

function written(group: readonly Line[]): string {
  if (group.every(l => l.right === '')) return group.map(l => l.left).join('\n')
  const cell = (of: (l: Line) => string) =>
    group
      .map(of)
      .filter(text => text !== '')
      .join(' ')
  return `${cell(l => l.left)}\t${cell(l => l.right)}`
}
