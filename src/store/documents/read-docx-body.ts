import type { Numbering } from './read-docx-numbers.ts'
import { at, type Element, isOn, valueAt, within } from './read-docx-xml.ts'

/** A paragraph of a Word file. `mark` is its bullet or number as printed, or ''. */
export interface DocxParagraph {
  readonly kind: 'paragraph'
  readonly text: string
  readonly mark: string
  readonly heading: boolean
}

/** A cell of a table: what it holds, over how many columns, and whether it goes on from the row above. */
export interface DocxCell {
  readonly blocks: readonly DocxBlock[]
  readonly span: number
  readonly continued: boolean
}

export type DocxBlock =
  | DocxParagraph
  | { readonly kind: 'table'; readonly rows: readonly (readonly DocxCell[])[] }

/** What is never the words of the body: deleted and moved-away text, codes of fields, what only a box repeats. */
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'Fallback',
  'rPr',
  'pPr',
  'tbl',
  'txbxContent',
])

/** Characters that Word writes as elements. A tab is wide space: between a label and a grade it tells the two apart. */
const WRITTEN: Readonly<Record<string, string>> = {
  tab: '   ',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
  softHyphen: '',
}

function wordsOf(element: Element): string {
  if (element.name === 't') return element.children.filter(c => typeof c === 'string').join('')
  if (element.name === 'sym')
    return String.fromCharCode(Number.parseInt(element.attributes.get('char') ?? '20', 16))
  const written = WRITTEN[element.name]
  if (written !== undefined) return written
  if (element.name === 'r' && isOn(element, 'rPr', 'vanish')) return ''
  const inside = within(element).filter(c => !LEFT_OUT.has(c.name))
  return inside.map(wordsOf).join('')
}

/** The boxes that float beside a paragraph, each once: Word writes them again for older readers. */
function boxesIn(element: Element): readonly Element[] {
  if (element.name === 'txbxContent') return [element]
  const inside = within(element).filter(c => c.name !== 'del' && c.name !== 'moveFrom')
  const chosen = inside.some(c => c.name === 'Choice') ? inside.filter(c => c.name !== 'Fallback') : inside
  return chosen.flatMap(boxesIn)
}

/** Whatever only wraps paragraphs and rows: content controls, custom XML, text put in while changes were tracked. */
const unwrapped = (element: Element): readonly Element[] =>
  within(element).flatMap(c =>
    ['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag', 'AlternateContent', 'Choice'].includes(
      c.name,
    )
      ? unwrapped(c)
      : [c],
  )

/** The paragraphs and tables in a body, cell or box, in order. */
export function blocksIn(body: Element, numbering: Numbering): readonly DocxBlock[] {
  const out: DocxBlock[] = []
  let carried = ''
  for (const element of unwrapped(body)) {
    if (element.name === 'tbl') out.push({ kind: 'table', rows: rowsOf(element, numbering) })
    if (element.name !== 'p') continue
    const properties = at(element, 'pPr')
    const text = carried + wordsOf(element)
    // A paragraph whose end was deleted runs on into the next one.
    carried = at(properties, 'rPr', 'del') ? text : ''
    if (carried === '') out.push(...paragraphOf(text, properties, numbering))
    out.push(...boxesIn(element).flatMap(box => blocksIn(box, numbering)))
  }
  return carried.trim() === '' ? out : [...out, ...paragraphOf(carried, undefined, numbering)]
}

function paragraphOf(
  words: string,
  properties: Element | undefined,
  numbering: Numbering,
): readonly DocxParagraph[] {
  const text = words
    .split('\n')
    .map(line => line.replace(/[ \t\u00a0]+$/, '').replace(/^[ \t\u00a0]+/, ''))
    .join('\n')
    .trim()
  // A table of contents says every heading twice, the first time with a page number.
  if (text === '' || /^TOC\d/i.test(valueAt(properties, 'pStyle') ?? '')) return []
  const mark = numbering.markOf(properties)?.mark ?? ''
  return [{ kind: 'paragraph', text, mark, heading: numbering.isHeading(properties) }]
}

function rowsOf(table: Element, numbering: Numbering): readonly (readonly DocxCell[])[] {
  return unwrapped(table)
    .filter(row => row.name === 'tr' && at(row, 'trPr', 'del') === undefined)
    .map(row => [
      ...gaps(row, 'gridBefore'),
      ...unwrapped(row)
        .filter(c => c.name === 'tc')
        .map(c => cellOf(c, numbering)),
      ...gaps(row, 'gridAfter'),
    ])
}

/** Widest span a cell may claim: Word itself allows 63 columns. */
const MOST_COLUMNS = 63

const spanOf = (value: string | undefined): number => {
  const span = Number(value ?? 1)
  return Number.isInteger(span) && span > 0 ? Math.min(span, MOST_COLUMNS) : 1
}

/** Columns that a row leaves empty at its beginning or end. */
const gaps = (row: Element, name: string): readonly DocxCell[] => {
  const value = valueAt(row, 'trPr', name)
  return value === undefined || value === '0' ? [] : [{ blocks: [], span: spanOf(value), continued: false }]
}

function cellOf(cell: Element, numbering: Numbering): DocxCell {
  const merge = at(cell, 'tcPr', 'vMerge')
  return {
    blocks: blocksIn(cell, numbering),
    span: spanOf(valueAt(cell, 'tcPr', 'gridSpan')),
    continued: merge !== undefined && merge.attributes.get('val') !== 'restart',
  }
}
