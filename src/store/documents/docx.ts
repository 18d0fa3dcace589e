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
  type Table,
  TextRun,
} from 'docx'
import type { Paper, PaperPart } from '../../domain/improvement/paper.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { blockOf } from './docx-block.ts'
import type { PaperImage } from './docx-chart.ts'
import { styles } from './docx-styles.ts'
import { wordsOf } from './docx-words.ts'

export type { PaperImage } from './docx-chart.ts'

/** A4 in twentieths of a point. */
const A4 = { width: 11906, height: 16838 }
const MARGIN = { page: 1134, sheet: 567 }

/**
 * A paper as a Word document: real headings and lists, tables with their heading rows marked, pictures with words for
 * who cannot see them, page numbers, wide parts on their side, its title and language set. No paragraph is empty but
 * where the format will have it, at the turn of a page to its side.
 * @param images the drawn charts, by the id of their figure in the paper
 */
export async function paperToDocx(paper: Paper, images: readonly PaperImage[]): Promise<Buffer> {
  const sections: ISectionOptions[] = []
  for (const [i, part] of paper.parts.entries()) sections.push(await sectionOf(paper, part, images, i === 0))
  const file = new Document({
    title: wordsOf(paper.title),
    subject: wordsOf(`${paper.body}, ${longDay(paper.meeting)}`),
    creator: 'Golden Thread',
    lastModifiedBy: 'Golden Thread',
    styles: styles(paper.language),
    features: { updateFields: false },
    sections,
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
  const margin = paper.sheet ? MARGIN.sheet : MARGIN.page
  const room = (wide ? A4.height : A4.width) - 2 * margin
  const setting = { room, dense: paper.sheet === true }
  const children: (Paragraph | Table)[] = first ? await opening(paper, images, setting) : []
  for (const block of part.blocks) children.push(...(await blockOf(block, images, setting)))
  return {
    properties: {
      page: {
        size: { ...A4, orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: margin, bottom: margin, left: margin, right: margin, header: 400, footer: 400 },
      },
    },
    headers: { default: new Header({ children: [small(`${paper.body}, ${longDay(paper.meeting)}`)] }) },
    footers: { default: new Footer({ children: [pageNumber()] }) },
    children,
  }
}

async function opening(
  paper: Paper,
  images: readonly PaperImage[],
  setting: { readonly room: number; readonly dense: boolean },
): Promise<(Paragraph | Table)[]> {
  const before: (Paragraph | Table)[] = []
  for (const block of paper.opening ?? []) before.push(...(await blockOf(block, images, setting)))
  const usual = [
    new Paragraph({ style: 'Body', children: [new TextRun({ text: wordsOf(paper.body), bold: true })] }),
    new Paragraph({ style: 'Body', children: [new TextRun(longDay(paper.meeting))] }),
  ]
  const title = new Paragraph({
    heading: HeadingLevel.TITLE,
    ...(setting.dense ? { spacing: { before: 0, after: 60 } } : {}),
    children: [new TextRun({ text: wordsOf(paper.title), ...(setting.dense ? { size: 28 } : {}) })],
  })
  return [...(paper.opening ? before : usual), title]
}

const small = (text: string): Paragraph =>
  new Paragraph({ style: 'TableText', children: [new TextRun(wordsOf(text))] })

const pageNumber = (): Paragraph =>
  new Paragraph({
    style: 'TableText',
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
  })
