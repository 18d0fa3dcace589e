import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { type Paper, type PaperBlock, type Sentence, sentencesIn } from '../../domain/improvement/paper.ts'
import { longDay } from '../../domain/kernel/day.ts'

const require = createRequire(import.meta.url)

/** The typeface of the charts too: Latin, Greek and Cyrillic. A letter that it has not is shown as an empty box. */
const PLAIN = require.resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf')
const BOLD = require.resolve('pdfjs-dist/standard_fonts/LiberationSans-Bold.ttf')

const SIZE = { title: 24, 1: 17, 2: 13, body: 11, small: 9 } as const
const MARGIN = 56

type Doc = InstanceType<typeof PDFDocument>
type Element = ReturnType<Doc['struct']>

/** Control characters have no place on paper, and half a pair is no letter. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '  ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .toWellFormed()

const wordsOf = (sentences: readonly Sentence[]): string =>
  clean(sentences.reduce((all, s) => (all === '' || s.tight ? all + s.text : `${all} ${s.text}`), ''))

interface Style {
  readonly size?: number
  readonly bold?: boolean
  readonly before?: number
  readonly indent?: number
}

/** Writes words as one element of the structure: what a screen reader is told, and what is seen, are the same. */
function write(doc: Doc, parent: Element, tag: string, text: string, style: Style = {}): void {
  if (text.trim() === '') return
  const { size = SIZE.body, bold = false, before = 5, indent = 0 } = style
  // A heading does not stand alone at the foot of a page.
  if (tag.startsWith('H') && doc.y > doc.page.height - 2.5 * MARGIN) doc.addPage()
  const draw = () => {
    doc.font(bold ? BOLD : PLAIN).fontSize(size)
    doc.y += doc.y > MARGIN ? before : 0
    doc.text(text, MARGIN + indent, doc.y, {
      width: doc.page.width - 2 * MARGIN - indent,
      lineGap: 2,
    })
  }
  parent.add(doc.struct(tag, {}, draw))
}

function writeList(doc: Doc, parent: Element, items: readonly string[]): void {
  const list = doc.struct('L')
  parent.add(list)
  for (const item of items) {
    const entry = doc.struct('LI')
    list.add(entry)
    write(doc, entry, 'LBody', `• ${item}`, { indent: 12, before: 3 })
    entry.end()
  }
  list.end()
}

/** A question and its answer, or a row of a table: told one after the other, as they would be read out. */
function block(doc: Doc, parent: Element, b: PaperBlock): void {
  if (b.kind === 'heading') {
    const [tag, before] = b.level === 1 ? (['H2', 20] as const) : (['H3', 14] as const)
    write(doc, parent, tag, clean(b.text), { size: SIZE[b.level], bold: true, before })
  } else if (b.kind === 'paragraph') {
    write(doc, parent, 'P', `${b.number ? `${b.number}  ` : ''}${wordsOf(b.sentences)}`)
  } else if (b.kind === 'list') {
    writeList(doc, parent, b.items.map(wordsOf))
  } else if (b.kind === 'details') {
    for (const row of b.rows) {
      write(doc, parent, 'P', clean(row.label), { bold: true, before: 6 })
      write(doc, parent, 'P', wordsOf(row.text), { before: 1 })
    }
  } else if (b.kind === 'table') {
    const cells = (r: (typeof b.rows)[number]) => r.map((c, i) => `${b.head[i] ?? ''}: ${wordsOf(c)}`)
    write(doc, parent, 'P', clean(b.caption), { bold: true, before: 8 })
    const lines = b.rows.map(r => cells(r).join('. '))
    writeList(doc, parent, lines)
  } else write(doc, parent, 'P', b.kind === 'figure' ? clean(b.alt) : wordsOf(sentencesIn(b)))
}

/** Page numbers are no part of what is told. */
function numberPages(doc: Doc): void {
  const { start, count } = doc.bufferedPageRange()
  for (let n = start; n < start + count; n += 1) {
    doc.switchToPage(n)
    doc.markContent('Artifact', { type: 'Pagination' })
    // Below the margin a word would open a page of its own.
    doc.page.margins.bottom = 0
    doc.font(PLAIN).fontSize(SIZE.small)
    doc.text(`${n + 1} of ${start + count}`, MARGIN, doc.page.height - 36, {
      width: doc.page.width - 2 * MARGIN,
      align: 'right',
      lineBreak: false,
    })
    doc.endMarkedContent()
  }
}

/**
 * A paper as tagged PDF (made to PDF/UA-1): its language and title set, headings, paragraphs and lists as such, all words as
 * text in a typeface that comes with it. Pictures are told by their words. Tables are told row by row, each cell with
 * the heading of its column.
 */
export async function paperToPdf(paper: Paper): Promise<Buffer> {
  // The types of the library do not know this subset yet; the library does.
  const subset = { subset: 'PDF/UA' as never }
  const doc = new PDFDocument({
    ...subset,
    size: 'A4',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: paper.language,
    displayTitle: true,
    bufferPages: true,
    font: PLAIN,
    info: { Title: clean(paper.title), Author: clean(paper.body), Creator: 'Golden Thread' },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve).on('error', reject)
  })
  const root = doc.struct('Document')
  doc.addStructure(root)
  write(doc, root, 'P', clean(`${paper.body}, ${longDay(paper.meeting)}`), { size: SIZE.small })
  write(doc, root, 'H1', clean(paper.title), { size: SIZE.title, bold: true })
  for (const part of paper.parts) for (const b of part.blocks) block(doc, root, b)
  root.end()
  numberPages(doc)
  doc.end()
  await done
  return Buffer.concat(chunks)
}
