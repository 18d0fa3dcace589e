import { HeadingLevel, type ImageRun, Paragraph, Tab, type Table, TextRun } from 'docx'
import type { PaperBlock, Table as PaperTable } from '../../domain/improvement/paper.ts'
import { drawingOf, figureOf, type PaperImage } from './docx-chart.ts'
import { type Setting, tableOf } from './docx-table.ts'
import { detailsOf, linesOf, runsOf, wordsOf } from './docx-words.ts'

const SPARK = 76

async function sparksOf(
  table: PaperTable,
  images: readonly PaperImage[],
): Promise<NonNullable<Setting['sparks']> | undefined> {
  if (!table.sparks) return undefined
  const of: (ImageRun | undefined)[] = []
  for (const picture of table.sparks.of) {
    const image = picture && images.find(i => i.id === picture.id)
    of.push(image ? await drawingOf(image, SPARK) : undefined)
  }
  return { column: table.sparks.column, of }
}

/** One block of a paper as Word has it: real headings, real lists. */
export async function blockOf(
  block: PaperBlock,
  images: readonly PaperImage[],
  setting: Setting,
): Promise<(Paragraph | Table)[]> {
  switch (block.kind) {
    case 'heading': {
      const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
      return [new Paragraph({ heading, children: [new TextRun(wordsOf(block.text))] })]
    }
    case 'paragraph': {
      const number = block.number === undefined ? [] : [new TextRun({ children: [block.number, new Tab()] })]
      const style = setting.dense ? 'DenseText' : block.number === undefined ? 'Body' : 'Numbered'
      return [new Paragraph({ style, children: [...number, ...runsOf(block.sentences)] })]
    }
    case 'list':
      return block.items.map(
        item => new Paragraph({ style: 'ListBullet', bullet: { level: 0 }, children: runsOf(item) }),
      )
    case 'details':
      return detailsOf(block)
    case 'lines':
      return [linesOf(block)]
    case 'table': {
      const sparks = await sparksOf(block, images)
      return tableOf(block, { ...setting, ...(sparks ? { sparks } : {}) })
    }
    case 'figure':
      return figureOf(
        block,
        images.find(i => i.id === block.id),
        setting,
      )
  }
}
