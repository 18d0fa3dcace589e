import PDFDocument from 'pdfkit'
import { type Paper, type PaperBlock, sentencesIn } from '../../domain/improvement/paper.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { writeTable } from './pdf-table.ts'
import { clean, type Doc, type Element, letters, MARGIN, PLAIN, SIZE, wordsOf, write } from './pdf-type.ts'

function writeList(doc: Doc, parent: Element, items: readonly string[]): void {
  const list = doc.struct('L')
  parent.add(list)
  for (const item of items.filter(i => i.trim() !== '')) {
    // The sign does not stand alone at the foot of a page.
    if (doc.y > doc.page.height - MARGIN - 2 * SIZE.body) doc.addPage()
    const entry = doc.struct('LI')
    list.add(entry)
    const sign = doc.struct('Lbl', {}, () => {
      letters(doc, SIZE.body, false)
      doc.y += 3
      doc.text('•', MARGIN, doc.y, { lineBreak: false })
    })
    entry.add(sign)
    write(doc, entry, 'LBody', item, { indent: 12, before: 0 })
    entry.end()
  }
  list.end()
}

/** A question and its answer: told one after the other, as they would be read out. */
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
    writeTable(doc, parent, b)
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
    letters(doc, SIZE.small, false)
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
 * text in a typeface that comes with it. Pictures are told by their words.
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
    // The library writes these into XML as they are. Who made it stands on the first page.
    info: { Title: clean(paper.title).replace(/&/g, 'and').replace(/[<>]/g, ''), Creator: 'Golden Thread' },
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
