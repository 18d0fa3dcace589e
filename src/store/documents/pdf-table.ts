import type { Table } from '../../domain/improvement/paper.ts'
import { clean, type Doc, type Element, letters, MARGIN, SIZE, wordsOf, write } from './pdf-type.ts'

const GAP = 10
const ROW = 5

interface Column {
  readonly x: number
  readonly width: number
}

/** Where each column stands, by the shares of the width that the table gives them. */
function columnsOf(doc: Doc, { head, widths }: Table): readonly Column[] {
  const shares = head.map((_, i) => widths?.[i] ?? 1)
  const all = shares.reduce((sum, n) => sum + n, 0)
  const room = doc.page.width - 2 * MARGIN - GAP * (head.length - 1)
  let x = MARGIN
  return shares.map(share => {
    const column = { x, width: (room * share) / all }
    x += column.width + GAP
    return column
  })
}

/**
 * Writes one row. Cells stand side by side on one page; where one of them is longer than a page, one under the other, at
 * the full width: no word is cut off.
 */
function writeRow(
  doc: Doc,
  table: Element,
  columns: readonly Column[],
  cells: readonly string[],
  head: boolean,
) {
  const options = (width: number) => ({ width, lineGap: 1 })
  letters(doc, SIZE.small, head)
  const heights = cells.map((text, i) => doc.heightOfString(text || ' ', options(columns[i]?.width ?? 0)))
  const tallest = Math.max(...heights)
  const stacked = tallest > doc.page.height - 2 * MARGIN
  if (!stacked && doc.y + ROW + tallest > doc.page.height - MARGIN) doc.addPage()
  const top = doc.y + ROW
  const row = doc.struct('TR')
  table.add(row)
  cells.forEach((text, i) => {
    const { x, width } = columns[i] ?? { x: MARGIN, width: 0 }
    const cell = doc.struct(head ? 'TH' : 'TD', {}, () => {
      letters(doc, SIZE.small, head)
      if (stacked) doc.text(text, MARGIN, doc.y + ROW, options(doc.page.width - 2 * MARGIN))
      else doc.text(text, x, top, options(width))
    })
    // What a heading is about: the types of the library do not know attributes.
    if (head) Object(cell).dictionary.data.A = { O: 'Table', Scope: 'Column' }
    row.add(cell)
  })
  row.end()
  doc.x = MARGIN
  if (!stacked) doc.y = top + tallest
}

/** Writes a table as one: its name, a row of headings that say of which column they are, and rows of as many cells. */
export function writeTable(doc: Doc, parent: Element, table: Table): void {
  const element = doc.struct('Table')
  parent.add(element)
  write(doc, element, 'Caption', clean(table.caption), { bold: true, before: 8 })
  const columns = columnsOf(doc, table)
  writeRow(doc, element, columns, table.head.map(clean), true)
  for (const cells of table.rows)
    writeRow(
      doc,
      element,
      columns,
      columns.map((_, i) => wordsOf(cells[i] ?? [])),
      false,
    )
  element.end()
}
