import { joinLines, plain, runsOn, vocabulary } from './words.ts'

export type BlockKind = 'bullet' | 'numbered' | 'row' | 'line'

/** One paragraph, bullet, numbered paragraph or table row of a report, whole again. */
export interface Block {
  readonly kind: BlockKind
  readonly text: string
  /** The bullet or the paragraph number. */
  readonly mark: string
}

const BULLET =
  /^([-•●▪■◼◾∎–—−*·◦○‣⁃❖❑❏➢➤✓✔➔→►▶□\ue000-\uf8ff]|o(?=\s+[a-z])|\([a-z]{1,3}\)|[a-h][.)])\s+(?=\S)/
const NUMBER = /^(\d{1,3}(?=[.)])|\d{1,2}\.\d{1,2}(?=[.\s]))[.)]?\s+(?=[A-Z‘'"“(])/
const FIGURE = /^(\d{1,3})\.\s+(?=\d)/
const PAGE_NUMBER = /^(?:[-–|]\s*)?(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?(?:\s*[-–|])?$/i

const withoutDigits = (line: string) => line.replace(/\d+/g, '').replace(/\s+/g, ' ').trim()

/** Table rows, bullets and the reference that ends many a recommendation come again and again too. */
const NOT_A_HEAD = /\t|^[^a-z0-9]|\(?paragraphs? \d/i

/** Lines printed again and again, but for a page number: the running heads of a report. */
function runningHeads(lines: readonly string[], isHeading: (text: string) => boolean): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const key = withoutDigits(line)
    if (/^[a-z]+(?:[^a-z]+[a-z]+){2}/i.test(key) && !NOT_A_HEAD.test(line) && !isHeading(line))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, n]) => n >= 4).map(([key]) => key))
}

/** Symbol's and Wingdings' bullets as the signs they are drawn as. */
const DRAWN: Readonly<Record<string, string>> = {
  '\uf0a7': '▪',
  '\uf06e': '■',
  '\uf06f': '□',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
}
const signOf = (mark: string) => (/[\ue000-\uf8ff]/.test(mark) ? (DRAWN[mark] ?? '•') : mark)

/** @param before the number of the last numbered paragraph: the next may begin with a figure ("8. 2014 was…") */
function classify(line: string, before: number): Block {
  const bullet = BULLET.exec(line)
  if (bullet) return { kind: 'bullet', text: line.slice(bullet[0].length), mark: signOf(bullet[1] ?? '') }
  const number = NUMBER.exec(line) ?? (line.startsWith(`${before + 1}. `) ? FIGURE.exec(line) : null)
  if (number && !line.slice(number[0].length).includes('\t'))
    return { kind: 'numbered', text: line.slice(number[0].length), mark: number[1] ?? '' }
  if (line.includes('\t')) return { kind: 'row', text: line, mark: '' }
  return { kind: 'line', text: line, mark: '' }
}

/**
 * Breaks a report's text into blocks. Lines that belong together are joined, across pages too; running heads and
 * page numbers are dropped. Table cells stay apart by a tab.
 * @param isHeading says whether a text is one of the headings of the framework: a heading is never joined to
 */
export function blocksOf(text: string, isHeading: (text: string) => boolean): readonly Block[] {
  const lines = tidy(text).split('\n')
  const heads = runningHeads(
    lines.map(l => l.trim()).filter(l => l !== ''),
    isHeading,
  )
  const known = vocabulary(text)
  const out: Block[] = []
  let gap = true
  let number = 0
  for (const [i, raw] of lines.entries()) {
    const line = raw.trim()
    if (line === '') gap = true
    if (line === '' || PAGE_NUMBER.test(line) || heads.has(withoutDigits(line))) continue
    const last = out.at(-1)
    const read = classify(line, number)
    const next = isWrapped(read, last, number, gap) ? { kind: 'line' as const, text: line, mark: '' } : read
    if (next.kind === 'numbered') number = Number(next.mark)
    const opens = gap && isHeading(paragraphAt(lines, i))
    if (last && !opens && joins(last, next, gap, isHeading))
      out[out.length - 1] = { ...last, text: joinLines(last.text, next.text, known) }
    else out.push(next)
    gap = false
  }
  return out.map(b => ({ ...b, text: b.text.replaceAll('\u00ad', '') }))
}

/** The lines up to the next empty one, as one: a heading may be wrapped over two. */
const paragraphAt = (lines: readonly string[], at: number): string => {
  const end = lines.findIndex((l, i) => i > at && l.trim() === '')
  return lines.slice(at, Math.min(end < 0 ? lines.length : end, at + 3)).join(' ')
}

/** A number that begins a line only because the sentence was wrapped there: "at the age of / 16. This…". */
function isWrapped(next: Block, last: Block | undefined, number: number, gap: boolean): boolean {
  if (next.kind !== 'numbered' || gap || !last || last.kind === 'row') return false
  return Number(next.mark) !== number + 1 && last.text.length > 40 && !/[.;:?!]['’”")]*$/.test(last.text)
}

function joins(last: Block, next: Block, gap: boolean, isHeading: (text: string) => boolean): boolean {
  if (next.kind !== 'line' || last.kind === 'row' || isHeading(next.text)) return false
  if (last.kind === 'line' && isHeading(last.text)) return false
  if (!gap) return !isGradeLine(last.text) && !isGradeLine(next.text) && !isRow(last.text, next.text)
  return runsOn(last.text, next.text)
}

/** Rows of a table of grades whose cells and lines nothing parts: "Being healthy Adequate", "Staying safe Good". */
const isRow = (above: string, below: string) =>
  above.length < 130 &&
  /^[A-Z]/.test(below) &&
  /\s(?:outstanding|good|adequate|inadequate|requires improvement(?: to be good)?)$/i.test(above)

/** "Grade 3 (Adequate)", alone or at the end of a heading. */
export const GRADE_LINE = /^(.*?)\s*\bgrade\s*:?\s*([1-4])\s*[(:–-]?\s*([a-z ]+?)\s*\)?$/i
const isGradeLine = (text: string) => /^grade\s*:?\s*[1-4]/i.test(text)

/** One kind of line ending and of space; no soft hyphen inside a line. */
function tidy(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\f/g, '\n\n')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/\u200b|\u200c|\u200d|\u2060/g, '')
    .replace(/ {3,}(?=(?:outstanding|good|adequate|inadequate|requires improvement)\b)/gi, '\t')
    .replace(/ {2,}/g, ' ')
}

/** The set of headings as a test, whatever their capitals and quotes. */
export function headingTest(titles: readonly string[]): (text: string) => boolean {
  const known = new Set(titles.map(plain))
  return text => known.has(plain(text)) || isGradeLine(text)
}
