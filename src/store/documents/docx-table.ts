import { type ImageRun, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { linesIn, type Table as PaperTable, type Sentence } from '../../domain/improvement/paper.ts'
import { runsOf, wordsOf } from './docx-words.ts'

const GREY = { fill: 'F3F2F1', type: 'clear', color: 'auto' } as const
const MARGINS = { top: 60, bottom: 60, left: 90, right: 90 }

/** How a table is set on its page. */
export interface Setting {
  /** Twentieths of a point between the margins. */
  readonly room: number
  /** Small type and narrow cells, for a sheet that is to hold all. */
  readonly dense: boolean
  /** The small pictures of one column, drawn, by their row. */
  readonly sparks?: { readonly column: number; readonly of: readonly (ImageRun | undefined)[] }
}

function sharesOf({ head, widths }: Pick<PaperTable, 'head' | 'widths'>): readonly number[] {
  const given = head.map((_, i) => widths?.[i] ?? 100 / head.length)
  const whole = given.reduce((a, b) => a + b, 0)
  return given.map(share => share / whole)
}

/**
 * A table under its caption: its first row is marked as its heading and comes again on every page, no row is torn over
 * two pages, no cell spans others, and each column is as wide in every reader.
 */
export function tableOf(
  table: Pick<PaperTable, 'caption' | 'head' | 'rows' | 'widths'>,
  { room, dense, sparks }: Setting,
): (Paragraph | Table)[] {
  const widths = sharesOf(table).map(share => Math.round(share * room))
  const style = dense ? 'DenseText' : 'TableText'
  const margins = dense ? { top: 20, bottom: 20, left: 60, right: 60 } : MARGINS
  const cellOf = (sentences: readonly Sentence[], column: number, heading: boolean, picture?: ImageRun) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins,
      ...(heading ? { shading: GREY } : {}),
      // Each sentence on a line of its own, the picture before the first; a cell has a paragraph even with nothing in it.
      children: linesIn(sentences.length > 0 ? sentences : [{ text: '–', sources: [] }]).map(
        (line, i) =>
          new Paragraph({
            style,
            children: [
              ...(picture && i === 0 ? [picture, new TextRun({ break: 1 })] : []),
              ...runsOf(line, heading),
            ],
          }),
      ),
    })
  const rowOf = (cells: readonly (readonly Sentence[])[], heading: boolean, nth = -1) =>
    new TableRow({
      ...(heading ? { tableHeader: true } : {}),
      cantSplit: true,
      children: cells.map((c, i) => cellOf(c, i, heading, sparks?.column === i ? sparks.of[nth] : undefined)),
    })
  const head = table.head.map(text => [{ text, sources: [] }])
  return [
    new Paragraph({ style: 'Caption', keepNext: true, children: [new TextRun(wordsOf(table.caption))] }),
    new Table({
      width: { size: room, type: WidthType.DXA },
      columnWidths: widths,
      tableLook: { firstRow: true, firstColumn: true, noVBand: true },
      rows: [rowOf(head, true), ...table.rows.map((cells, i) => rowOf(cells, false, i))],
    }),
  ]
}
