import { Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { PaperBlock, Table as PaperTable, Sentence } from '../../domain/improvement/paper.ts'

/** Sentences as runs of text. A place to be written in is bold on yellow, so that none is missed. */
export function runsOf(sentences: readonly Sentence[], bold = false): TextRun[] {
  return sentences.map((s, i) => {
    const text = i === 0 ? s.text : ` ${s.text}`
    return s.toWrite ? new TextRun({ text, bold: true, highlight: 'yellow' }) : new TextRun({ text, bold })
  })
}

const GREY = { fill: 'F3F2F1', type: 'clear', color: 'auto' } as const
const MARGINS = { top: 60, bottom: 60, left: 90, right: 90 }

interface Column {
  readonly share: number
}

const shares = (head: readonly string[], widths: readonly number[] | undefined): readonly Column[] => {
  const given = head.map((_, i) => widths?.[i] ?? 100 / head.length)
  const whole = given.reduce((a, b) => a + b, 0)
  return given.map(share => ({ share: (share / whole) * 100 }))
}

const tableCell = (sentences: readonly Sentence[], column: Column | undefined, heading: boolean): TableCell =>
  new TableCell({
    width: { size: column?.share ?? 0, type: WidthType.PERCENTAGE },
    margins: MARGINS,
    ...(heading ? { shading: GREY } : {}),
    children: [new Paragraph({ style: 'TableText', children: runsOf(sentences, heading) })],
  })

/** A table whose first row is marked as its heading and comes again on every page. */
export function tableOf(
  table: Pick<PaperTable, 'caption' | 'head' | 'rows' | 'widths'>,
): (Paragraph | Table)[] {
  const columns = shares(table.head, table.widths)
  const row = (cells: readonly (readonly Sentence[])[], heading: boolean) =>
    new TableRow({
      ...(heading ? { tableHeader: true, cantSplit: true } : {}),
      children: cells.map((c, i) => tableCell(c, columns[i], heading)),
    })
  const head = table.head.map(text => [{ text, sources: [] }])
  return [
    new Paragraph({ style: 'Caption', keepNext: true, children: [new TextRun(table.caption)] }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      tableLook: { firstRow: true, firstColumn: true, noVBand: true },
      rows: [row(head, true), ...table.rows.map(cells => row(cells, false))],
    }),
    new Paragraph({ style: 'TableText', children: [] }),
  ]
}

/** Who the paper is from and for: each label bold before what it names. */
export const detailsOf = (block: Extract<PaperBlock, { kind: 'details' }>): Paragraph[] =>
  block.rows.map(
    row =>
      new Paragraph({
        children: [new TextRun({ text: `${row.label}: `, bold: true }), ...runsOf([row.text])],
      }),
  )
