import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  type Table,
  TextRun,
} from 'docx'
import type { Paper, PaperBlock, PaperPart } from '../../domain/improvement/paper.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { figureOf, type PaperImage } from './docx-chart.ts'
import { styles } from './docx-styles.ts'
import { detailsOf, runsOf, tableOf } from './docx-words.ts'

export type { PaperImage } from './docx-chart.ts'

/** A4 in twentieths of a point, and the pixels that fit between its margins each way up. */
const A4 = { width: 11906, height: 16838 }
const MARGIN = 1134
const ROOM = { portrait: 640, landscape: 920 }

/**
 * A paper as a Word document: real headings, tables with their heading rows marked, pictures with words for who cannot
 * see them, page numbers, wide parts on their side, its title and language set.
 * @param images the drawn charts, by the id of their figure in the paper
 */
export async function paperToDocx(paper: Paper, images: readonly PaperImage[]): Promise<Buffer> {
  const parts = await Promise.all(paper.parts.map((part, i) => sectionOf(paper, part, images, i === 0)))
  const file = new Document({
    title: paper.title,
    subject: `${paper.body}, ${longDay(paper.meeting)}`,
    creator: 'Golden Thread',
    lastModifiedBy: 'Golden Thread',
    styles: styles(paper.language),
    sections: parts,
  })
  return Packer.toBuffer(file)
}

async function sectionOf(
  paper: Paper,
  part: PaperPart,
  images: readonly PaperImage[],
  first: boolean,
): Promise<ISectionOptions> {
  const wide = part.orientation === 'landscape'
  const blocks = await Promise.all(part.blocks.map(b => written(b, images, ROOM[part.orientation])))
  return {
    properties: {
      page: {
        size: { ...A4, orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
      },
    },
    headers: { default: new Header({ children: [small(`${paper.body}, ${longDay(paper.meeting)}`)] }) },
    footers: { default: new Footer({ children: [pageNumber()] }) },
    children: [...(first ? opening(paper) : []), ...blocks.flat()],
  }
}

const opening = (paper: Paper): Paragraph[] => [
  new Paragraph({ style: 'Body', children: [new TextRun({ text: paper.body, bold: true })] }),
  new Paragraph({ style: 'Body', children: [new TextRun(longDay(paper.meeting))] }),
  new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(paper.title)] }),
]

const small = (text: string): Paragraph =>
  new Paragraph({ style: 'TableText', children: [new TextRun(text)] })

const pageNumber = (): Paragraph =>
  new Paragraph({
    style: 'TableText',
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
  })

async function written(
  block: PaperBlock,
  images: readonly PaperImage[],
  room: number,
): Promise<(Paragraph | Table)[]> {
  if (block.kind === 'heading') {
    const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
    return [new Paragraph({ heading, children: [new TextRun(block.text)] })]
  }
  if (block.kind === 'paragraph') {
    const number = block.number === undefined ? [] : [new TextRun({ children: [block.number, new Tab()] })]
    const style = block.number === undefined ? 'Body' : 'Numbered'
    return [new Paragraph({ style, children: [...number, ...runsOf(block.sentences)] })]
  }
  if (block.kind === 'list')
    return block.items.map(
      item => new Paragraph({ style: 'Body', bullet: { level: 0 }, children: runsOf(item) }),
    )
  if (block.kind === 'details') return detailsOf(block)
  if (block.kind === 'table') return tableOf(block)
  return figureOf(
    block,
    images.find(i => i.id === block.id),
    room,
  )
}
