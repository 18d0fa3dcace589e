import { ok, type Result } from '../../domain/kernel/result.ts'
import { readDocxBlocks } from './read-docx.ts'
import type { DocxBlock, DocxCell } from './read-docx-body.ts'

/** A table of a Word file, every row as wide as the widest. */
export interface DocxTable {
  /** The heading, or failing that the paragraph, that stands before the table; null where there is none. */
  readonly title: string | null
  /**
   * The rows with their cells. A merged cell is filled: what it says stands in every row and column that it covers.
   * The paragraphs of a cell are on lines of their own, bullets and numbers before them.
   */
  readonly rows: readonly (readonly string[])[]
}

/**
 * The tables of a .docx file in order; one inside another comes after it. Rows without any words are left out.
 * @returns the tables (none where the file has none), or what is wrong with the file and what to do
 */
export async function readDocxTables(bytes: Uint8Array): Promise<Result<readonly DocxTable[]>> {
  const blocks = await readDocxBlocks(bytes)
  return blocks.ok ? ok(tablesIn(blocks.value)) : blocks
}

function tablesIn(blocks: readonly DocxBlock[]): readonly DocxTable[] {
  let heading: string | null = null
  let before: string | null = null
  return blocks.flatMap((block): readonly DocxTable[] => {
    if (block.kind === 'paragraph') {
      if (block.heading) heading = block.text
      else before = block.text
      return []
    }
    const inner = block.rows.flat().flatMap(cell => tablesIn(cell.blocks))
    const rows = filled(block.rows)
    return rows.length === 0 ? inner : [{ title: heading ?? before, rows }, ...inner]
  })
}

function filled(rows: readonly (readonly DocxCell[])[]): readonly (readonly string[])[] {
  const out: string[][] = []
  for (const row of rows) {
    const above = out.at(-1) ?? []
    const cells: string[] = []
    for (const cell of row) {
      const from = cells.length
      for (let n = 0; n < cell.span; n += 1)
        cells.push(cell.continued ? (above[from + n] ?? '') : textOf(cell.blocks))
    }
    out.push(cells)
  }
  const width = Math.max(0, ...out.map(cells => cells.length))
  return out
    .filter(cells => cells.some(c => c !== ''))
    .map(cells => [...cells, ...Array.from({ length: width - cells.length }, () => '')])
}

const textOf = (blocks: readonly DocxBlock[]): string =>
  blocks
    .flatMap(b =>
      b.kind === 'table' ? b.rows.flat().map(c => textOf(c.blocks)) : `${b.mark} ${b.text}`.trim(),
    )
    .filter(text => text !== '')
    .join('\n')
