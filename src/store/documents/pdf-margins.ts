import type { Line } from './pdf-lines.ts'
import type { Page } from './pdf-pieces.ts'

export interface LinedPage {
  readonly page: Page
  readonly lines: readonly Line[]
}

/** Running heads and feet stand in this outer share of the page; page numbers alone a little further in. */
const MARGIN = 0.12
/** Words of a footnote are set at most this share of the size of the body. */
const SMALL = 0.92

const withoutDigits = (line: Line) =>
  `${line.left} ${line.right}`.replace(/\d+/g, '').replace(/\s+/g, ' ').trim()

const inMargin = (line: Line, page: Page) =>
  line.y < page.height * MARGIN || line.y > page.height * (1 - MARGIN)

const PAGE_NUMBER = /^(?:[-–|]\s*)?(?:page\s*)?\d{0,3}(?:\s*(?:of|\/)\s*\d{1,3})?(?:\s*[-–|]|\s*\|\s*page)?$/i
const isNumber = (line: Line) => PAGE_NUMBER.test(`${line.left}${line.right}`)

/** The pages without what runs at their heads and feet, without page numbers and without footnotes. */
export function bodyOf(pages: readonly LinedPage[]): readonly LinedPage[] {
  const repeated = runningLines(pages)
  const body = commonSize(pages)
  return pages.map(({ page, lines }) => {
    const kept = lines.filter(l => !(inMargin(l, page) && (isNumber(l) || repeated(l))))
    return { page, lines: withoutNotes(kept, page, body) }
  })
}

/**
 * What stands in the margin of several pages at one height, but for its digits. Three pages are asked for, or two of
 * a short letter: a heading may by chance begin two pages of a long report.
 */
function runningLines(pages: readonly LinedPage[]): (line: Line) => boolean {
  const heights = new Map<string, number[]>()
  for (const { page, lines } of pages)
    for (const line of lines.filter(l => inMargin(l, page)))
      heights.set(withoutDigits(line), [...(heights.get(withoutDigits(line)) ?? []), line.y])
  const enough = pages.length > 6 ? 3 : 2
  return line => {
    const near = heights.get(withoutDigits(line))?.filter(y => Math.abs(y - line.y) <= 4) ?? []
    return near.length >= enough
  }
}

/** Footnotes stand at the foot of a page: from the first line with a mark, where nothing larger follows it. */
function withoutNotes(lines: readonly Line[], page: Page, body: number): readonly Line[] {
  const starts = (l: Line) =>
    l.y < page.height * 0.6 &&
    (l.note || (l.size <= body * SMALL && /^(?:\d{1,2}|[*†‡]{1,2})\s+\S/.test(l.left)))
  const at = lines.findIndex((l, i) => starts(l) && lines.slice(i).every(after => after.size <= l.size + 0.3))
  return at < 0 ? lines : lines.slice(0, at)
}

/** The size most letters of a document have. */
export function commonSize(pages: readonly LinedPage[]): number {
  const lengths = new Map<number, number>()
  for (const { lines } of pages)
    for (const l of lines) lengths.set(l.size, (lengths.get(l.size) ?? 0) + l.left.length)
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12
}
